import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import type { FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';

/** What the pages of swagger-ui need: their own files, styles set by their script, and the API itself. */
const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const pages = {
  routePrefix: '/docs',
  staticCSP: policy,
  theme: {
    title: 'Giftline for tills',
    css: [{ filename: 'quiet.css', content: '.swagger-ui .topbar{display:none}' }],
  },
  uiConfig: { docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null },
} satisfies FastifySwaggerUiOptions;

/**
 * The pages at /docs and the description at /docs/json. What shows them takes a seventh of the whole start, and few look
 * at it: it is loaded with the first visit, as a server that is asked by this one and listens nowhere.
 */
export function registerDocumentation(app: FastifyInstance): void {
  let opened: Promise<FastifyInstance> | undefined;
  for (const path of ['/docs', '/docs/*']) {
    app.get(path, { schema: { hide: true } }, async ({ url, headers }, reply) => {
      opened ??= openPages(app.swagger() as StaticDocumentSpec['document']);
      const answer = await (await opened).inject({ url, headers });
      if (answer.statusCode === 404) return reply.callNotFound();
      return reply.code(answer.statusCode).headers(answer.headers).send(answer.rawPayload);
    });
  }
}

async function openPages(document: StaticDocumentSpec['document']): Promise<FastifyInstance> {
  const server = Fastify();
  await server.register(swagger, { mode: 'static', specification: { document } });
  await server.register((await import('@fastify/swagger-ui')).default, pages);
  await server.ready();
  return server;
}
