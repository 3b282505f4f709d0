import { checkNumber, checkToken } from '../codes.ts';
import type { Language } from '../fonts.ts';
import { plainText } from '../plain-text.ts';

/** What a till can read. */
export type CouponCode =
  /** One coupon of its own: the QR says the token, the Code 128 the serial. */
  | { kind: 'tracked'; token: string; serial: string; serialGroups: string[] }
  /** EC-11: the same for everybody; `mark` says that it is shown or printed. Without a token there is no code at all. */
  | { kind: 'untracked'; token: string | null; mark: string }
  /** For the coupon maker: signs that no reader reads, with `word` (견본) across. `mark` where it will be untracked. */
  | { kind: 'sample'; word: string; mark: string | null };

export interface CouponFace {
  kind: 'coupon';
  shopName: string;
  /** What kind of coupon it is: 할인 쿠폰. */
  title: string;
  /** In large letters: 20% 할인, 아메리카노 1잔 교환. */
  offer: string;
  /** Under the offer, at most two: when and where a ticket is for, the shop's own words. */
  lines: string[];
  validity: string;
  /** Conditions and the shop's terms, at most eight; what does not fit is cut. */
  terms: string[];
  code: CouponCode;
  /** #rrggbb */
  accent: string;
  /** One emoji. */
  motif: string;
  language: Language;
}

const MOST_LINES = 2;
const MOST_TERMS = 8;

/** Throws a RangeError for a token or serial that is none, a third line, a ninth term. */
export function checkedCoupon(face: CouponFace): CouponFace {
  const { code } = face;
  if (code.kind === 'tracked') checkNumber(code.serial, code.serialGroups);
  if (code.kind !== 'sample' && code.token !== null) checkToken(code.token);
  if (face.lines.length > MOST_LINES) throw new RangeError(`a coupon has at most ${MOST_LINES} lines`);
  if (face.terms.length > MOST_TERMS) throw new RangeError(`a coupon has at most ${MOST_TERMS} terms`);
  return {
    ...face,
    shopName: plainText(face.shopName),
    title: plainText(face.title),
    offer: plainText(face.offer),
    lines: face.lines.map(plainText).filter((line) => line !== ''),
    validity: plainText(face.validity),
    terms: face.terms.map(plainText).filter((term) => term !== ''),
    motif: plainText(face.motif),
    code: plainCode(code),
  };
}

function plainCode(code: CouponCode): CouponCode {
  switch (code.kind) {
    case 'tracked':
      return code;
    case 'untracked':
      return { ...code, mark: plainText(code.mark) };
    case 'sample':
      return { ...code, word: plainText(code.word), mark: code.mark === null ? null : plainText(code.mark) };
  }
}
