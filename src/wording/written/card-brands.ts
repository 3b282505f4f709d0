import type { WrittenLanguage } from './language.ts';

/** The gateway's names for card brands (https://docs.stripe.com/api/payment_methods/object, card.brand). */
const brands: Record<string, Record<WrittenLanguage, string>> = {
  visa: { ko: '비자카드', en: 'Visa', ja: 'Visaカード' },
  mastercard: { ko: '마스터카드', en: 'Mastercard', ja: 'Mastercard' },
  amex: { ko: '아멕스카드', en: 'American Express', ja: 'アメックス' },
  jcb: { ko: 'JCB카드', en: 'JCB', ja: 'JCBカード' },
  unionpay: { ko: '유니온페이카드', en: 'UnionPay', ja: '銀聯カード' },
  diners: { ko: '다이너스카드', en: 'Diners Club', ja: 'ダイナースカード' },
  discover: { ko: '디스커버카드', en: 'Discover', ja: 'ディスカバーカード' },
};
const anyCard: Record<WrittenLanguage, string> = { ko: '카드', en: 'card', ja: 'カード' };

/** A card by its last four digits: 비자카드 끝번호 4242. */
export function writtenCard({ brand, last4 }: { brand: string; last4: string }, language: WrittenLanguage): string {
  const name = writtenCardBrand(brand, language);
  return { ko: `${name} 끝번호 ${last4}`, en: `${name} ending in ${last4}`, ja: `${name} 末尾${last4}` }[language];
}

export function writtenCardBrand(brand: string, language: WrittenLanguage): string {
  return brands[brand.toLowerCase()]?.[language] ?? anyCard[language];
}
