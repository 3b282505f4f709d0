import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../send-problem.ts';

/** An onRequest hook for what changes something. */
export async function requireIdempotencyKey(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  return keyOf(request) === '' ? sendProblem(reply, 'no-idempotency-key') : undefined;
}

/** 1 to 255 printable characters; '' for anything else. */
function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && /^[\x20-\x7e]{1,255}$/.test(key) ? key.trim() : '';
}

/**
 * The key, and a hash of all that was asked, by which another request with the same key is noticed. Keyed, since the
 * request may hold a PIN, and ten thousand PINs are soon hashed.
 */
export function repeatable(request: FastifyRequest, hashKey: Buffer): { idempotencyKey: string; requestHash: string } {
  const asked = JSON.stringify([request.method, request.url, sorted(request.body)]);
  const requestHash = createHmac('sha256', hashKey).update(`request:${asked}`).digest('base64url');
  return { idempotencyKey: keyOf(request), requestHash };
}

/** The same request whatever the order of its members; all of them are flat. */
const sorted = (body: unknown): unknown =>
  typeof body === 'object' && body !== null
    ? Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1))
    : null;
