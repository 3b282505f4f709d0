import type { ShopEntry } from '../../core/shops/shop-entry.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

/** What a shop sells when nobody said otherwise, in minor units: keys 1–4, the least and the most. */
export const usualAmounts = {
  KRW: { presets: ['10000', '30000', '50000', '100000'], least: 1_000n, most: 500_000n },
  JPY: { presets: ['1000', '3000', '5000', '10000'], least: 100n, most: 50_000n },
  USD: { presets: ['1000', '3000', '5000', '10000'], least: 100n, most: 50_000n },
} as const;
export const usualValidDays = 365;

/** The columns of an entry that was checked, but for the code. */
export const toShopColumns = (entry: ShopEntry) => ({
  name: entry.name,
  nameEn: entry.nameEn,
  trade: entry.trade,
  about: entry.about,
  place: entry.place,
  hours: entry.hours && JSON.stringify(entry.hours),
  email: entry.email || null,
  phone: entry.phone || null,
  toldBy: JSON.stringify(entry.toldBy),
  threshold: entry.threshold,
});

/** Of an approved shop: no names that the operator declined. */
export const noDeclinedNames = { declinedName: null, declinedNameEn: null, nameDeclinedFor: null };

/** A shop that waits for the operator, who is told. */
export async function createShop(
  tx: Tx,
  { limits, newId, now }: Deps,
  { entry, code, ownerId }: { entry: ShopEntry; code: string; ownerId: string },
): Promise<string> {
  const id = newId();
  const { presets, least, most } = usualAmounts[limits.currency];
  await tx.shop.create({
    data: {
      id,
      code,
      ...toShopColumns(entry),
      currency: limits.currency,
      presets: JSON.stringify(presets),
      leastAmount: least,
      mostAmount: most,
      pinPolicy: 'always',
      validDays: usualValidDays,
      createdAt: now(),
      ownerId,
    },
  });
  return id;
}
