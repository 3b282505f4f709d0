import type { DraftFault } from '../../../core/coupons/campaign-draft.ts';
import type { OfferKind, TicketKind } from '../../../core/coupons/offer.ts';

interface Hinted {
  label: string;
  hint: string;
}

export type StepName = 'offer' | 'terms' | 'look' | 'check';

/** What is wrong with what was typed, beyond what is wrong with a draft. */
export type Unreadable = { kind: 'no-number' | 'no-amount' | 'no-day' | 'no-moment' };

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
    title: string;
    titleHint: string;
    kind: string;
    kinds: Record<OfferKind, Hinted>;
    percent: string;
    mostMinor: string;
    minor: string;
    worth: string;
    item: string;
    itemHint: string;
    ticket: string;
    tickets: Record<TicketKind, string>;
    event: string;
    startsAt: string;
    seat: string;
  };
  terms: {
    terms: string;
    termsHint: string;
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
  };
  check: {
    ready: string;
    notReady: (count: number) => string;
    change: string;
    unlimited: string;
    none: string;
    days: (days: string) => string;
    valid: string;
    fromTo: (from: string, until: string) => string;
    test: string;
    testText: string;
    tested: (phone: string) => string;
    testedBefore: string;
    noPhone: string;
    send: string;
    sendFirst: string;
    handOver: string;
    nobody: string;
  };
  send: {
    title: string;
    text: (people: string) => string;
    nobodyElse: string;
    everyoneToo: string;
    stoppable: string;
    go: (people: string) => string;
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
    missing: string;
    wanted: string;
  };
  changed: { title: string; text: string; stored: string; take: string };
  progress: {
    title: string;
    of: (sent: string, total: string) => string;
    waiting: (people: string) => string;
    failed: (people: string) => string;
    done: string;
    doneNobody: string;
    stopped: string;
    stop: string;
    stopUntil: (moment: string) => string;
    stopText: string;
    stopGo: string;
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
