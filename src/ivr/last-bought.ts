import type { CallDuties } from './call-context.ts';
import type { CallMemory } from './call-memory.ts';

/** At `shop` the shop, at `recipient` the recipient of the last purchase. No shop number or telephone is so short. */
export const lastKey = '1';

/** Names travel in the URL; longer ones are cut there, not where they are written. */
const longestName = 30;

const cut = (name: string): string => [...name].slice(0, longestName).join('');

/** A shop as it is said and keyed in. */
export const named = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({
  code,
  name: cut(name),
  nameEn: cut(nameEn),
});

type Bought = Awaited<ReturnType<CallDuties['lastPurchase']>>;

/** Only for who has signed in: it tells whom a member gave something to. */
export const toLastBought = (bought: Bought): CallMemory['last'] =>
  bought && { shop: bought.shop && named(bought.shop), recipient: bought.recipientPhone };
