import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CustomerOperations } from '../operations/customers/customer-operations.ts';
import { languageOfLocale } from '../wording/written/language.ts';
import { EmailProofPage } from './pages/email-proof-page.tsx';
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
  { operations }: { operations: Pick<CustomerOperations, 'showEmailProof' | 'confirmEmail'> },
): void {
  app.register(async (scope) => {
    readFormsOnly(scope);
    scope.get('/e/:token', async (request, reply) => {
      const token = tokenIn(request);
      const proof = await operations.showEmailProof(token);
      if (proof.kind === 'unknown-link') return sendGone(request, reply);
      const asking = proof.kind === 'asking' ? token : null;
      const language = languageOfBrowser(request);
      return sendPage(reply, 200, <EmailProofPage language={language} asking={asking} address={proof.email} />);
    });
    scope.post('/e/:token', async (request, reply) => {
      const outcome = await operations.confirmEmail(tokenIn(request));
      if (outcome.kind === 'unknown-link') return sendGone(request, reply);
      const language = languageOfLocale(outcome.locale);
      return sendPage(reply, 200, <EmailProofPage language={language} asking={null} address={outcome.email} />);
    });
  });
}

/** A link that was cut, or is void: said at once, and not only to whoever presses the button. */
const sendGone = (request: FastifyRequest, reply: FastifyReply) =>
  sendPage(reply, 404, <EmailProofPage language={languageOfBrowser(request)} asking={null} address={null} />);

/** '' for what cannot be a token, and opens nothing. */
function tokenIn({ params }: FastifyRequest): string {
  const { token } = params as { token?: string };
  return token && form.test(token) ? token : '';
}
