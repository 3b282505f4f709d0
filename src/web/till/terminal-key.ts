import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Terminal, TillOperations } from '../../operations/tills/till-operations.ts';
import { sendProblem } from '../send-problem.ts';

const bearer = /^Bearer +([\x21-\x7e]{1,200})$/i;

/** In this scope every request needs the key of a terminal. */
export function requireTerminal(scope: FastifyInstance, operations: Pick<TillOperations, 'terminalByKey'>): void {
  scope.decorateRequest('terminal', null);
  scope.addHook('onRequest', async (request, reply) => {
    const key = bearer.exec(request.headers.authorization ?? '')?.[1];
    const terminal = key === undefined ? null : await operations.terminalByKey(key);
    if (!terminal) return sendProblem(reply.header('www-authenticate', 'Bearer realm="giftline"'), 'no-terminal-key');
    request.setDecorator('terminal', terminal);
  });
}

/** The terminal that asks, in a scope that requires one. */
export const terminalOf = (request: FastifyRequest): Terminal => request.getDecorator<Terminal>('terminal');
