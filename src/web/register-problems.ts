import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../operations/ports.ts';
import { partWithNul } from './nul.ts';
import { sendNotice } from './pages/notice-page.tsx';
import { type ProblemKind, problemKinds } from './problem-kinds.ts';
import { sendProblem } from './send-problem.ts';
import { languageOfBrowser } from './words/in-language.ts';
import type { NoticeName } from './words/page-words.ts';

export interface Problems {
  /** Whether an error means that the database cannot be used now and that nothing was changed. */
  isOutage(error: unknown): boolean;
  log: Log;
}

const kindOfStatus: Partial<Record<number, ProblemKind>> = {
  401: 'no-terminal-key',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** An address that no path can be read from: told as everywhere else. */
export const answerUnreadable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  const tooLong = error.statusCode === 414;
  // Nothing of ours is called by so many letters.
  if (tooLong && !isCall(request)) sendNotice(reply, 414, languageOfBrowser(request), 'tooLong');
  else answer(request, reply, tooLong ? 'not-found' : 'bad-request');
};

const isCall = ({ url }: FastifyRequest): boolean => /^\/(?:api|ivr|sms|payments|chat)\//.test(url);

/** What a request meets that went wrong anywhere: told in the way of its address, without anything from inside. */
export function registerProblems(app: FastifyInstance, { isOutage, log }: Problems): void {
  app.addHook('onRequest', async (request, reply) => {
    const part = partWithNul(request.url);
    return part ? answer(request, reply, part === 'path' ? 'not-found' : 'bad-request') : undefined;
  });
  app.setNotFoundHandler((request, reply) => answer(request, reply, 'not-found'));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const kind = kindOf(error, isOutage);
    if (problemKinds[kind].status >= 500) log.error({ err: error }, 'a request failed');
    if (kind === 'unavailable') reply.header('retry-after', '2');
    return answer(request, reply, kind, error.validation ? { faults: faultsOf(error) } : {});
  });
}

function kindOf(error: FastifyError, isOutage: Problems['isOutage']): ProblemKind {
  if (isOutage(error)) return 'unavailable';
  if (error.validation) return 'bad-request';
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return 'internal';
  return kindOfStatus[status] ?? 'bad-request';
}

const MOST_FAULTS = 20;

/** Where a request is misshapen; never what stood there, which may be a PIN. */
const faultsOf = ({ validation, validationContext }: FastifyError): { at: string; fault: string }[] =>
  (validation ?? []).slice(0, MOST_FAULTS).map((fault) => ({
    at: `${validationContext ?? 'body'}${fault.instancePath}`,
    fault: fault.message ?? 'is wrong',
  }));

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ProblemKind,
  facts: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  const { status, title } = problemKinds[kind];
  if (path.startsWith('/api/') || path === '/docs/json') return sendProblem(reply, kind, facts);
  if (/^\/(ivr|sms|payments|chat)\//.test(path)) return reply.code(status).type('text/plain').send(`${title}.`);
  return sendNotice(reply, status, languageOfBrowser(request), noticeOf(status, path));
}

/** What messages carry: it opens a gift, something that is held, or a choice about mail. */
const linkOfMessage = /^\/[a-z]\/./;

function noticeOf(status: number, path: string): NoticeName {
  if (status === 404) return linkOfMessage.test(path) ? 'linkNotFound' : 'notFound';
  return status >= 500 ? 'notNow' : 'notUnderstood';
}
