import type { Person } from './cast.ts';

/** Yuna's number as it is dialled at home. */
const suggestedRecipient = '01030000001';
const suggestedShop = '101';

type KeysAt = (member: { number: string; pin: string }) => string;

/** What a first-time caller may press at each step of the purchase. */
const keysAt: Record<string, KeysAt> = {
  menu: () => '1',
  resume: ({ pin }) => `${pin}#`,
  member: ({ number }) => `${number}#`,
  pin: ({ pin }) => `${pin}#`,
  shop: () => `${suggestedShop}#`,
  'shop-list': () => `${suggestedShop}#`,
  amount: () => '3',
  'amount-other': () => '20000#',
  recipient: () => `${suggestedRecipient}#`,
  'recipient-confirm': () => '1',
  greeting: () => '2',
  confirm: () => '1',
};

/** Null where there is nothing to suggest: no member, or a step that this page does not know. */
export function suggestKeys(person: Person, step: string | null): string | null {
  if (!person.member || step === null || !Object.hasOwn(keysAt, step)) return null;
  return keysAt[step]?.(person.member) ?? null;
}

const purchase = ['menu', 'member', 'pin', 'shop', 'amount', 'recipient', 'recipient-confirm', 'greeting', 'confirm'];

/** The keys of a whole purchase, in order; empty for somebody who is no member. */
export const wholePurchase = (person: Person): string[] => purchase.flatMap((step) => suggestKeys(person, step) ?? []);
