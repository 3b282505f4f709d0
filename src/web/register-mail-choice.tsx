import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MailOperations } from '../operations/messages/mail-operations.ts';
import { MailChoicePage, type MailChoiceParts } from './pages/mail-choice-page.tsx';
import { sendNotice } from './pages/notice-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { readFormsOnly } from './twilio-signature.ts';
import { languageOfBrowser } from './words/in-language.ts';

const form = /^[\w-]{38,500}$/;

/**
 * /u/<token>, of the foot of a mail and its List-Unsubscribe: a page to confirm, and the POST by which a mail provider's
 * own button does it with one click (RFC 8058), without cookies.
 */
export function registerMailChoice(app: FastifyInstance, { operations }: { operations: MailOperations }): void {
  app.register(async (scope) => {
    readFormsOnly(scope);
    // RFC 8058 has providers send either form. What the address says is all there is to say: this one is not looked into.
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, async () => null);
    scope.get('/u/:token', async (request, reply) => {
      const found = await operations.showMailChoice(tokenIn(request));
      return found.kind === 'choice' ? show(request, reply, found) : unknown(request, reply);
    });
    scope.post('/u/:token', async (request, reply) => {
      const outcome = await operations.stopMail(tokenIn(request));
      if (outcome.kind === 'unknown-link') return unknown(request, reply);
      return show(request, reply, { ...outcome, stopped: true });
    });
    scope.post('/u/:token/again', async (request, reply) => {
      const outcome = await operations.resumeMail(tokenIn(request));
      if (outcome.kind === 'unknown-link') return unknown(request, reply);
      return show(request, reply, { ...outcome, stopped: false });
    });
  });
}

/** '' for what cannot be a token, and opens nothing. */
function tokenIn({ params }: FastifyRequest): string {
  const { token } = params as { token?: string };
  return token && form.test(token) ? token : '';
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { address, stopped, newsBy }: Pick<MailChoiceParts, 'address' | 'stopped' | 'newsBy'>,
) {
  const language = languageOfBrowser(request);
  const token = tokenIn(request);
  return sendPage(reply, 200, <MailChoicePage {...{ language, token, address, stopped, newsBy }} />);
}

const unknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendNotice(reply, 404, languageOfBrowser(request), 'linkNotFound');
