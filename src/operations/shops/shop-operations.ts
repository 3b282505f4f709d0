import type { Currency, Money } from '../../core/money.ts';

export interface ShopFacts {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  currency: Currency;
  presets: Money[];
  least: Money;
  most: Money;
}

export interface ShopOperations {
  /** GC-03. By its three-digit code. A shop that sells no more is not found. */
  findShop(code: string): Promise<{ kind: 'shop'; shop: ShopFacts } | { kind: 'unknown-shop' }>;
  /** Throws when there is none: the id comes from us. */
  shopById(id: string): Promise<ShopFacts>;
  /** Those that sell, at most 20, by code. */
  listShops(): Promise<ShopFacts[]>;
}
