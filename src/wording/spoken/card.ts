import { spokenDigits } from './digits.ts';
import { en, ko, type SpokenLanguage, type Utterance } from './utterance.ts';

/** Brands as Stripe names them. Source: https://docs.stripe.com/api/payment_methods/object#payment_method_object-card-brand */
const brands: Readonly<Record<string, Record<SpokenLanguage, string>>> = {
  visa: { ko: '비자카드', en: 'Visa' },
  mastercard: { ko: '마스터카드', en: 'Mastercard' },
  amex: { ko: '아멕스카드', en: 'American Express' },
  jcb: { ko: '제이씨비카드', en: 'J C B' },
  unionpay: { ko: '유니온페이카드', en: 'UnionPay' },
  diners: { ko: '다이너스카드', en: 'Diners Club' },
  discover: { ko: '디스커버카드', en: 'Discover' },
};
const anyCard = { ko: '카드', en: 'card' };

export interface CardFacts {
  brand: string;
  last4: string;
}

export function spokenCard({ brand, last4 }: CardFacts, language: SpokenLanguage): Utterance[] {
  const name = (Object.hasOwn(brands, brand) ? brands[brand] : undefined) ?? anyCard;
  const digits = spokenDigits(last4, language);
  return language === 'ko' ? ko`${name.ko} 끝번호 ${digits}` : en`${name.en} ending in ${digits}`;
}
