import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountFacts, AccountOperations } from '../../operations/accounts/account-operations.ts';
import {
  languageAskedFor,
  languageOfLocale,
  type WrittenLanguage,
  writtenLanguages,
} from '../../wording/written/language.ts';
import { fieldOf, type Typed, typedForm } from '../forms/form.ts';
import type { PageFiles } from '../page-files.ts';
import { toHtml } from '../pages/page.tsx';
import { readFormsOnly } from '../twilio-signature.ts';
import { officeWords } from '../words/office/in-language.ts';
import type { OfficeNotice } from '../words/office/office-words.ts';
import { officeCookies } from './cookies.ts';
import { Frame, homeOf } from './frame.tsx';
import { originOf } from './same-origin.ts';
import type { Sheet, SignedIn, Visit } from './visit.ts';

export interface OfficeSettings {
  operations: Pick<AccountOperations, 'accountBySession' | 'chooseAccountLanguage'>;
  publicUrl: string;
  timeZone: string;
  /** Proves that forms are ours; used for nothing else. */
  formKey: string;
  files: PageFiles | null;
}

type Method = 'GET' | 'POST';
type Handler<V> = (visit: V) => Promise<FastifyReply> | FastifyReply;

/** What pages behind the sign-in hang their routes on. Each POST has proved to come from a page of ours. */
export interface Office {
  cookies: ReturnType<typeof officeCookies>;
  /** For anybody. `signedIn`: what a form meets that somebody signed in sends all the same, from an older page. */
  open(method: Method, path: string, handler: Handler<Visit>, signedIn?: Handler<SignedIn>): void;
  /** For whoever is signed in; others sign in first, and nothing of what they typed is lost. */
  signedIn(method: Method, path: string, handler: Handler<SignedIn>): void;
  /** For operators; to everybody else there is no such page. */
  operator(method: Method, path: string, handler: Handler<SignedIn>): void;
  /** Whoever signed in just now: the session, and that this browser is known from now on. */
  keepSignedIn(reply: FastifyReply, signedIn: { token: string; devices: string }): void;
  devicesOf(request: FastifyRequest): string | undefined;
  sessionOf(request: FastifyRequest): string | null;
  /** The same request in the language that its form asks for, if it does; that is kept. */
  inLanguageAsked<V extends Visit>(visit: V): Promise<V>;
  /** To be called last: an address that only takes forms leads, when it is opened, to the nearest page above it. */
  leadUp(): void;
}

/** In the place of an account's id, in forms of who is not signed in: the library takes '' for none at all. */
const nobody = 'nobody';

/** Shown to who is not signed in; `kept`: a form that came meanwhile. */
export type AskToSignIn = (visit: Visit, kept: { to: string; form: Typed } | null) => FastifyReply;

export async function openOffice(
  scope: FastifyInstance,
  settings: OfficeSettings,
  askToSignIn: AskToSignIn,
): Promise<Office> {
  const { operations, publicUrl, timeZone, files } = settings;
  const secure = publicUrl.startsWith('https:');
  const cookies = officeCookies(secure);
  const accounts = new WeakMap<FastifyRequest, AccountFacts | null>();
  const accountOf = (request: FastifyRequest) => accounts.get(request) ?? null;

  readFormsOnly(scope);
  await scope.register(cookie);
  await scope.register(csrf, {
    cookieKey: cookies.form.name,
    cookieOpts: { ...cookies.form.options },
    csrfOpts: { hmacKey: settings.formKey, userInfo: true },
    getUserInfo: (request) => accountOf(request)?.id ?? nobody,
    getToken: (request) => (request.body as { _csrf?: string } | undefined)?._csrf,
  });
  await scope.register(helmet, policyOf(secure));

  const keepSession = (reply: FastifyReply, token: string) =>
    void reply.setCookie(cookies.session.name, token, cookies.session.options);
  const sessionOf = (request: FastifyRequest) => request.cookies[cookies.session.name] ?? null;

  // After the body was read, so that what is no form at all is refused as everywhere.
  scope.addHook('preHandler', async (request, reply) => {
    const token = sessionOf(request);
    const session = token === null || !/^[\w-]{43}$/.test(token) ? null : await operations.accountBySession(token);
    accounts.set(request, session?.account ?? null);
    if (session?.renewed) keepSession(reply, session.renewed);
  });

  const languageOf = (request: FastifyRequest): WrittenLanguage => {
    const chosen = languageAskedFor(request.cookies[cookies.language.name]);
    if (chosen) return chosen;
    const account = accountOf(request);
    // Korean is what an account has for which nobody ever chose.
    const own = account && account.locale !== 'ko' ? languageOfLocale(account.locale) : null;
    return own ?? languageAskedFor(request.headers['accept-language']) ?? 'ko';
  };

  const visitOf = (
    request: FastifyRequest,
    reply: FastifyReply,
    account = accountOf(request),
    language = languageOf(request),
  ): Visit => {
    const visit: Visit = {
      request,
      reply,
      account,
      language,
      words: officeWords(language),
      form: typedForm(request),
      page: (status, sheet, content) => {
        const formToken = reply.generateCsrf({ userInfo: account?.id ?? nobody });
        const path = request.url.split('?')[0] ?? '/shop';
        const around = { language, timeZone, formToken, account, path };
        return sendSheet(reply, status, around, sheet, content, files);
      },
      goTo: (path) => reply.header('cache-control', 'no-store').redirect(path, 303),
      notice: (status, name) => notice(visit, status, name),
      notFound: () => notice(visit, 404, 'notFound'),
      as: (who) => ({ ...visitOf(request, reply, who, language), account: who }),
    };
    return visit;
  };

  const notice = (visit: Visit, status: number, name: OfficeNotice): FastifyReply => {
    const { title, text } = visit.words.notices[name];
    const home = visit.account ? homeOf(visit.account) : '/shop';
    return visit.page(
      status,
      { title },
      <div class="sheet">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a href={home}>{visit.account?.role === 'operator' ? visit.words.frame.admin : visit.words.frame.shops}</a>
        </p>
      </div>,
    );
  };

  scope.setErrorHandler((error: FastifyError, request, reply) => {
    if (!error.code?.startsWith('FST_CSRF_')) throw error;
    return notice(visitOf(request, reply), 403, 'oldForm');
  });

  const isOther = (request: FastifyRequest) => originOf(request, publicUrl) === 'other';
  type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

  const pages = new Set<string>();
  const formsOnly = new Set<string>();
  const route = (method: Method, path: string, guard: Guard, handle: (visit: Visit) => ReturnType<Handler<Visit>>) => {
    const fromHere: Guard = async (request, reply) =>
      isOther(request) ? notice(visitOf(request, reply), 403, 'notFromHere') : undefined;
    (method === 'GET' ? pages : formsOnly).add(path);
    scope.route({
      method,
      url: path,
      preHandler: method === 'POST' ? [fromHere, guard, scope.csrfProtection] : [guard],
      handler: async (request, reply) => handle(visitOf(request, reply)),
    });
  };
  const guarded = (
    method: Method,
    path: string,
    may: (account: AccountFacts) => boolean,
    handler: Handler<SignedIn>,
  ): void => {
    const guard: Guard = async (request, reply) => {
      const account = accountOf(request);
      if (account) return may(account) ? undefined : visitOf(request, reply).notFound();
      const visit = visitOf(request, reply);
      // Nothing of a form is offered for saving that could have come from elsewhere.
      const ours = method === 'POST' && originOf(request, publicUrl) === 'same';
      return askToSignIn(visit, ours ? { to: request.url, form: visit.form } : null);
    };
    route(method, path, guard, (visit) => {
      const { account } = visit;
      if (!account) throw new Error('nobody is signed in behind the guard');
      return handler({ ...visit, account });
    });
  };
  return {
    cookies,
    open: (method, path, handler, whenSignedIn) => {
      const guard: Guard = async (request, reply) => {
        const account = accountOf(request);
        return account && whenSignedIn ? whenSignedIn({ ...visitOf(request, reply), account }) : undefined;
      };
      route(method, path, guard, handler);
    },
    signedIn: (method, path, handler) => guarded(method, path, () => true, handler),
    operator: (method, path, handler) => guarded(method, path, ({ role }) => role === 'operator', handler),
    keepSignedIn: (reply, { token, devices }) => {
      keepSession(reply, token);
      reply.setCookie(cookies.devices.name, devices, cookies.devices.options);
    },
    devicesOf: (request) => request.cookies[cookies.devices.name],
    sessionOf,
    inLanguageAsked: async (visit) => {
      const { request, reply, account, form } = visit;
      const language = writtenLanguages.find((one) => one === fieldOf(form, 'language'));
      if (!language) return visit;
      reply.setCookie(cookies.language.name, language, cookies.language.options);
      if (account) await operations.chooseAccountLanguage(account.id, language);
      return { ...visit, ...visitOf(request, reply, account, language), account };
    },
    leadUp: () => {
      for (const path of formsOnly) {
        const above = pageAbove(path, pages);
        if (!pages.has(path) && above)
          scope.get(path, (request, reply) => reply.redirect(aboveIn(request, above), 303));
      }
    },
  };
}

/** The nearest page whose path begins as this one does. */
function pageAbove(path: string, pages: ReadonlySet<string>): string | null {
  const above = path.slice(0, path.lastIndexOf('/'));
  if (above === '') return null;
  return pages.has(above) ? above : pageAbove(above, pages);
}

/** The beginning of the address that was asked for, as long as the page's. */
const aboveIn = ({ url }: FastifyRequest, page: string): string =>
  url.split('?')[0]?.split('/').slice(0, page.split('/').length).join('/') ?? page;

function sendSheet(
  reply: FastifyReply,
  status: number,
  around: Parameters<typeof Frame>[0]['around'],
  sheet: Sheet,
  content: Parameters<typeof Frame>[0]['children'],
  files: PageFiles | null,
): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      // An answer to a form is kept for the browser's way back, which would otherwise ask to send the form again.
      'cache-control': reply.request.method === 'POST' ? 'private, no-cache' : 'no-store',
      'x-robots-tag': 'noindex',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(sheet.secret && secretly),
    })
    .send(
      toHtml(
        <Frame around={around} sheet={sheet} files={files}>
          {content}
        </Frame>,
      ),
    );
}

/** No path goes anywhere by it, and forms still say their origin, which `no-referrer` would hide. */
const secretly = { 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' };

/** Own scripts and styles from own paths; a picture of an unsaved draft is a blob. */
const policyOf = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'blob:'],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // With `no-referrer` browsers would hide the origin of forms, by which we know our own.
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: secure,
  xFrameOptions: { action: 'deny' as const },
});
