import type { CampaignDraft, DraftFault } from '../../core/coupons/campaign-draft.ts';
import type { CouponFacts } from '../../core/coupons/card-facts.ts';
import type { Channel } from '../../core/messages/address.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';
import type { WordsRefusal } from '../../core/words.ts';

/** A campaign as its makers see it. */
export interface CampaignView extends CampaignDraft {
  id: string;
  shopId: string;
  currency: string;
  state: 'draft' | 'published' | 'ended' | 'stopped';
  maker: 'shop' | 'operator';
  wishes: string;
  version: number;
  /** The test card of this very version was sent. */
  tested: boolean;
  /** Out, and not withdrawn; while it is being sent, with what is kept for those who asked. */
  taken: number;
  /** Taken back when the sending was stopped. */
  withdrawn: number;
  used: number;
  createdAt: Date;
  publishedAt: Date | null;
  endedAt: Date | null;
}

/** How far the sending is. `waiting`: in the outbox, not sent yet. */
export interface Progress {
  state: 'running' | 'done' | 'stopped';
  total: number;
  answered: number;
  sent: number;
  waiting: number;
  /** Of those that wait: texts that would come at night, and when they go out. */
  later: { count: number; at: Date } | null;
  failed: number;
  /** Of those: who wants no such news, or has blocked us, and what was stopped. The others could not be reached. */
  declined: number;
  stopped: number;
  /** Until then it can be stopped. */
  stopUntil: Date;
}

/** EC-10, RC-12: what happened, never to whom. Instants in the service's time zone. */
export interface CampaignStatistics {
  /** All that ever went out, those withdrawn later too. */
  fetched: number;
  withdrawn: number;
  used: number;
  /** `day` as 2026-11-21, from the first day with anything to the last, without gaps. */
  byDay: { day: string; fetched: number; used: number }[];
  /** Uses: 0 = Monday … 6, hour 0 … 23. */
  byHour: { weekday: number; hour: number; used: number }[];
  byShop: (ShopNames & { used: number })[];
  byHolder: { kind: 'new' | 'returning'; fetched: number; used: number }[];
  billed: Money;
  off: Money;
}

/** `to`: where a text or a call goes, as far as it is shown. */
export interface TestCardSent {
  state: 'waiting' | 'sent' | 'failed';
  channel: Channel;
  to: string | null;
}

export type Refused = { kind: 'unknown-campaign' };

/**
 * RC-08 to RC-10, EC-01. `by`: the account that asks. A shop's owner sees and changes the own shops' campaigns; the
 * operator those that were handed over. Anything else is unknown.
 */
export interface CampaignOperations {
  campaignsOf(ask: { by: string; shopId: string }): Promise<CampaignView[]>;
  /** What shops left to the operator, oldest first. */
  handedOver(by: string): Promise<(CampaignView & { shop: ShopNames & { code: string } })[]>;
  showCampaign(ask: { by: string; campaignId: string }): Promise<CampaignView | null>;
  /** Whether an operator has it no more because its shop took it back. */
  wasTakenBack(ask: { by: string; campaignId: string }): Promise<boolean>;
  /** Faults do not keep a draft from being kept, only from being published; words that may not be kept do. */
  draftCampaign(ask: {
    by: string;
    shopId: string;
    draft: CampaignDraft;
  }): Promise<DraftOutcome | { kind: 'unknown-shop' }>;
  /** `version`: which one was changed; another one means that somebody else changed it meanwhile. */
  changeDraft(ask: {
    by: string;
    campaignId: string;
    version: number;
    draft: CampaignDraft;
  }): Promise<DraftOutcome | { kind: 'changed-meanwhile' } | { kind: 'not-a-draft' } | Refused>;
  discardDraft(ask: {
    by: string;
    campaignId: string;
  }): Promise<{ kind: 'discarded' } | { kind: 'not-a-draft' } | Refused>;
  /** RC-08: leaves the making to the operator. */
  handOver(ask: {
    by: string;
    shopId: string;
    campaignId: string | null;
    wishes: string;
  }): Promise<
    | { kind: 'handed-over'; campaignId: string }
    | { kind: 'words'; because: WordsRefusal }
    | { kind: 'not-a-draft' }
    | Refused
  >;
  /** The shop makes it itself after all, from what the operator has made of it so far. */
  takeBack(ask: {
    by: string;
    campaignId: string;
  }): Promise<{ kind: 'taken-back' } | { kind: 'not-a-draft' } | Refused>;
  /**
   * A test card to the telephone of whoever makes it; it opens nothing at a till. Numbers of shops are not proved, so
   * that only approved shops send any, few a day, and to few different numbers.
   */
  sendTestCard(ask: {
    by: string;
    campaignId: string;
  }): Promise<
    | { kind: 'sent'; phone: string }
    | { kind: 'no-phone' }
    | { kind: 'not-approved' }
    | { kind: 'too-many' | 'too-many-numbers'; most: number; until: Date }
    | { kind: 'faults'; faults: DraftFault[] }
    | { kind: 'not-a-draft' }
    | Refused
  >;
  /** How far the latest test card of this very version is; null where none was asked for. */
  testCardSent(ask: { by: string; campaignId: string }): Promise<TestCardSent | null>;
  /** What the card of a test shows, behind an address that only its message carries. */
  testCard(of: { campaignId: string; version: number }): Promise<{ facts: CouponFacts; tracked: boolean } | null>;
  /** RC-10, of an approved shop: sends it to all who asked until now and to nobody else; on offer to everyone too, where the draft says so. */
  publishCampaign(ask: {
    by: string;
    campaignId: string;
    version: number;
  }): Promise<
    | { kind: 'published'; total: number; stopUntil: Date }
    | { kind: 'faults'; faults: DraftFault[] }
    | { kind: 'not-tested' }
    | { kind: 'changed-meanwhile' }
    | { kind: 'not-a-draft' }
    | { kind: 'nobody-asked' }
    | { kind: 'not-approved' }
    | Refused
  >;
  progressOf(ask: { by: string; campaignId: string }): Promise<Progress | null>;
  /**
   * Within ten minutes: what has not gone out never goes, unused coupons are withdrawn and their holders told, and those
   * who asked are asking again. What was used stays used.
   */
  stopPublication(ask: {
    by: string;
    campaignId: string;
  }): Promise<{ kind: 'stopped'; withdrawn: number } | { kind: 'too-late' } | { kind: 'not-running' } | Refused>;
  /** No more are given out; those that are out stay good. */
  endCampaign(ask: {
    by: string;
    campaignId: string;
  }): Promise<{ kind: 'ended' } | { kind: 'not-published' } | Refused>;
  /** A new draft with everything of one that is over, its days begun anew; asked again, the same draft while it is one. */
  remakeCampaign(ask: {
    by: string;
    campaignId: string;
  }): Promise<{ kind: 'kept'; campaignId: string } | { kind: 'not-over' } | Refused>;
  changeStock(ask: {
    by: string;
    campaignId: string;
    stock: number | null;
  }): Promise<{ kind: 'changed' } | { kind: 'faults'; faults: DraftFault[] } | { kind: 'not-published' } | Refused>;
  statisticsOf(ask: { by: string; campaignId: string }): Promise<CampaignStatistics | null>;
  /** Answers the next of those who asked; due work. */
  runPublications(): Promise<number>;
}

export type DraftOutcome =
  | { kind: 'kept'; campaignId: string; version: number; faults: DraftFault[] }
  | { kind: 'faults'; faults: DraftFault[] };
