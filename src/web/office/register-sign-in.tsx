import type { FastifyReply } from 'fastify';
import type { AccountOperations } from '../../operations/accounts/account-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { fieldOf, type Typed } from '../forms/form.ts';
import { homeOf } from './frame.tsx';
import type { AskToSignIn, Office } from './office.tsx';
import { type Kept, KeptPage, SignInPage } from './sign-in-page.tsx';
import { queryOf, type SignedIn, type Visit } from './visit.ts';

export interface SignInPages {
  operations: Pick<AccountOperations, 'signInAccount' | 'signOutAccount'>;
  timeZone: string;
}

/** Only to a page of ours behind the sign-in. */
const ownPath = (path: string): string | null => (/^\/(shop|admin)(\/[\w./-]*)?$/.test(path) ? path : null);

export const askToSignIn: AskToSignIn = (visit, kept) => {
  const { request, reply } = visit;
  if (kept) return signInPage(visit, 401, { email: '', next: '', fault: null, kept });
  const path = ownPath(request.url.split('?')[0] ?? '') ?? '/shop';
  const next = request.method === 'GET' && path !== '/shop' ? `?next=${encodeURIComponent(path)}` : '';
  return reply.header('cache-control', 'no-store').redirect(`/shop/sign-in${next}`, 303);
};

const signInPage = (visit: Visit, status: number, parts: Parameters<typeof SignInPage>[0]): FastifyReply =>
  visit.page(status, { title: visit.words.signIn.title }, <SignInPage {...parts} />);

const keptPage = (visit: SignedIn, kept: Kept): FastifyReply =>
  visit.page(200, { title: visit.words.signIn.keptTitle }, <KeptPage kept={kept} />);

/** RC-01. Signing in and out, and the language. */
export function registerSignIn(office: Office, { operations, timeZone }: SignInPages): void {
  const signedInAlready = (visit: SignedIn): FastifyReply => {
    const kept = keptIn(visit.form);
    if (kept) return keptPage(visit, kept);
    return visit.goTo(ownPath(queryOf(visit, 'next')) ?? homeOf(visit.account));
  };

  const openSignIn = (visit: Visit) => {
    const next = ownPath(queryOf(visit, 'next')) ?? '';
    return signInPage(visit, 200, { email: '', next, fault: null, kept: null });
  };
  office.open('GET', '/shop/sign-in', openSignIn, signedInAlready);

  const signIn = async (visit: Visit) => {
    const { form, request, reply, words, language } = visit;
    const kept = keptIn(form);
    const next = ownPath(fieldOf(form, 'next'));
    const email = fieldOf(form, 'email');
    const outcome = await operations.signInAccount({
      email,
      password: fieldOf(form, 'password'),
      from: request.ip,
      devices: office.devicesOf(request),
    });
    if (outcome.kind !== 'signed-in') {
      const until = outcome.kind === 'closed' ? dateWriter(language, timeZone).moment(outcome.until) : null;
      const fault = until === null ? words.signIn.wrong : words.signIn.closed(until);
      return signInPage(visit, until === null ? 401 : 429, { email, next: next ?? '', fault, kept });
    }
    // Whatever this browser showed before ends: a session that somebody planted in it leads nowhere.
    const before = office.sessionOf(request);
    if (before) await operations.signOutAccount(before);
    office.keepSignedIn(reply, outcome);
    return kept ? keptPage(visit.as(outcome.account), kept) : visit.goTo(next ?? homeOf(outcome.account));
  };
  office.open('POST', '/shop/sign-in', signIn, signedInAlready);

  office.open('POST', '/shop/sign-out', async (visit) => {
    const { request, reply } = visit;
    const token = office.sessionOf(request);
    if (token) await operations.signOutAccount(token);
    reply.clearCookie(office.cookies.session.name, office.cookies.session.options);
    return visit.goTo('/shop/sign-in');
  });

  office.open('POST', '/shop/language', async (visit) => {
    await office.inLanguageAsked(visit);
    return visit.goTo(ownPath(fieldOf(visit.form, 'back')) ?? '/shop');
  });
}

/** The form that the page of the sign-in carried along. */
function keptIn(form: Typed): Kept | null {
  const to = ownPath(fieldOf(form, 'kept-to'));
  if (!to) return null;
  const fields = Object.entries(form).filter(([name]) => name.startsWith('kept.'));
  return { to, form: Object.fromEntries(fields.map(([name, value]) => [name.slice('kept.'.length), value])) };
}
