import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { withoutNul } from './nul.ts';

export interface TwilioAccount {
  authToken: string;
  /** What Twilio calls us by. Only its origin counts: the path is taken as it was received. */
  publicUrl: string;
}

/** The parameters of a webhook, once it is known that none comes twice. */
export type WebhookForm = Readonly<Record<string, string>>;

export type WebhookGuard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/**
 * A preValidation hook that lets through only what Twilio signed: over the exact public URL, with the parameters of
 * the body. Without a right signature it answers 403; with a parameter given twice, 400. Neither reaches the route.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export function twilioSignature({ authToken, publicUrl }: TwilioAccount): WebhookGuard {
  const { origin } = new URL(publicUrl);
  return async (request, reply) => {
    const signature = request.headers['x-twilio-signature'];
    const parameters = parametersOf(request.body);
    const url = origin + (request.raw.url ?? '');
    if (typeof signature !== 'string' || !isSigned(authToken, signature, url, parameters)) {
      return reply.code(403).type('text/plain').send('The signature is missing or wrong.');
    }
    if (hasDuplicates(parameters) || hasDuplicates(parametersOf(request.query))) {
      return reply.code(400).type('text/plain').send('A parameter was given more than once.');
    }
    return undefined;
  };
}

/** In this scope (and those below it) form bodies are read and every other content type is answered 415. */
export function readFormsOnly(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  // Its parser makes an array of a parameter given twice, by which the guard sees it.
  scope.register(formbody);
}

/** The parameters of a request that went through the guard. */
export function formOf(request: FastifyRequest): WebhookForm {
  const single = Object.entries(parametersOf(request.body)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(single.map(([name, value]) => [name, withoutNul(value)]));
}

type Parameters = Readonly<Record<string, unknown>>;

const parametersOf = (body: unknown): Parameters => (typeof body === 'object' && body !== null ? { ...body } : {});

const hasDuplicates = (parameters: Parameters): boolean =>
  Object.values(parameters).some((value) => typeof value !== 'string');

function isSigned(authToken: string, signature: string, url: string, parameters: Parameters): boolean {
  // The validator falls back to `new URL()`, which throws on a path such as `//`.
  return URL.canParse(url) && validateRequest(authToken, signature, url, parameters);
}
