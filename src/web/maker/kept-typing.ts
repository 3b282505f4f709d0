import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionTimes } from '../../core/accounts/session.ts';
import { hasCardNumber } from '../../core/payments/card-number.ts';
import { fieldOf, type Typed } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import type { SignedIn } from '../office/visit.ts';
import type { ReadStep } from './read-step.ts';
import { isStep, type TypedStep } from './steps.ts';

/**
 * What was typed at a step and cannot be read, such as an amount in words. It fits into no draft, so that the browser
 * keeps it where it was typed, and nothing is lost by looking at another step.
 */
export type KeptTyping = Readonly<Partial<Record<TypedStep, Readonly<Record<string, string>>>>>;

const cookieName = 'giftline-typed';
/** A browser keeps 4,096 octets of a cookie with its name and attributes (RFC 6265, 6.1). */
const mostCookie = 3_500;

export function keptTyping({ request }: SignedIn): KeptTyping {
  const kept: Partial<Record<TypedStep, Record<string, string>>> = {};
  for (const [step, fields] of entriesIn(request.cookies[cookieName])) {
    if (!isStep(step) || step === 'check' || typeof fields !== 'object' || fields === null) continue;
    const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
    kept[step] = Object.fromEntries(texts);
  }
  return kept;
}

function entriesIn(cookie: string | undefined): [string, unknown][] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString());
    return typeof read === 'object' && read !== null ? Object.entries(read) : [];
  } catch {
    // Only this page writes the cookie: what is no JSON was made by somebody else, and nothing was typed.
    return [];
  }
}

/** False: it is too much, or nothing that may be kept anywhere. */
export function keepTyping(office: Office, visit: SignedIn, campaignId: string, kept: KeptTyping): boolean {
  const { name: _, options } = office.cookies.form;
  const cookie: CookieSerializeOptions = { ...options, path: `/shop/coupons/${campaignId}`, sameSite: 'lax' };
  if (Object.keys(kept).length === 0) {
    if (visit.request.cookies[cookieName] !== undefined) visit.reply.clearCookie(cookieName, cookie);
    return true;
  }
  const text = Buffer.from(JSON.stringify(kept)).toString('base64url');
  const texts = Object.values(kept).flatMap((fields) => Object.values(fields));
  if (text.length > mostCookie || texts.some(hasCardNumber)) return false;
  visit.reply.setCookie(cookieName, text, { ...cookie, maxAge: sessionTimes.longestMs / 1_000 });
  return true;
}

const offerInputs = ['kind', 'percent', 'mostMinor', 'minor', 'worth', 'item', 'ticket', 'event', 'startsAt', 'seat'];

/** An offer is stored as a whole, or not at all. */
export function withStep(kept: KeptTyping, step: TypedStep, form: Typed, { unreadable }: ReadStep): KeptTyping {
  const { [step]: _, ...others } = kept;
  const inputs = Object.keys(unreadable);
  if (inputs.length === 0) return others;
  const names = step === 'offer' ? offerInputs : inputs;
  return { ...others, [step]: Object.fromEntries(names.map((name) => [name, fieldOf(form, name)])) };
}
