import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { hasNul } from '../nul.ts';
import { sendProblem } from '../send-problem.ts';
import { registerDocumentation } from './register-documentation.ts';
import { requireTerminal } from './terminal-key.ts';
import { type TillRoutes, tillRoutes } from './till-routes.ts';

const description = `For tills and terminals of shops. Each request carries the terminal's key as a bearer token, each
one that changes something an Idempotency-Key: sent again with the same key, it changes nothing and gets the first
answer. Refusals are problems (RFC 9457). A shop sees its own certificates only.`;

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
    registerDocumentation(scope);
    await scope.register(async (tills) => {
      requireTerminal(tills, till.operations);
      tills.addHook('preValidation', async ({ body }, reply) =>
        hasNul(body) ? sendProblem(reply, 'bad-request') : undefined,
      );
      tillRoutes(tills, till);
    });
  });
}
