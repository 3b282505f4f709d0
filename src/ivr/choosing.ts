import { decimalsOf } from '../core/money.ts';
import type { ShopFacts } from '../operations/shops/shop-operations.ts';
import { answered, type CallActions, type CallContext } from './call-context.ts';
import { type CallMemory, known, type ShopKnown } from './call-memory.ts';
import { lastKey, named } from './last-bought.ts';

/** Four shops are about as much as can be listened to at once. */
const shopsAPage = 4;

/** What is bought: the shop and the amount (GC-03). */
export function choosing(
  call: CallContext,
): Pick<CallActions, 'findShop' | 'listShops' | 'letGo' | 'pickAmount' | 'typeAmount'> {
  return {
    async findShop(memory, _turn, answer) {
      const typed = answered(answer);
      if (typed === '0') return { memory, outcome: { kind: 'list' } };
      const code = typed === lastKey ? memory.last?.shop?.code : typed;
      // Who has no last shop was not offered the key: it is a number that is too short, like any other.
      if (code === undefined) return { memory, outcome: { kind: 'wrong-length' } };
      const found = await call.operations.findShop(code);
      if (found.kind === 'unknown-shop')
        return { memory: withoutLast(memory, code), outcome: { kind: 'unknown-shop' } };
      return { memory: { ...memory, listed: null, shop: toKnown(found.shop) }, outcome: { kind: 'found' } };
    },
    async listShops(memory) {
      return {
        memory: { ...memory, listed: pageOf(await call.operations.listShops(), memory) },
        outcome: { kind: 'listed' },
      };
    },
    /** On the way back to the amount the money that was held for the old one is let go. */
    async letGo(memory) {
      if (memory.hold === null) return { memory, outcome: { kind: 'released' } };
      await call.operations.releaseHold(memory.hold);
      return { memory: { ...memory, hold: null }, outcome: { kind: 'released' } };
    },
    async pickAmount(memory, _turn, answer) {
      const chosen = answered(answer);
      if (chosen === 'other') return { memory, outcome: { kind: 'other' } };
      const preset = known(memory.shop, 'shop').presets[Number(chosen) - 1];
      if (preset === undefined) return { memory, outcome: { kind: 'no-such-preset' } };
      return { memory: withAmount(memory, preset), outcome: { kind: 'picked' } };
    },
    async typeAmount(memory, _turn, answer) {
      const whole = BigInt(answered(answer));
      if (whole === 0n) return { memory, outcome: { kind: 'no-amount' } };
      const minor = whole * 10n ** BigInt(decimalsOf(known(memory.shop, 'shop').currency));
      return { memory: withAmount(memory, String(minor)), outcome: { kind: 'picked' } };
    },
  };
}

/** A last shop that was closed in the meantime is not offered again. */
const withoutLast = (memory: CallMemory, code: string): CallMemory =>
  memory.last?.shop?.code === code ? { ...memory, last: { ...memory.last, shop: null } } : memory;

/** Each amount asked for is a new attempt, and so a new hold. */
const withAmount = (memory: CallMemory, amount: string): CallMemory => ({
  ...memory,
  amount,
  begunIn: null,
  attempt: memory.attempt + 1,
});

const toKnown = (shop: ShopFacts): ShopKnown => ({
  id: shop.id,
  ...named(shop),
  currency: shop.currency,
  // There are four keys for presets.
  presets: shop.presets.slice(0, 4).map(({ minor }) => String(minor)),
});

/** The page after the one that was read last, and after the last page the first again. */
function pageOf(shops: readonly ShopFacts[], { listed }: CallMemory): CallMemory['listed'] {
  const page = listed?.more ? listed.page + 1 : 0;
  const from = page * shopsAPage;
  return {
    page,
    shops: shops.slice(from, from + shopsAPage).map(named),
    more: shops.length > from + shopsAPage,
  };
}
