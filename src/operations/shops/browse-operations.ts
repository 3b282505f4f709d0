import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { WordsRefusal } from '../../core/words.ts';
import type { RequestView, WantCount } from '../coupons/coupon-operations.ts';

export interface ListedShop extends ShopNames {
  id: string;
  code: string;
  trade: string;
  place: string;
}

export interface ShopPage extends ListedShop {
  about: string;
  /** Seven entries from Monday on: "10:00-20:00", or null for closed. Null when the shop did not say. */
  hours: (string | null)[] | null;
  demand: PublicDemand;
  /** What this customer asks it for; null when nothing is open. */
  asked: RequestView | null;
  /** How many campaigns it has on offer to everyone. */
  offers: number;
}

/** RC-05: what customers see of each other. Their own words are for the shop alone. */
export interface PublicDemand {
  asking: number;
  threshold: number;
  /** Percentages and amounts. */
  wants: WantCount[];
  /** How many ask for something else, in words of their own. */
  things: number;
}

/** `likely`: enough was written to take it for the one that is meant. */
export interface FoundShop extends ListedShop {
  likely: boolean;
}

/** RC-02, RC-03. */
export interface BrowseOperations {
  /** Trades that have shops, with how many. */
  listTrades(): Promise<{ trade: string; shops: number }[]>;
  /** By code; `after` is the code of the last one seen. */
  shopsOfTrade(ask: { trade: string; after: string | null; limit: number }): Promise<ListedShop[]>;
  /** By name, its first consonants, place or code, however it is written; the best first. */
  searchShops(ask: { text: string; limit: number }): Promise<FoundShop[]>;
  showShop(shopId: string, customerId: string | null): Promise<ShopPage | null>;
  /** RC-03. The operator gets it; the customer is told when the shop is listed. */
  wishForShop(ask: {
    customerId: string;
    name: string;
    place: string;
  }): Promise<{ kind: 'wished' } | { kind: 'words'; because: WordsRefusal } | { kind: 'too-many-open'; most: number }>;
}
