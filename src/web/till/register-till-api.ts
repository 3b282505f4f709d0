import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { hasNul } from '../nul.ts';
import { sendProblem } from '../send-problem.ts';
import { requireTerminal } from './terminal-key.ts';
import { type TillRoutes, tillRoutes } from './till-routes.ts';

const description = `For tills and terminals of shops. Each request carries the terminal's key as a bearer token, each
one that changes something an Idempotency-Key: sent again with the same key, it changes nothing and gets the first
answer. Refusals are problems (RFC 9457). A shop sees its own certificates only.`;

/** What the pages of swagger-ui need: their own files, styles set by their script, and the API itself. */
const documentationPolicy = {
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The API under /api/v1, and its description at /docs and /docs/json. */
export function registerTillApi(app: FastifyInstance, till: TillRoutes): void {
  app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    });
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    scope.removeContentTypeParser('text/plain');
    await scope.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Giftline for tills', version: '1', description },
        components: { securitySchemes: { terminalKey: { type: 'http', scheme: 'bearer' } } },
      },
      transform: jsonSchemaTransform,
    });
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: { 'default-src': ["'none'"], ...documentationPolicy },
      theme: {
        title: 'Giftline for tills',
        css: [{ filename: 'quiet.css', content: '.swagger-ui .topbar{display:none}' }],
      },
      uiConfig: { docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null },
    });
    await scope.register(async (tills) => {
      requireTerminal(tills, till.operations);
      tills.addHook('preValidation', async ({ body }, reply) =>
        hasNul(body) ? sendProblem(reply, 'bad-request') : undefined,
      );
      tillRoutes(tills, till);
    });
  });
}
