import type { Currency } from '../core/money.ts';
import type { PartialName } from '../core/recipients/partial-name.ts';
import type { Language } from '../operations/calls/call-operations.ts';

/** What a call knows, and carries with it from turn to turn. Never a PIN. Amounts are decimal text in minor units. */
export interface CallMemory {
  language: Language;
  /** What the caller chose by key 8, to be remembered once the PIN is right. */
  chosen: Language | null;
  /** The telephone is that of a member who has bought by telephone before. */
  returning: boolean;
  /** The member number keyed in, or the caller's own telephone. */
  claim: string | 'own' | null;
  member: MemberKnown | null;
  /** What the member bought last, to be had again on one key; null for who buys the first time. */
  last: LastBought | null;
  /** The page of shops that was read last, so that their codes can be read again. */
  listed: { page: number; shops: ShopListed[]; more: boolean } | null;
  shop: ShopKnown | null;
  amount: string | null;
  hold: string | null;
  recipient: RecipientKnown | null;
  /** The provider's id of a spoken greeting. */
  greeting: string | null;
  /** The call under whose id this hold was asked for, when it is not this call. */
  begunIn: string | null;
  purchase: number;
  attempt: number;
  /** Purchases paid for in this call. */
  bought: number;
  /** A broken call that is offered to be gone on with; until its member has signed in, nothing of it is said. */
  broken: { sid: string; memberId: string; step: string } | null;
}

export interface MemberKnown {
  id: string;
  name: string;
  card: { brand: string; last4: string };
}

interface LastBought {
  /** Null when it sells no more. */
  shop: ShopListed | null;
  /** E.164. */
  recipient: string;
}

interface ShopListed {
  code: string;
  name: string;
  nameEn: string;
}

export interface ShopKnown {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  currency: Currency;
  presets: string[];
}

export interface RecipientKnown {
  phone: string;
  /** What may be said of the name; null when nobody knows it. */
  name: PartialName | { kind: 'full' } | null;
  shown: string | null;
}

/** What is known of a caller before anything is said. */
type Caller = Pick<CallMemory, 'language' | 'returning'>;

export const newMemory = ({ language, returning }: Caller): CallMemory => ({
  language,
  chosen: null,
  returning,
  claim: null,
  member: null,
  last: null,
  listed: null,
  shop: null,
  amount: null,
  hold: null,
  recipient: null,
  greeting: null,
  begunIn: null,
  purchase: 1,
  attempt: 0,
  bought: 0,
  broken: null,
});

/** The next gift in the same call: everything but the buyer is asked anew, and the gift before is the last one. */
export const nextPurchase = (memory: CallMemory): CallMemory => ({
  ...newMemory(memory),
  claim: memory.claim,
  member: memory.member,
  last: lastOf(memory),
  purchase: memory.purchase + 1,
  bought: memory.bought,
});

function lastOf({ shop, recipient, last }: CallMemory): LastBought | null {
  if (shop === null || recipient === null) return last;
  const { code, name, nameEn } = shop;
  return { shop: { code, name, nameEn }, recipient: recipient.phone };
}

/** What an earlier step must have brought. Its absence is a fault of the table, not of the caller. */
export function known<T>(fact: T | null, what: string): T {
  if (fact === null) throw new Error(`the call does not know its ${what} yet`);
  return fact;
}
