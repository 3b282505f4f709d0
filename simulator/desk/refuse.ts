import type { FastifyReply } from 'fastify';

/** The desk's own refusals: `{error: …}` in plain words. */
export const refuse = (reply: FastifyReply, status: 400 | 404 | 409 | 503, error: string) =>
  reply.code(status).send({ error });
