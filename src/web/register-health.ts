import type { FastifyInstance } from 'fastify';
import type { Log } from '../operations/ports.ts';

/** /healthz: the process is alive. /readyz: it can serve, as `check` finds, which throws when it cannot. */
export function registerHealth(app: FastifyInstance, { check, log }: { check(): Promise<void>; log: Log }): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').type('text/plain').send('alive'));
  app.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain');
    try {
      await check();
      return reply.send('ready');
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      return reply.code(503).send('not ready');
    }
  });
}
