import { josa } from 'es-hangul';
import { brieflySpokenAmounts, spokenAmount, spokenUnit } from './amount.ts';
import { brieflySpokenCard, spokenCard } from './card.ts';
import { spokenPhone } from './digits.ts';
import { brieflySpokenRecipient, spokenName, spokenRecipient } from './name.ts';
import { always, type PromptFacts, type Prompts } from './prompts.ts';
import { en, joined, ko, type Utterance } from './utterance.ts';

/** The purchase call in Korean: short, kind, the key last. */
export const koreanPrompts: Prompts = {
  menu: {
    first: () => [...ko`기프트라인입니다. 상품권 구매는 1번.`, ...en`For English, press 8.`],
    again: () => [...ko`상품권을 사시려면 1번, 다시 들으시려면 9번을 눌러 주세요.`, ...en`English, 8.`],
    short: () => ko`기프트라인, 구매 1번.`,
  },
  language: {
    first: () => [...ko`한국어는 1번.`, ...en`For English, press 2.`],
    again: () => [...ko`한국어로 들으시려면 1번을 눌러 주세요.`, ...en`English, 2.`],
  },
  member: {
    first: ({ callerKnown }) =>
      callerKnown
        ? ko`회원번호와 우물 정자, 등록하신 전화면 0과 우물 정자를 눌러 주세요.`
        : ko`회원번호를 누르고 우물 정자를 눌러 주세요.`,
    again: ({ callerKnown }) =>
      callerKnown
        ? ko`회원번호 여섯 자리와 우물 정자, 또는 0과 우물 정자.`
        : ko`회원번호 여섯 자리와 우물 정자를 눌러 주세요.`,
    short: () => ko`회원번호나 0과 우물 정자.`,
  },
  pin: {
    first: () => ko`비밀번호를 누르고 우물 정자를 눌러 주세요.`,
    again: () => ko`비밀번호는 네 자리에서 여섯 자리예요. 다 누르고 우물 정자.`,
    short: () => ko`비밀번호와 우물 정자.`,
  },
  shop: {
    first: ({ memberName }) => ko`${spokenName(memberName)} 님, 매장 번호 세 자리와 우물 정자. 모르시면 0과 우물 정자.`,
    again: ({ last }) =>
      ko`${last ? ko`${spokenName(last.name)} 1,` : ''} 세 자리 매장 번호, 매장 안내는 0. 누르고 우물 정자.`,
    short: ({ memberName, last }) =>
      last
        ? ko`${spokenName(memberName)} 님, 매장 번호나 ${spokenName(last.name)} 1과 우물 정자.`
        : ko`${spokenName(memberName)} 님, 매장 번호나 안내 0과 우물 정자.`,
  },
  shopList: {
    first: ({ shops, more }) => [
      ...shops.flatMap((shop) => ko`${shop.code}번 ${spokenName(shop.name)},`),
      ...(more ? ko`더 들으려면 0과 우물 정자.` : ko`매장 번호와 우물 정자.`),
    ],
    again: ({ more }) => ko`매장 번호 세 자리와 우물 정자, ${more ? '더' : '다시'} 들으시려면 0과 우물 정자.`,
  },
  amount: {
    first: ({ shop, presets }) => ko`${spokenName(shop.name)}입니다. ${amountKeys(presets)}`,
    again: ({ presets }) =>
      presets.length === 4
        ? ko`1번부터 ${brieflySpokenAmounts(presets, 'ko')} 원, 다른 금액은 5번.`
        : amountKeys(presets),
    short: ({ shop, presets, offered }) => [
      ...(offered ? [] : ko`${spokenName(shop.name)}.`),
      ...(presets.length === 4 ? ko`1번부터 ${brieflySpokenAmounts(presets, 'ko')}, 다른 금액.` : amountKeys(presets)),
    ],
  },
  amountOther: {
    first: ({ currency }) => ko`원하시는 금액을 ${spokenUnit(currency, 'ko')} 단위로 누르고 우물 정자.`,
    again: () => ko`사실 금액을 숫자로 누르고, 끝에 우물 정자를 눌러 주세요.`,
  },
  holding: {
    first: () => ko`카드사 답을 기다리고 있습니다.`,
    again: () => ko`카드사 답을 아직 기다리고 있습니다. 조금만 더 기다려 주세요.`,
  },
  recipient: {
    first: ({ amount, card, keyed }) =>
      ko`${spokenAmount(amount, 'ko')}, ${spokenCard(card, 'ko')}. ${keyed ? '' : '아직 '}결제 전입니다. 받는 분 휴대폰 번호와 우물 정자.`,
    again: ({ last }) =>
      last
        ? ko`받으실 분의 휴대폰 번호, 또는 지난번 분은 1. 누르고 우물 정자.`
        : ko`받으실 분의 휴대폰 번호를 누르고 우물 정자를 눌러 주세요.`,
    short: ({ amount, card, keyed, last }) =>
      ko`${keyed ? `${spokenAmount(amount, 'ko')}, ` : ''}${brieflySpokenCard(card, 'ko')}, 휴대폰 번호${last ? '나 같은 분 1과' : '와'} 우물 정자.`,
  },
  recipientConfirm: {
    first: (facts) => ko`${recipient(facts)} ${facts.name.kind === 'unknown' ? '번호가 ' : ''}맞으면 1번, 아니면 2번.`,
    again: (facts) => ko`${recipient(facts)} 이분이면 1번, 다른 번호면 2번.`,
    short: ({ phone, name }) =>
      ko`${spokenPhone(phone, 'ko')}, ${brieflySpokenRecipient(name, 'ko')} 맞으면 1, 아니면 2번.`,
  },
  greeting: {
    first: () => ko`축하 말씀을 녹음하려면 1번, 그냥 보내려면 2번.`,
    again: () => ko`축하 말씀 녹음은 1번, 녹음 없이 보내기는 2번을 눌러 주세요.`,
    short: () => ko`녹음 1, 없이 2번.`,
  },
  greetingRecord: {
    first: () => ko`삐 소리가 나면 말씀하시고, 끝나면 우물 정자를 눌러 주세요.`,
    again: () => ko`소리가 난 뒤 삼십 초 안에 말씀해 주세요. 마치면 우물 정자.`,
  },
  confirm: {
    first: ({ shop, amount }) =>
      ko`${spokenName(shop.name)} ${spokenAmount(amount, 'ko')}권입니다. 지금 결제하려면 1번, 그만두려면 2번.`,
    again: ({ shop, amount }) =>
      ko`${spokenName(shop.name)} ${josa(spokenAmount(amount, 'ko'), '을/를')} 결제하시면 1번, 그만두시면 2번.`,
    short: ({ shop, amount }) => ko`${spokenName(shop.name)} ${spokenAmount(amount, 'ko')} 결제 1, 취소 2번.`,
  },
  capturing: {
    first: () => ko`결제하고 있습니다. 잠시만 기다려 주세요.`,
    again: () => ko`카드사 답을 아직 기다리고 있습니다.`,
  },
  done: {
    first: () => ko`결제됐습니다. 받는 분께 곧 알려 드립니다. 하나 더 사려면 1번.`,
    again: () => ko`끊으셔도 됩니다. 하나 더 사시려면 1번을 눌러 주세요.`,
    short: () => ko`결제됐습니다.`,
  },
  resume: {
    first: () => ko`조금 전에 끊긴 구매가 있어요. 이어서 하려면 비밀번호와 우물 정자, 처음부터는 별표와 우물 정자.`,
    again: () => ko`끊긴 구매는 비밀번호와 우물 정자, 새로 시작은 별표와 우물 정자를 눌러 주세요.`,
  },
  goodbye: { ...always(() => ko`이용해 주셔서 고맙습니다.`), short: () => ko`고맙습니다.` },
  enough: always(({ unpaid, held }) => [
    ...ko`오늘은 여기서 마칠게요.`,
    ...(held ? ko`십 분 안에 다시 걸면 이어서 하실 수 있어요.` : ko`편하실 때 다시 걸어 주세요.`),
    ...(unpaid ? ko`돈은 나가지 않았습니다.` : []),
  ]),
  holdUnanswered: always(
    () => ko`카드사 답이 늦어지고 있어요. 이 상품권의 돈은 나가지 않았습니다. 잠시 뒤에 다시 걸어 주세요.`,
  ),
  captureUnanswered: always(() => ko`카드사 답이 늦어지고 있어요. 결과를 문자로 알려 드리겠습니다. 고맙습니다.`),
  apology: always(({ held }) => [
    ...ko`죄송합니다. 잠시 문제가 생겼어요.`,
    ...(held ? ko`하시던 구매는 십 분 동안 그대로 둡니다.` : []),
    ...ko`조금 뒤에 다시 걸어 주세요.`,
  ]),
};

function amountKeys(presets: PromptFacts['amount']['presets']): Utterance[] {
  const keys = presets.map((amount, index) => `${spokenAmount(amount, 'ko')} ${index + 1}번, `);
  return ko`${keys.join('')}다른 금액 5번.`;
}

const recipient = ({ phone, name }: PromptFacts['recipientConfirm']): Utterance[] =>
  joined(ko`${spokenPhone(phone, 'ko')}. ${spokenRecipient(name, 'ko')}`);
