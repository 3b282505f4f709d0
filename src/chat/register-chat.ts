import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Chat } from './open-chat.ts';

/** A message with the one that it answers, and all their marks. */
const bodyLimitBytes = 256 * 1024;

/** POST /chat/telegram: what the messenger tells is written down, answered with 200, and worked on afterwards. */
export function registerChat(app: FastifyInstance, { chat, secret }: { chat: Chat; secret: string }): void {
  const wanted = digest(secret);
  const guard = async (request: FastifyRequest, reply: FastifyReply) => {
    const given = request.headers['x-telegram-bot-api-secret-token'];
    const told = digest(typeof given === 'string' ? given : '');
    if (!timingSafeEqual(told, wanted)) return reply.code(403).type('text/plain').send('Not from the messenger.');
  };
  app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    scope.post('/chat/telegram', { onRequest: guard, bodyLimit: bodyLimitBytes }, async (request, reply) => {
      const outcome = await chat.receive(request.body);
      return reply.code(outcome === 'no-update' ? 400 : 200).send();
    });
  });
}

/** Of equal length, whatever was sent. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
