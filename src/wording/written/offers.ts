import type { Offer, TicketKind } from '../../core/coupons/offer.ts';
import type { PlainWant } from '../../core/messages/message-facts.ts';
import type { Currency } from '../../core/money.ts';
import { writtenAmount } from './amounts.ts';
import type { WrittenLanguage } from './language.ts';

const tickets: Record<WrittenLanguage, Record<TicketKind, string>> = {
  ko: { beer: '맥주 교환권', concert: '공연 입장권', airline: '항공권', train: '기차표' },
  en: { beer: 'beer ticket', concert: 'concert ticket', airline: 'flight ticket', train: 'train ticket' },
  ja: { beer: 'ビール引換券', concert: '公演チケット', airline: '航空券', train: '列車の切符' },
};

/** What a coupon gives, in a few words: 20% 할인, 5,000원 할인, 아메리카노 1잔 증정, 1,000원권. */
export function writtenOffer(offer: Offer, currency: Currency, language: WrittenLanguage): string {
  const amount = (minor: bigint) => writtenAmount({ minor, currency }, language);
  switch (offer.kind) {
    case 'percentage': {
      const most = offer.mostMinor === null ? '' : upTo(amount(offer.mostMinor), language);
      return (
        { ko: `${offer.percent}% 할인`, en: `${offer.percent}% off`, ja: `${offer.percent}%割引` }[language] + most
      );
    }
    case 'amount':
      return { ko: '% 할인', en: '% off', ja: '%割引' }[language].replace('%', amount(offer.minor));
    case 'gift-item':
      return { ko: '% 증정', en: '% for free', ja: '%プレゼント' }[language].replace('%', () => offer.item);
    case 'fixed-value':
      return { ko: '%권', en: '% voucher', ja: '%券' }[language].replace('%', amount(offer.minor));
    case 'ticket':
      return `${offer.event} ${tickets[language][offer.ticket]}`;
  }
}

const upTo = (amount: string, language: WrittenLanguage): string =>
  ({ ko: ` (최대 ${amount})`, en: ` (at most ${amount})`, ja: `(最大${amount})` })[language];

/** What somebody asks a shop for. */
export function writtenWant(want: PlainWant, currency: Currency, language: WrittenLanguage): string {
  if (want.kind === 'amount') {
    return writtenOffer({ kind: 'amount', minor: BigInt(want.minor) }, currency, language);
  }
  return writtenOffer(want.kind === 'percentage' ? { ...want, mostMinor: null } : want, currency, language);
}
