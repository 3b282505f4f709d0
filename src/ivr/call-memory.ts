import type { Currency } from '../core/money.ts';
import type { PartialName } from '../core/recipients/partial-name.ts';
import type { Language } from '../operations/calls/call-operations.ts';

/** What a call knows, and carries with it from turn to turn. Never a PIN. Amounts are decimal text in minor units. */
export interface CallMemory {
  language: Language;
  /** The member number keyed in, or the caller's own telephone. */
  claim: string | 'own' | null;
  member: MemberKnown | null;
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

interface ShopListed {
  code: string;
  name: string;
  nameEn: string;
}

export interface ShopKnown {
  id: string;
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

export const newMemory = (language: Language): CallMemory => ({
  language,
  claim: null,
  member: null,
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

/** The next gift in the same call: everything but the buyer is asked anew. */
export const nextPurchase = (memory: CallMemory): CallMemory => ({
  ...newMemory(memory.language),
  claim: memory.claim,
  member: memory.member,
  purchase: memory.purchase + 1,
  bought: memory.bought,
});

/** What an earlier step must have brought. Its absence is a fault of the table, not of the caller. */
export function known<T>(fact: T | null, what: string): T {
  if (fact === null) throw new Error(`the call does not know its ${what} yet`);
  return fact;
}
