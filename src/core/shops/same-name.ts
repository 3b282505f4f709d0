import type { ShopNames } from '../messages/message-facts.ts';

/** Spaces, capitals and widths do not tell two shops apart. */
const heard = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Those of `shops` that have one of these names too, in whichever language, but for the shop itself. */
export function namesakesOf<S extends ShopNames & { id: string }>(
  { id, names }: { id: string; names: ShopNames },
  shops: readonly S[],
): S[] {
  const wanted = new Set([names.name, names.nameEn].map(heard));
  return shops.filter((shop) => shop.id !== id && (wanted.has(heard(shop.name)) || wanted.has(heard(shop.nameEn))));
}
