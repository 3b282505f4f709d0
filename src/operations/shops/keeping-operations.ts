import type { FeeKind } from '../../core/coupons/fees.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';
import type { EntryFault, ShopEntry } from '../../core/shops/shop-entry.ts';

export type { EntryFault, ShopEntry } from '../../core/shops/shop-entry.ts';

export interface OwnedShop extends ShopEntry {
  id: string;
  currency: string;
  approved: boolean;
  /** The operator declined it; a change asks once more. */
  declined: boolean;
  declinedFor: string | null;
  /** New names that wait for the operator; the shop has its old ones meanwhile. */
  asked: ShopNames | null;
  /** The names that the operator declined last, and why, until the owner changes the shop. */
  declinedNames: (ShopNames & { reason: string | null }) | null;
  asking: number;
  chain: ShopNames | null;
  /** The other shops of the chain, whoever owns them. */
  siblings: (ShopNames & { id: string; code: string })[];
  /** RC-13: the rules in force for it. */
  fees: { kind: FeeKind; minor: Money; basisPoints: number; since: Date }[];
}

/** What owners do with their shops. */
export interface KeepingOperations {
  ownShops(accountId: string): Promise<OwnedShop[]>;
  /** The shop that a campaign is of, for whoever may make it: its owner, or the operator it was left to. */
  shopOfCampaign(ask: { by: string; campaignId: string }): Promise<OwnedShop | null>;
  addShop(
    accountId: string,
    shop: ShopEntry,
  ): Promise<{ kind: 'added'; shopId: string } | { kind: 'faults'; faults: EntryFault[] }>;
  changeShop(
    accountId: string,
    shopId: string,
    shop: ShopEntry,
  ): Promise<{ kind: 'changed' } | { kind: 'faults'; faults: EntryFault[] } | { kind: 'unknown-shop' }>;
}
