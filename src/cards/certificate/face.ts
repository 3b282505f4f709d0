import { checkNumber, checkToken } from '../codes.ts';
import type { Language } from '../fonts.ts';
import { plainText } from '../plain-text.ts';

export interface CertificateFace {
  kind: 'certificate';
  shopName: string;
  /** What kind of thing it is: 모바일 상품권. */
  title: string;
  /** With its currency, as people write it: 50,000원. */
  amount: string;
  /** 김지수 님이 보냈습니다 */
  from: string;
  validity: string;
  /** The certificate number as it is read out: ['1234', '5678', '9012']. */
  numberGroups: string[];
  /** Short lines, at most four. */
  terms: string[];
  /** 26 characters A–Z and 2–7: all that the QR code says. */
  token: string;
  /** 12 digits: all that the Code 128 says. */
  number: string;
  /** The shop's colour, #rrggbb. */
  accent?: string;
  language: Language;
}

const MOST_TERMS = 4;
/** In characters: an amount or a number is never cut, so it may not be long. */
const LONGEST_FIGURES = 40;

/** Throws a RangeError for a card number in the place of a token, a fifth term. */
export function checkedCertificate(face: CertificateFace): CertificateFace {
  checkToken(face.token);
  checkNumber(face.number, face.numberGroups);
  if (face.terms.length > MOST_TERMS) throw new RangeError(`a card has at most ${MOST_TERMS} terms`);
  if (face.amount.length > LONGEST_FIGURES) throw new RangeError(`an amount has at most ${LONGEST_FIGURES} characters`);
  return {
    ...face,
    shopName: plainText(face.shopName),
    title: plainText(face.title),
    amount: plainText(face.amount),
    from: plainText(face.from),
    validity: plainText(face.validity),
    terms: face.terms.map(plainText),
  };
}
