import { offerFromText } from '../../core/coupons/offer.ts';
import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { writtenAmount } from './amounts.ts';
import { writtenCardBrand } from './card-brands.ts';
import { dateWriter } from './dates.ts';
import { shopNameIn, type WrittenLanguage } from './language.ts';
import { couponsInEnglish } from './letters/coupons-in-english.ts';
import { couponsInJapanese } from './letters/coupons-in-japanese.ts';
import { couponsInKorean } from './letters/coupons-in-korean.ts';
import { english } from './letters/english.ts';
import { japanese } from './letters/japanese.ts';
import { korean } from './letters/korean.ts';
import { type Letters, type Pen, sender } from './letters/letter.ts';
import { shortName } from './names.ts';
import { writtenOffer, writtenWant } from './offers.ts';
import { shownPerson, writtenPhone } from './phones.ts';

/** To whom a message goes, and by what. */
export interface Reader {
  language: WrittenLanguage;
  /** E.164: numbers are written as at this number's home; '' where no number is known: as from abroad. */
  phone: string;
  timeZone: string;
  /** The line to call, E.164. */
  line: string;
  /** '' where the message needs none. */
  link: string;
  /** Six digits that prove a telephone, for the message that carries them. */
  code?: string;
  twoWayText: boolean;
  /** Another gift waits for this reader's answer. */
  othersWait?: boolean;
  /** The picture comes with it. */
  mms: boolean;
  /** It stands under the sender's name already. */
  unsigned?: boolean;
  /** There are buttons below it to answer with. */
  buttons?: boolean;
}

/** What the carrier takes at most (https://www.twilio.com/docs/api/errors/21617). Cut names keep every letter below it. */
export const LONGEST_TEXT = 1_600;

const letters: Record<WrittenLanguage, Letters> = {
  ko: { ...korean, ...couponsInKorean },
  en: { ...english, ...couponsInEnglish },
  ja: { ...japanese, ...couponsInJapanese },
};

/** The text of a message, at most 1,600 characters. Throws for facts that were not written by us. */
export function wordMessage(facts: MessageFacts, reader: Reader): string {
  const signed = letter(facts, letters[reader.language], penFor(reader));
  const text = reader.unsigned ? withoutSender(signed, reader.language) : signed;
  if (text.length > LONGEST_TEXT) throw new RangeError(`a ${facts.kind} came out ${text.length} characters long`);
  return text;
}

function withoutSender(text: string, language: WrittenLanguage): string {
  const begin = `${sender[language]} `;
  if (!text.startsWith(begin)) return text;
  const [first = '', ...rest] = text.slice(begin.length);
  return first.toLocaleUpperCase(language) + rest.join('');
}

function letter<F extends MessageFacts>(facts: F, table: Letters, pen: Pen): string {
  if (!Object.hasOwn(table, facts.kind)) throw new RangeError('facts of an unknown kind');
  // TypeScript cannot see that this letter and these facts belong together.
  const write = table[facts.kind] as (facts: F, pen: Pen) => string;
  return write(facts, pen);
}

/** What a message is written with, for one reader. */
export function penFor(reader: Reader): Pen {
  const { language, phone } = reader;
  const dates = dateWriter(language, reader.timeZone);
  return {
    amount: (amount) => writtenAmount(amount, language),
    moment: dates.moment,
    lastDay: dates.lastDay,
    name: (name) => shortName(name),
    shop: (shop) => shortName(shopNameIn(language, shop)),
    person: (shown) => shortName(shownPerson(shown)),
    brand: (brand) => writtenCardBrand(brand, language),
    offer: (offer, currency) => shortName(writtenOffer(offerFromText(offer), currency, language)),
    want: (want, currency) => writtenWant(want, currency, language),
    line: writtenPhone(reader.line, phone),
    link: reader.link,
    code: reader.code ?? '',
    twoWayText: reader.twoWayText,
    othersWait: reader.othersWait ?? false,
    mms: reader.mms,
    buttons: reader.buttons ?? false,
  };
}
