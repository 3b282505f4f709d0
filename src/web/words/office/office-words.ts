import type { EntryFault, ToldBy } from '../../../core/shops/shop-entry.ts';
import type { AccountFacts } from '../../../operations/accounts/account-operations.ts';

interface Notice {
  title: string;
  text: string;
}

export type OfficeNotice = 'notFound' | 'notFromHere' | 'oldForm' | 'takenBack' | 'tooMany';

/** All that the pages behind the sign-in say around their own business, and those of a shop. */
export interface OfficeWords {
  frame: {
    places: Record<AccountFacts['role'], string>;
    skip: string;
    language: string;
    shops: string;
    addShop: string;
    signOut: string;
    menu: string;
    admin: string;
    fees: string;
  };
  signIn: {
    title: string;
    lead: string;
    email: string;
    password: string;
    enter: string;
    wrong: string;
    closed: (until: string) => string;
    noAccount: string;
    register: string;
    /** A form came from somebody whose session had ended. */
    ended: string;
    keptTitle: string;
    keptText: string;
    keptGo: string;
  };
  /** Of who forgot the password, and who wants another. */
  forgotten: {
    ask: string;
    change: string;
    title: string;
    lead: string;
    changeLead: string;
    send: string;
    closed: (until: string) => string;
    toSignIn: string;
    sentTitle: string;
    sentText: (email: string, minutes: number) => string;
    /** For every address alike: nothing is told of this one. */
    mostMails: (most: number) => string;
    spam: string;
    again: string;
    newTitle: string;
    newLead: string;
    newPassword: string;
    save: string;
    voidTitle: string;
    voidText: (minutes: number) => string;
    voidAgain: string;
    changed: string;
  };
  notices: Record<OfficeNotice, Notice>;
  entry: {
    registerTitle: string;
    registerLead: string;
    addTitle: string;
    editTitle: (shop: string) => string;
    you: string;
    ownerName: string;
    ownerEmail: string;
    ownerEmailHint: string;
    password: string;
    passwordHint: (least: number) => string;
    shop: string;
    name: string;
    nameEn: string;
    nameEnHint: (most: number) => string;
    lengthHint: (most: number) => string;
    /** Of an approved shop. */
    nameChangeHint: string;
    trade: string;
    choose: string;
    about: string;
    aboutHint: (most: number) => string;
    place: string;
    hours: string;
    hoursHint: string;
    opens: (weekday: string) => string;
    closes: (weekday: string) => string;
    code: string;
    codeHint: string;
    codeChangeHint: string;
    news: string;
    newsHint: string;
    ways: Record<ToldBy, string>;
    chatHint: string;
    email: string;
    phone: string;
    threshold: string;
    thresholdHint: string;
    register: string;
    add: string;
    save: string;
    optional: string;
    haveAccount: string;
  };
  weekdays: readonly [string, string, string, string, string, string, string];
  /** Headline above a form with faults. */
  pleaseCheck: (count: number) => string;
  faults: { [K in EntryFault['kind']]: (fault: Extract<EntryFault, { kind: K }>) => string };
  takenEmail: string;
  shop: {
    shopsTitle: string;
    code: (code: string) => string;
    waiting: Notice;
    declined: Notice;
    declinedFor: (reason: string) => string;
    asked: { title: string; text: (asked: string) => string };
    declinedName: { title: string; text: (asked: string) => string };
    saved: string;
    added: string;
    registered: string;
    edit: string;
    asking: string;
    of: (asking: string, threshold: string) => string;
    told: (threshold: string) => string;
    reached: string;
    wants: string;
    want: string;
    people: string;
    persons: (count: string) => string;
    noDemand: string;
    days: string;
    day: string;
    noneLately: string;
    words: string;
    noWords: string;
    coupons: string;
    make: string;
    makeHint: string;
    handOver: string;
    noCoupons: string;
    states: Record<'draft' | 'published' | 'ended' | 'stopped' | 'handed-over', string>;
    unnamed: string;
    fetchedUsed: (fetched: string, used: string) => string;
    withdrawn: (count: string) => string;
    /** Of an untracked coupon. */
    onlyUsed: (used: string) => string;
    figures: string;
    goOn: string;
    details: string;
    fees: string;
    listing: string;
    commission: string;
    perCampaign: (amount: string) => string;
    perUse: (amount: string | null, percent: string | null) => string;
    noFees: string;
    since: (day: string) => string;
    chain: (name: string) => string;
    chat: string;
    chatText: string;
    chatGo: string;
    back: string;
  };
}
