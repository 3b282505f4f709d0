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

export function spokenCard(card: CardFacts, language: SpokenLanguage): Utterance[] {
  const name = brandOf(card);
  const digits = spokenDigits(card.last4, language);
  return language === 'ko' ? ko`${name.ko} 끝번호 ${digits}` : en`${name.en} ending in ${digits}`;
}

/** For who has heard of this card before: 비자 사이사이; Visa 4 2 4 2. */
export function brieflySpokenCard(card: CardFacts, language: SpokenLanguage): Utterance[] {
  const digits = spokenDigits(card.last4, language);
  const name = brandOf(card)[language];
  return language === 'ko' ? ko`${name.replace(/(?<=.)카드$/, '')} ${digits}` : en`${name} ${digits}`;
}

const brandOf = ({ brand }: CardFacts) => (Object.hasOwn(brands, brand) ? brands[brand] : undefined) ?? anyCard;
