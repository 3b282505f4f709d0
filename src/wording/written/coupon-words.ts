import type { Offer, OfferKind } from '../../core/coupons/offer.ts';
import type { WrittenLanguage } from './language.ts';

type TicketKind = Extract<Offer, { kind: 'ticket' }>['ticket'];

export interface CouponWords {
  kinds: Record<Exclude<OfferKind, 'ticket'>, string>;
  tickets: Record<TicketKind, string>;
  percentOff(percent: number): string;
  amountOff(amount: string): string;
  giftItem(item: string): string;
  worth(amount: string): string;
  leastSpend(amount: string): string;
  mostOff(amount: string): string;
  /** `others`: how many shops are not named. */
  takenAt(shops: string[], others: number): string;
  once: string;
  validUntil(day: string): string;
  validFrom(day: string): string;
  validBetween(from: string, until: string): string;
  endless: string;
  /** RC-10: whoever holds it may show it or print it. */
  showOrPrint: string;
  sample: string;
}

export const couponWords: Record<WrittenLanguage, CouponWords> = {
  ko: {
    kinds: { percentage: '할인 쿠폰', amount: '할인 쿠폰', 'gift-item': '교환 쿠폰', 'fixed-value': '금액 쿠폰' },
    tickets: { beer: '맥주 교환권', concert: '공연 티켓', airline: '항공권', train: '열차 승차권' },
    percentOff: (percent) => `${percent}% 할인`,
    amountOff: (amount) => `${amount} 할인`,
    giftItem: (item) => `${item} 교환`,
    worth: (amount) => `${amount}권`,
    leastSpend: (amount) => `${amount} 이상 구매하실 때 쓸 수 있습니다.`,
    mostOff: (amount) => `최대 ${amount}까지 할인됩니다.`,
    takenAt: (shops, others) => `쓸 수 있는 곳: ${shops.join(', ')}${others > 0 ? ` 외 ${others}곳` : ''}`,
    once: '한 번만 쓸 수 있습니다.',
    validUntil: (day) => `${day}까지`,
    validFrom: (day) => `${day}부터`,
    validBetween: (from, until) => `${from} – ${until}`,
    endless: '사용 기한 없음',
    showOrPrint: '화면을 보이거나 인쇄해서 쓰세요',
    sample: '견본',
  },
  en: {
    kinds: {
      percentage: 'Discount coupon',
      amount: 'Discount coupon',
      'gift-item': 'Free item coupon',
      'fixed-value': 'Money-off voucher',
    },
    tickets: { beer: 'Beer ticket', concert: 'Concert ticket', airline: 'Flight ticket', train: 'Train ticket' },
    percentOff: (percent) => `${percent}% off`,
    amountOff: (amount) => `${amount} off`,
    giftItem: (item) => `Free: ${item}`,
    worth: (amount) => `${amount} voucher`,
    leastSpend: (amount) => `When you spend ${amount} or more.`,
    mostOff: (amount) => `Up to ${amount} off.`,
    takenAt: (shops, others) =>
      `Valid at ${shops.join(', ')}${others > 0 ? ` and ${others} more ${others === 1 ? 'shop' : 'shops'}` : ''}.`,
    once: 'Can be used once.',
    validUntil: (day) => `Valid until ${day}`,
    validFrom: (day) => `Valid from ${day}`,
    validBetween: (from, until) => `${from} – ${until}`,
    endless: 'No expiry date',
    showOrPrint: 'Show it on your screen or print it',
    sample: 'SAMPLE',
  },
  ja: {
    kinds: {
      percentage: '割引クーポン',
      amount: '割引クーポン',
      'gift-item': '引換クーポン',
      'fixed-value': 'お買い物券',
    },
    tickets: { beer: 'ビール引換券', concert: 'コンサートチケット', airline: '航空券', train: '乗車券' },
    percentOff: (percent) => `${percent}%割引`,
    amountOff: (amount) => `${amount}割引`,
    giftItem: (item) => `${item}と引換`,
    worth: (amount) => `${amount}券`,
    leastSpend: (amount) => `${amount}以上のご利用で使えます。`,
    mostOff: (amount) => `割引は${amount}までです。`,
    takenAt: (shops, others) => `使えるお店：${shops.join('、')}${others > 0 ? ` ほか${others}店` : ''}`,
    once: 'ご利用は1回限りです。',
    validUntil: (day) => `${day}まで有効`,
    validFrom: (day) => `${day}から有効`,
    validBetween: (from, until) => `${from}〜${until}`,
    endless: '有効期限なし',
    showOrPrint: '画面を見せるか、印刷してお使いください',
    sample: '見本',
  },
};
