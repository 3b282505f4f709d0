import type { DraftFault } from '../../../core/coupons/campaign-draft.ts';
import type { OfferKind, TicketKind } from '../../../core/coupons/offer.ts';
import type { Channel } from '../../../core/messages/address.ts';
import type { TestCardSent } from '../../../operations/campaigns/campaign-operations.ts';

interface Hinted {
  label: string;
  hint: string;
}

export type StepName = 'offer' | 'terms' | 'look' | 'check';

/** What is wrong with what was typed, beyond what is wrong with a draft. */
export type Unreadable = { kind: 'empty' | 'fraction' | 'no-number' | 'no-amount' | 'no-day' | 'no-moment' };

/** All that the coupon maker says, from the first step to the figures. */
export interface MakerWords {
  title: string;
  steps: Record<StepName, string>;
  stepOf: (number: number, of: number) => string;
  next: string;
  back: string;
  saved: string;
  discard: string;
  discardText: string;
  forShop: (shop: string) => string;
  faults: { [K in DraftFault['kind']]: (fault: Extract<DraftFault, { kind: K }>) => string };
  unreadable: Record<Unreadable['kind'], string>;
  offer: {
    asked: (asking: string) => string;
    people: (count: string) => string;
    title: string;
    titleHint: (most: number) => string;
    kind: string;
    kinds: Record<OfferKind, Hinted>;
    percent: string;
    mostMinor: string;
    minor: string;
    worth: string;
    item: string;
    itemHint: (most: number) => string;
    wordsHint: (most: number) => string;
    ticket: string;
    tickets: Record<TicketKind, string>;
    event: string;
    startsAt: string;
    seat: string;
  };
  terms: {
    terms: string;
    termsHint: (most: number) => string;
    leastSpend: string;
    validFrom: string;
    validUntil: string;
    validDays: string;
    validDaysHint: string;
    audience: string;
    audiences: Record<'askers' | 'everyone', Hinted>;
    stock: string;
    stockHint: string;
    downloadsUntil: string;
    downloadsHint: string;
    tracked: string;
    trackings: Record<'serials' | 'untracked', Hinted>;
    proof: string;
    proofs: Record<'light' | 'strict', Hinted>;
    shops: string;
    shopsHint: string;
    optional: string;
  };
  look: {
    theme: string;
    motif: string;
    picture: string;
    pictureOf: (title: string) => string;
    pictureAgain: string;
    whole: string;
  };
  check: {
    ready: string;
    notReady: (count: number) => string;
    change: string;
    unlimited: string;
    pieces: (count: string) => string;
    none: string;
    days: (days: string) => string;
    valid: string;
    fromTo: (from: string, until: string) => string;
    test: string;
    testText: string;
    /** `way`: where it goes, as `testTo` says it. */
    tests: Record<TestCardSent['state'], (way: string) => string>;
    testTo: Record<Channel, (to: string) => string>;
    noPhone: string;
    notApproved: string;
    tooManyTests: (most: string, until: string) => string;
    tooManyNumbers: (most: string, until: string) => string;
    send: string;
    offer: string;
    sendFirst: string;
    handOver: string;
    nobody: string;
    /** Of those who asked, for a coupon with a PIN. */
    withoutPin: (asking: number, without: number) => string;
  };
  send: {
    title: string;
    text: (people: string) => string;
    nobodyElse: string;
    everyoneToo: string;
    stoppable: string;
    go: (people: string) => string;
    offerTitle: string;
    offerText: string;
    offerGo: string;
    fee: (amount: string) => string;
  };
  handOver: {
    title: string;
    text: string;
    wishes: string;
    wishesHint: string;
    go: string;
    done: string;
    faults: { empty: string; 'too-long': (most: number) => string; 'card-number': string };
    wanted: string;
    handedTitle: string;
    takeBack: string;
    takeBackText: string;
    takeBackGo: string;
  };
  changed: { title: string; text: string; stored: string; take: string };
  progress: {
    titles: Record<'sending' | 'sent' | 'stopped' | 'offered', string>;
    of: (sent: string, total: string) => string;
    all: (people: string) => string;
    beforeStop: (sent: string, total: string) => string;
    waiting: (people: string) => string;
    /** Texts that the night holds back. */
    later: (people: string, moment: string) => string;
    unreachable: (people: string) => string;
    declined: (people: string) => string;
    neverSent: (people: string) => string;
    askedNoMore: (people: string) => string;
    offered: string;
    offerStopped: string;
    /** By what is left to be stopped. */
    stops: Record<'sending' | 'sent' | 'offered', { stop: string; text: string; go: string }>;
    stopUntil: (moment: string) => string;
    stoppedNow: (withdrawn: string) => string;
    tooLate: string;
    toCampaign: string;
  };
  campaign: {
    end: string;
    endText: string;
    endGo: string;
    ended: string;
    stockTitle: string;
    stockGo: string;
    stockSaved: string;
    figures: string;
    fetched: string;
    used: string;
    share: string;
    billed: string;
    off: string;
    days: string;
    day: string;
    hours: string;
    weekday: string;
    hour: string;
    hourOf: (hour: number) => string;
    shops: string;
    holders: string;
    holderKinds: Record<'new' | 'returning', string>;
    notUsed: string;
    nothing: string;
    neverNames: string;
    /** So many coupons, with their unit. */
    coupons: (count: string) => string;
    withdrawn: string;
    /** Of a sending that was stopped: what its terms are now. */
    wereTerms: string;
    wereTermsText: string;
    remake: string;
    remakeText: string;
    /** A long table, which is opened. */
    allRows: (count: number) => string;
    oneWay: string;
    progress: string;
  };
}
