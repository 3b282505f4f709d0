import type { ProblemKind } from '../../problem-kinds.ts';

/** A large word, and what it means for whoever stands at the counter. */
export interface Said {
  title: string;
  text: string;
}

/** What a refusal may tell, as it is written; '' where it is not known. */
export interface RefusalFacts {
  /** The last day of validity. */
  day: string;
  /** An instant: when it was used, from when it is good, until when PINs are closed. */
  moment: string;
  amount: string;
  shop: string;
  /** What the scanned or typed code looks like. */
  shape: 'number' | 'token' | 'neither';
}

/** All that the page of a shop's scanner says, in one language. */
export interface TerminalWords {
  title: string;
  needsScript: string;
  language: string;
  menu: string;
  signIn: {
    title: string;
    text: string;
    label: string;
    hint: string;
    button: string;
    wrong: string;
    unreachable: string;
    linkCut: string;
    ended: string;
    out: string;
    outSure: string;
  };
  sound: { on: string; off: string };
  scan: {
    title: string;
    label: string;
    hint: string;
    check: string;
    camera: string;
    cameraOff: string;
    torch: string;
    aim: string;
    byPhone: string;
    empty: string;
  };
  camera: { starting: string; refused: string; none: string; insecure: string; broken: string };
  phone: { title: string; label: string; hint: string; pin: string; check: string; none: Said; choose: string };
  asking: string;
  good: string;
  certificate: {
    left: (amount: string) => string;
    of: (amount: string) => string;
    until: (day: string) => string;
    from: (name: string) => string;
    amount: string;
    all: string;
    take: (amount: string) => string;
    more: (amount: string) => string;
  };
  coupon: {
    until: (day: string) => string;
    issuedBy: (shop: string) => string;
    leastSpend: (amount: string) => string;
    bill: string;
    belowLeast: (amount: string) => string;
    terms: string;
    billTooLarge: (most: string) => string;
    preview: (off: string, toPay: string) => string;
    /** Nothing is left to pay. */
    previewAll: (off: string) => string;
    /** What a voucher is worth beyond the bill. */
    lost: (amount: string) => string;
    /** A ticket that does not begin today. */
    otherDay: (moment: string) => string;
    otherDayText: string;
    otherDayYes: string;
    otherDayNo: string;
    /** The customer shows the coupon; the clerk hands something over. */
    handOver: (item: string) => string;
    letIn: (event: string) => string;
    use: string;
    withoutSerial: string;
  };
  pin: { title: string; text: string; label: string; typed: (digits: number) => string; done: string; wrong: string };
  pad: { erase: string; clear: string };
  done: {
    takeOff: (off: string) => string;
    customerPays: (toPay: string) => string;
    nothingToPay: string;
    taken: (amount: string) => string;
    left: (balance: string) => string;
    undo: string;
    undoSure: (what: string) => string;
    undoYes: string;
    undoNo: string;
    undone: string;
    undoneCertificate: (balance: string) => string;
    undoneCoupon: string;
    /** The sending of the coupon was stopped meanwhile. */
    undoneWithdrawn: string;
    next: string;
  };
  lost: {
    title: string;
    scan: string;
    use: string;
    useAfterReload: string;
    samePin: string;
    otherPin: string;
    undo: string;
    again: string;
    leave: string;
    leaveSure: string;
  };
  uses: {
    title: string;
    none: string;
    undone: string;
    undo: string;
    /** In the list: a coupon that takes nothing off a bill. */
    handedOver: string;
  };
  back: string;
  /** Every refusal that the till API may give. */
  refused: Record<ProblemKind, (facts: RefusalFacts) => Said>;
}
