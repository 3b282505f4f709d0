import { completePurchase } from '../src/operations/purchases/complete-purchase.ts';
import { fetchers, fetchOne } from './contested-campaign.ts';
import { captured, type House, spend, spendable } from './house.ts';
import { type Write, writesOfDownload, writesOfPurchase, writesOfRedemption } from './same-rows.ts';

/** A kind of work that commits money, and the rows that it writes. */
export interface Kind {
  /** What so many works need. */
  prepare(house: House, count: number): Promise<string[]>;
  /** One work; gives what its rows are found by. */
  does(house: House, prepared: string): Promise<string>;
  writes(house: House, done: string): Promise<Write[]>;
}

export const kinds = {
  purchase: {
    prepare: captured,
    does: async ({ deps }, holdId) => {
      await completePurchase(deps, holdId);
      return holdId;
    },
    writes: writesOfPurchase,
  },
  redemption: { prepare: spendable, does: spend, writes: writesOfRedemption },
  /** EC-04: everybody wants a coupon of the same campaign. */
  download: { prepare: fetchers, does: fetchOne, writes: writesOfDownload },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
