import type { FastifyReply } from 'fastify';
import type { AccountOperations } from '../../operations/accounts/account-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf } from '../forms/form.ts';
import { markEntry } from '../shop/entry-form.ts';
import { AskedPage, ForgottenPage, NewPasswordPage, VoidLinkPage } from './forgotten-pages.tsx';
import type { Office } from './office.tsx';
import { paramOf, type Visit } from './visit.ts';

interface ForgottenPages {
  operations: Pick<AccountOperations, 'askPasswordLink' | 'showPasswordLink' | 'renewPassword' | 'signOutAccount'>;
  timeZone: string;
}

const form = /^[\w-]{38,500}$/;

/** RC-01. A new password, by a link in a mail: of who forgot it, and of who is signed in and wants another. */
export function registerForgotten(office: Office, { operations, timeZone }: ForgottenPages): void {
  const forgottenPage = (visit: Visit, status: number, parts: Parameters<typeof ForgottenPage>[0]): FastifyReply =>
    visit.page(status, { title: titleFor(visit) }, <ForgottenPage {...parts} />);

  office.open('GET', '/shop/forgotten', (visit) => {
    if (isOperator(visit)) return visit.notFound();
    return forgottenPage(visit, 200, { email: visit.account?.email ?? '', marks: {}, fault: null });
  });

  office.open('POST', '/shop/forgotten', async (visit) => {
    if (isOperator(visit)) return visit.notFound();
    const { words, language, request } = visit;
    const email = visit.account?.email ?? fieldOf(visit.form, 'email');
    const outcome = await operations.askPasswordLink({ email, from: request.ip });
    if (outcome.kind === 'faults') {
      return forgottenPage(visit, 422, { email, marks: markEntry(outcome.faults, words), fault: null });
    }
    if (outcome.kind === 'closed') {
      const fault = words.forgotten.closed(dateWriter(language, timeZone).moment(outcome.until));
      return forgottenPage(visit, 429, { email, marks: {}, fault });
    }
    return visit.page(200, { title: words.forgotten.sentTitle }, <AskedPage email={outcome.email} />);
  });

  const newPasswordPage = (visit: Visit, status: number, email: string, marks: Marks): FastifyReply => {
    const path = `/shop/password/${tokenIn(visit)}`;
    const sheet = { title: visit.words.forgotten.newTitle, secret: true };
    return visit.page(status, sheet, <NewPasswordPage path={path} email={email} marks={marks} />);
  };
  const voidLink = (visit: Visit): FastifyReply =>
    visit.page(404, { title: visit.words.forgotten.voidTitle, secret: true }, <VoidLinkPage />);

  office.open('GET', '/shop/password/:token', async (visit) => {
    const link = await operations.showPasswordLink(tokenIn(visit));
    return link.kind === 'asking' ? newPasswordPage(visit, 200, link.email, {}) : voidLink(visit);
  });

  office.open('POST', '/shop/password/:token', async (visit) => {
    const { request, reply, words } = visit;
    const password = fieldOf(visit.form, 'password');
    const devices = office.devicesOf(request);
    const outcome = await operations.renewPassword({ token: tokenIn(visit), password, devices });
    if (outcome.kind === 'unknown-link') return voidLink(visit);
    if (outcome.kind === 'faults') {
      return newPasswordPage(visit, 422, outcome.email, markEntry(outcome.faults, words));
    }
    // Whoever was signed in here before is not the one who is now.
    const before = office.sessionOf(request);
    if (before) await operations.signOutAccount(before);
    office.keepSignedIn(reply, outcome);
    return visit.goTo('/shop?done=password');
  });
}

const titleFor = ({ account, words: { forgotten } }: Visit): string => (account ? forgotten.change : forgotten.title);

const isOperator = ({ account }: Visit): boolean => account?.role === 'operator';

/** '' for what cannot be a token, and opens nothing. */
function tokenIn(visit: Visit): string {
  const token = paramOf(visit, 'token');
  return form.test(token) ? token : '';
}
