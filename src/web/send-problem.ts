import type { FastifyReply } from 'fastify';
import { plainFacts } from './plain-facts.ts';
import { type ProblemKind, problemKinds } from './problem-kinds.ts';

/** Answers with a problem (RFC 9457) and the facts of it. `until` becomes Retry-After too. */
export function sendProblem(
  reply: FastifyReply,
  kind: ProblemKind,
  facts: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const { status, title, detail } = problemKinds[kind];
  if (facts.until instanceof Date) retryAfter(reply, facts.until);
  const problem = { type: `urn:giftline:problem:${kind}`, title, status, detail, ...plainFacts(facts) };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** A date (RFC 9110, 10.2.3), so that no clock is needed here. */
function retryAfter(reply: FastifyReply, until: Date): void {
  reply.header('retry-after', new Date(Math.ceil(until.getTime() / 1_000) * 1_000).toUTCString());
}
