import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CustomerOperations } from '../operations/customers/customer-operations.ts';
import { languageOfLocale } from '../wording/written/language.ts';
import { EmailProofPage } from './pages/email-proof-page.tsx';
import { sendNotice } from './pages/notice-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { readFormsOnly } from './twilio-signature.ts';
import { languageOfBrowser } from './words/in-language.ts';

const form = /^[\w-]{38,500}$/;

/**
 * /e/<token>, of the mail that proves an address. A page to confirm first: programs that look at every link of a mail
 * must not do it for its reader.
 */
export function registerEmailProof(
  app: FastifyInstance,
  { operations }: { operations: Pick<CustomerOperations, 'confirmEmail'> },
): void {
  app.register(async (scope) => {
    readFormsOnly(scope);
    scope.get('/e/:token', async (request, reply) => {
      const token = tokenIn(request);
      const language = languageOfBrowser(request);
      if (token === '') return sendNotice(reply, 404, language, 'linkNotFound');
      return sendPage(reply, 200, <EmailProofPage language={language} asking={token} address={null} />);
    });
    scope.post('/e/:token', async (request, reply) => {
      const outcome = await operations.confirmEmail(tokenIn(request));
      if (outcome.kind === 'unknown-link') return sendNotice(reply, 404, languageOfBrowser(request), 'linkNotFound');
      const language = languageOfLocale(outcome.locale);
      return sendPage(reply, 200, <EmailProofPage language={language} asking={null} address={outcome.email} />);
    });
  });
}

/** '' for what cannot be a token, and opens nothing. */
function tokenIn({ params }: FastifyRequest): string {
  const { token } = params as { token?: string };
  return token && form.test(token) ? token : '';
}
