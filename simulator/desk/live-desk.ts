import type { FastifyInstance } from 'fastify';
import type { Feed } from './feed.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';
import type { Voicemail } from './voicemail.ts';

/** A page that reads so slowly that this much waits for it is cut off; its browser comes back by itself. */
const backlogLimitBytes = 4 * 1_024 * 1_024;

/** `GET /desk/events`: the state of the world and its changes (LiveChange), as Server-Sent Events. */
export function liveDesk(app: FastifyInstance, { world }: Parties, feed: Feed, voicemail: Voicemail): void {
  app.get('/desk/events', async (_request, reply) => {
    if (feed.full) return refuse(reply, 503, 'too many pages watch; close one');
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    const leave = feed.watch((text) => {
      if (raw.writableLength > backlogLimitBytes) raw.destroy();
      else raw.write(text);
    });
    const end = () => raw.end();
    world.closing.addEventListener('abort', end);
    raw.once('close', () => {
      world.closing.removeEventListener('abort', end);
      leave();
    });
    return reply;
  });

  app.post<{ Body: { on?: unknown } | null }>('/desk/voicemail', async (request, reply) => {
    const { on } = request.body ?? {};
    if (typeof on !== 'boolean') return refuse(reply, 400, 'on: true or false');
    voicemail.switch(on);
    return { on };
  });

  // A person at the desk sees at once what they did.
  app.addHook('onSend', async (request, _reply, payload) => {
    if (request.method !== 'GET') feed.look();
    return payload;
  });
}
