import { susa } from 'es-hangul';
import type { MessageFacts, PlainWant } from '../../core/messages/message-facts.ts';
import type { Currency } from '../../core/money.ts';
import { spokenAmount, spokenNumber } from './amount.ts';
import { spokenName } from './name.ts';
import { spaced } from './speak.ts';
import { en, ko, type SpokenLanguage, type Utterance } from './utterance.ts';

type Demand = Extract<MessageFacts, { kind: 'demand-reached' }>;

/** Who listens keeps three things in mind, hardly more. */
const MOST_HEARD = 3;

/** RC-06 by telephone: how many ask, and for what most. Said twice, for who was slow to put the phone to the ear. */
export function spokenDemand(facts: Demand, language: SpokenLanguage): Utterance[] {
  const once = language === 'ko' ? inKorean(facts) : inEnglish(facts);
  const greeting = language === 'ko' ? ko`안녕하세요, 기프트라인입니다.` : en`Hello, this is Giftline.`;
  const again = language === 'ko' ? ko`다시 말씀드립니다.` : en`Once more.`;
  const end = language === 'ko' ? ko`고맙습니다.` : en`Thank you. Goodbye.`;
  return spaced([...greeting, ...once, ...again, ...once, ...end]);
}

function inKorean({ shop, asking, wants, currency }: Demand): Utterance[] {
  const heard = wants
    .slice(0, MOST_HEARD)
    .flatMap(({ want, count }) => ko`${wantInKorean(want, currency)}, ${people(count)}.`);
  return [
    ...ko`${spokenName(shop.name)}에 손님 ${people(asking)}이 쿠폰을 요청했습니다.`,
    ...heard,
    ...ko`쿠폰은 매장 페이지에서 만드실 수 있습니다.`,
  ];
}

function inEnglish({ shop, asking, wants, currency }: Demand): Utterance[] {
  const heard = wants
    .slice(0, MOST_HEARD)
    .flatMap(({ want, count }) => en`${wantInEnglish(want, currency)}, ${spokenNumber(count, 'en')}.`);
  return [
    ...en`${spokenNumber(asking, 'en')} customers ask ${spokenName(shop.nameEn)} for a coupon.`,
    ...heard,
    ...en`You can make the coupon on your shop page.`,
  ];
}

/** 열두 명, and by the Chinese numerals from a hundred on, as people count. */
const people = (count: number): string => `${count < 100 ? susa(count, true) : spokenNumber(count, 'ko')} 명`;

function wantInKorean(want: PlainWant, currency: Currency): Utterance[] {
  switch (want.kind) {
    case 'percentage':
      return ko`${spokenNumber(want.percent, 'ko')} 퍼센트 할인`;
    case 'amount':
      return ko`${spokenAmount({ minor: BigInt(want.minor), currency }, 'ko')} 할인`;
    case 'gift-item':
      return ko`${spokenName(want.item)} 증정`;
  }
}

function wantInEnglish(want: PlainWant, currency: Currency): Utterance[] {
  switch (want.kind) {
    case 'percentage':
      return en`${spokenNumber(want.percent, 'en')} percent off`;
    case 'amount':
      return en`${spokenAmount({ minor: BigInt(want.minor), currency }, 'en')} off`;
    case 'gift-item':
      return en`${spokenName(want.item)} for free`;
  }
}
