import type { CertificatePage } from '../../operations/certificates/certificate-operations.ts';
import type { VoucherView } from '../../operations/coupons/coupon-operations.ts';

interface Notice {
  title: string;
  text: string;
}

/** All that pages say, in one language. Amounts, dates and names come in as they are written. */
export interface PageWords {
  brand: string;
  toFront: string;
  toShop: string;
  questions: (line: string) => string;
  pin: {
    label: string;
    again: string;
    hint: string;
    format: string;
    differ: string;
    wrong: string;
    closed: (until: string) => string;
    own: string;
  };
  gift: {
    title: string;
    from: (buyer: string) => string;
    kind: string;
    answerBy: (day: string) => string;
    greeting: string;
    choosePin: string;
    accept: string;
    toRefusal: string;
    refuseTitle: string;
    refuseText: (buyer: string) => string;
    refuse: string;
    back: string;
    faults: string;
  };
  certificate: {
    title: string;
    left: string;
    of: (issued: string) => string;
    states: Record<CertificatePage['state'], string>;
    picture: (shop: string, number: string) => string;
    howTo: string;
    number: string;
    validity: string;
    until: (day: string) => string;
    from: string;
    shop: string;
    uses: string;
    noUses: string;
    rolledBack: string;
    toReturn: string;
    returnTitle: string;
    returnText: (buyer: string) => string;
    giveBack: string;
  };
  /** What the link at the foot of a mail opens. */
  mail: Record<'going' | 'stopped', Notice & { button: string }> & { instead: Record<'chat' | 'text', string> };
  coupon: {
    states: Record<VoucherView['state'], string>;
    picture: (shop: string, offer: string) => string;
    howTo: string;
    save: string;
    print: string;
    serial: string;
    validity: string;
    between: (from: string, until: string) => string;
    takenAt: string;
    leastSpend: string;
    orMore: (amount: string) => string;
    strict: string;
    pinAsked: string;
    noPin: string;
    noPinYet: string;
    uses: string;
    noUses: string;
    rolledBack: string;
    over: string;
  };
  /** What the link of the mail that proves an address opens. */
  emailProof: Record<'asking' | 'proved' | 'gone', Notice> & { button: string };
  notices: Record<NoticeName, Notice>;
  landing: {
    title: string;
    lead: string;
    steps: Notice[];
    call: string;
    coupons: Notice;
    couponsGo: string;
    shops: string;
    shopsLink: string;
    scanner: string;
    tills: string;
    tillsLink: string;
    desk: string;
    deskLink: string;
  };
}

export type NoticeName =
  | 'notFound'
  | 'linkNotFound'
  | 'tooLong'
  | 'notNow'
  | 'notUnderstood'
  | 'giftAccepted'
  | 'giftRefused'
  | 'giftRefusedNow'
  | 'giftLapsed'
  | 'returned'
  | 'alreadyUsed'
  | 'notReturnable';
