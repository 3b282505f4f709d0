import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionTimes } from '../../core/accounts/session.ts';

/** Names and attributes of what a browser keeps for us. `secure`: it reaches us by https only. */
export function officeCookies(secure: boolean) {
  // The prefix binds a cookie to this very host and to https (RFC 6265bis, 4.1.3.2).
  const prefix = secure ? '__Host-' : '';
  const always: CookieSerializeOptions = { path: '/', httpOnly: true, secure };
  return {
    /** Lax: a link in a mail to the shop's page finds its owner signed in. */
    session: {
      name: `${prefix}giftline-session`,
      options: { ...always, sameSite: 'lax', maxAge: sessionTimes.longestMs / 1_000 },
    },
    /** For who has signed in here: strangers' wrong passwords do not shut this browser out. */
    devices: {
      name: `${prefix}giftline-devices`,
      options: { ...always, sameSite: 'strict', maxAge: 365 * 86_400 },
    },
    form: { name: `${prefix}giftline-form`, options: { ...always, sameSite: 'strict' } },
    language: {
      name: `${prefix}giftline-language`,
      options: { ...always, sameSite: 'lax', maxAge: 365 * 86_400 },
    },
  } as const;
}
