import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** GET /favicon.ico: what every browser asks for by itself. Drawn in assets/icon.svg. */
export function registerIcon(app: FastifyInstance, assetsDir: string): void {
  const icon = readFileSync(join(assetsDir, 'favicon.png'));
  app.get('/favicon.ico', (_, reply) =>
    reply
      .headers({
        'content-type': 'image/png',
        'cache-control': 'public, max-age=604800',
        'x-content-type-options': 'nosniff',
      })
      .send(icon),
  );
}
