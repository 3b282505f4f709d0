import type { FeeFault, FeeKind } from '../../core/coupons/fees.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';
import type { EntryFault, ShopEntry } from '../../core/shops/shop-entry.ts';

export type { EntryFault, ShopEntry } from '../../core/shops/shop-entry.ts';

export interface AccountFacts {
  id: string;
  email: string;
  name: string;
  role: 'operator' | 'shop-owner';
  locale: string;
}

export interface OwnedShop extends ShopEntry {
  id: string;
  currency: string;
  approved: boolean;
  /** The operator declined it; a change asks once more. */
  declined: boolean;
  declinedFor: string | null;
  /** New names that wait for the operator; the shop has its old ones meanwhile. */
  asked: ShopNames | null;
  asking: number;
  chain: ShopNames | null;
  /** The other shops of the chain, whoever owns them. */
  siblings: (ShopNames & { id: string; code: string })[];
  /** RC-13: the rules in force for it. */
  fees: { kind: FeeKind; minor: Money; basisPoints: number; since: Date }[];
}

export interface AccountOperations {
  /** RC-01. Throttled per address and per caller, and per browser where it is known; `devices`: for it to keep; an unknown address costs the same time as a wrong password. */
  signInAccount(ask: {
    email: string;
    password: string;
    /** Where the request came from. */
    from: string;
    /** What the browser keeps of whom it signed in before. */
    devices?: string | undefined;
  }): Promise<
    | { kind: 'signed-in'; token: string; devices: string; account: AccountFacts }
    | { kind: 'wrong' }
    | { kind: 'closed'; until: Date }
  >;
  /** `renewed`: the token to use from now on; the old one is good for a moment more. */
  accountBySession(token: string): Promise<{ account: AccountFacts; renewed: string | null } | null>;
  signOutAccount(token: string): Promise<void>;
  /** RC-01, RC-03: an owner registers with the shop, which waits for the operator. */
  registerOwner(ask: {
    name: string;
    email: string;
    password: string;
    locale: string;
    shop: ShopEntry;
    from: string;
    devices?: string | undefined;
  }): Promise<
    | { kind: 'registered'; token: string; devices: string; account: AccountFacts }
    | { kind: 'faults'; faults: EntryFault[] }
    | { kind: 'closed'; until: Date }
  >;
  chooseAccountLanguage(accountId: string, locale: string): Promise<void>;

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
  /** What the owner opens the bot with, to see the shop there too: good once, for ten minutes. */
  chatLink(accountId: string): Promise<string>;
  /**
   * The bot was opened with such a link: what it would do. `elsewhere`: the account has another chat now; `leaving`: the
   * shops whose news come to this chat now, and would no longer.
   */
  seeChatLink(ask: {
    userId: string;
    token: string;
  }): Promise<
    | { kind: 'asking'; shops: ShopNames[]; elsewhere: boolean; leaving: ShopNames[] | null }
    | { kind: 'linked'; shops: ShopNames[] }
    | { kind: 'unknown-link' }
    | { kind: 'sign-up-first' }
  >;
  /** After the answer was yes. */
  linkChat(ask: {
    userId: string;
    token: string;
  }): Promise<{ kind: 'linked'; shops: ShopNames[] } | { kind: 'unknown-link' } | { kind: 'sign-up-first' }>;
  /** The account whose owner writes to the bot as this customer. */
  accountOfCustomer(customerId: string): Promise<AccountFacts | null>;
}

/** The operator's; `by` is an operator's account, and anybody else gets nothing. */
export interface OperatorOperations {
  shopsToApprove(by: string): Promise<(OwnedShop & { owner: { name: string; email: string } | null })[]>;
  /** RC-03. `chainOf`: a shop whose chain it joins. */
  approveShop(ask: {
    by: string;
    shopId: string;
    chainOf: string | null;
  }): Promise<{ kind: 'approved' } | { kind: 'unknown-shop' }>;
  declineShop(ask: {
    by: string;
    shopId: string;
    reason: string;
  }): Promise<{ kind: 'declined' } | { kind: 'unknown-shop' }>;
  /** What approved shops would like to be called. */
  namesToApprove(
    by: string,
  ): Promise<
    (ShopNames & { id: string; code: string; asked: ShopNames; owner: { name: string; email: string } | null })[]
  >;
  /** `asked`: the names that the operator saw. */
  approveName(ask: {
    by: string;
    shopId: string;
    asked: ShopNames;
  }): Promise<{ kind: 'approved' } | { kind: 'changed-meanwhile' } | { kind: 'unknown-shop' }>;
  declineName(ask: {
    by: string;
    shopId: string;
    asked: ShopNames;
    reason: string;
  }): Promise<{ kind: 'declined' } | { kind: 'changed-meanwhile' } | { kind: 'unknown-shop' }>;
  openWishes(by: string): Promise<{ id: string; name: string; place: string; at: Date; wishers: number }[]>;
  /** The wish came true by this shop, or will not; whoever wished is told. */
  answerWish(ask: {
    by: string;
    wishId: string;
    shopId: string | null;
  }): Promise<{ kind: 'answered' } | { kind: 'unknown-wish' } | { kind: 'unknown-shop' }>;
  /** Every shop that customers see, by code. */
  listedShops(by: string): Promise<(ShopNames & { id: string; code: string })[]>;
  feeRules(by: string): Promise<FeeRuleView[]>;
  /** RC-13. `since` may be now or later, never earlier: what is booked stays booked. */
  addFeeRule(ask: {
    by: string;
    kind: FeeKind;
    shopId: string | null;
    minor: bigint;
    basisPoints: number;
    since: Date;
  }): Promise<{ kind: 'added' } | FeeRefusal>;
  /** Whether such a rule would be taken; nothing is written. */
  checkFeeRule(ask: Parameters<OperatorOperations['addFeeRule']>[0]): Promise<{ kind: 'fine' } | FeeRefusal>;
  /** A rule that is yet to begin goes as if it had never been written. */
  withdrawFeeRule(ask: {
    by: string;
    ruleId: string;
  }): Promise<{ kind: 'withdrawn' } | { kind: 'in-force' } | { kind: 'unknown-rule' }>;
}

export type FeeRuleFault = FeeFault | 'in-the-past' | 'unknown-shop';
type FeeRefusal = { kind: 'faults'; faults: FeeRuleFault[] };

export interface FeeRuleView {
  id: string;
  kind: FeeKind;
  shop: ShopNames | null;
  minor: Money;
  basisPoints: number;
  since: Date;
  inForce: boolean;
}
