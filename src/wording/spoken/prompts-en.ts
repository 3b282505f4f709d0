import { brieflySpokenAmounts, spokenAmount, spokenUnit } from './amount.ts';
import { brieflySpokenCard, spokenCard } from './card.ts';
import { spokenPhone } from './digits.ts';
import { brieflySpokenRecipient, spokenName, spokenRecipient } from './name.ts';
import { always, type PromptFacts, type Prompts } from './prompts.ts';
import { en, ko, type Utterance } from './utterance.ts';

/** The purchase call in English. */
export const englishPrompts: Prompts = {
  menu: {
    first: () => [...en`Welcome to Giftline. To buy a gift certificate, press 1.`, ...ko`한국어는 8번.`],
    again: () => [...en`Press 1 to buy a gift certificate, or 9 to repeat.`, ...ko`한국어는 8번.`],
    short: () => en`Giftline. To buy, 1.`,
  },
  language: {
    first: () => [...ko`한국어는 1번.`, ...en`For English, press 2.`],
    again: () => [...ko`한국어로 들으시려면 1번.`, ...en`To go on in English, press 2.`],
  },
  member: {
    first: ({ callerKnown }) =>
      callerKnown
        ? en`Enter your member number, then pound. On your registered phone, just press 0 and pound.`
        : en`Enter your member number, then press pound.`,
    again: ({ callerKnown }) =>
      callerKnown
        ? en`Press the six digits of your member number and pound, or 0 and pound.`
        : en`Press the six digits of your member number, then pound.`,
    short: () => en`Member number or 0, and pound.`,
  },
  pin: {
    first: () => en`Enter your PIN, then press pound.`,
    again: () => en`Your PIN has four to six digits. Press them, then pound.`,
    short: () => en`PIN and pound.`,
  },
  shop: {
    first: ({ memberName }) =>
      en`Hello, ${spokenName(memberName)}. Enter the three digit shop number, then pound. For a list, 0 and pound.`,
    again: ({ last }) =>
      en`Press the three digits of the shop, ${last ? en`1 for ${spokenName(last.nameEn)},` : ''} or 0 for a list, and then pound.`,
    short: ({ memberName, last }) =>
      last
        ? en`${spokenName(memberName)}. Shop number, or 1 for ${spokenName(last.nameEn)}, and pound.`
        : en`${spokenName(memberName)}. Shop number, or 0 for a list, and pound.`,
  },
  shopList: {
    first: ({ shops, more }) => [
      ...shops.flatMap((shop) => en`${[...shop.code].join(' ')} ${spokenName(shop.nameEn)};`),
      ...(more ? en`For more, 0 and pound.` : en`Shop number, then pound.`),
    ],
    again: ({ more }) =>
      en`Press the three digits of the shop, then pound; to hear ${more ? 'more' : 'them again'}, 0 and pound.`,
  },
  amount: {
    first: ({ shop, presets }) => en`${spokenName(shop.nameEn)}. ${amountKeys(presets)}`,
    again: ({ presets }) =>
      presets.length === 4 ? en`From 1: ${brieflySpokenAmounts(presets, 'en')}; other, 5.` : amountKeys(presets),
    short: ({ shop, presets, offered }) => [
      ...(offered ? [] : en`${spokenName(shop.nameEn)}.`),
      ...(presets.length === 4 ? en`From 1: ${brieflySpokenAmounts(presets, 'en')}, other.` : amountKeys(presets)),
    ],
  },
  amountOther: {
    first: ({ currency }) => en`Enter the amount in ${spokenUnit(currency, 'en')}, then press pound.`,
    again: () => en`Press the amount in digits, and pound at the end.`,
  },
  holding: {
    first: () => en`We are waiting for the card company.`,
    again: () => en`Still waiting for the card company. Just a little longer.`,
  },
  recipient: {
    first: ({ amount, card, keyed }) =>
      en`${spokenAmount(amount, 'en')}, ${spokenCard(card, 'en')}. ${keyed ? 'Not' : 'Nothing is'} charged yet. Enter the recipient's mobile number, then pound.`,
    again: ({ last }) =>
      en`Press the mobile number of the person who gets the gift, ${last ? 'or 1 for the last one, ' : ''}then pound.`,
    short: ({ amount, card, keyed, last }) =>
      en`${keyed ? `${spokenAmount(amount, 'en')}, ` : ''}${brieflySpokenCard(card, 'en')}, mobile number${last ? ' or 1 for the same,' : ''} and pound.`,
  },
  recipientConfirm: {
    first: (facts) =>
      en`${recipient(facts)} ${facts.name.kind === 'unknown' ? 'If the number is' : 'If'} right, press 1; if not, 2.`,
    again: ({ phone, name }) =>
      en`${spokenPhone(phone, 'en')}. ${brieflySpokenRecipient(name, 'en')} If right, 1; if not, 2.`,
    short: ({ phone, name }) => en`${spokenPhone(phone, 'en')}. ${brieflySpokenRecipient(name, 'en')} Yes 1, no 2.`,
  },
  greeting: {
    first: () => en`To record a greeting, press 1. To send without one, press 2.`,
    again: () => en`Press 1 to record a greeting, or 2 to go on without it.`,
    short: () => en`Record a greeting 1, none 2.`,
  },
  greetingRecord: {
    first: () => en`Speak after the beep. When you are done, press pound.`,
    again: () => en`You have thirty seconds after the beep. End with pound.`,
  },
  confirm: {
    first: ({ shop, amount }) =>
      en`${spokenName(shop.nameEn)}, ${spokenAmount(amount, 'en')}. To pay now, press 1. To cancel, press 2.`,
    again: ({ shop, amount }) =>
      en`A certificate of ${spokenAmount(amount, 'en')} for ${spokenName(shop.nameEn)}. Press 1 to pay, or 2 to cancel.`,
    short: ({ shop, amount }) => en`${spokenName(shop.nameEn)}, ${spokenAmount(amount, 'en')}: pay 1, cancel 2.`,
  },
  capturing: {
    first: () => en`Your payment is being made. One moment, please.`,
    again: () => en`Still waiting for the card company.`,
  },
  done: {
    first: () => en`Your payment is complete. The recipient will hear soon. To buy another, press 1.`,
    again: () => en`If you are done, you can hang up. To buy another, press 1.`,
    short: () => en`It is paid.`,
  },
  resume: {
    first: () =>
      en`A purchase of yours was cut off. To go on, enter your PIN and pound. To start anew, star and pound.`,
    again: () => en`Press your PIN and pound to go on, or star and pound to start anew.`,
  },
  goodbye: { ...always(() => en`Thank you for calling Giftline.`), short: () => en`Thank you.` },
  enough: always(({ unpaid, held }) => [
    ...en`Let us stop here for today.`,
    ...(held ? en`Call within ten minutes, and you can go on from here.` : en`Please call again at any time.`),
    ...(unpaid ? en`No money was charged.` : []),
  ]),
  holdUnanswered: always(
    () => en`The card company is slow to answer. No money was charged for this certificate. Please call again soon.`,
  ),
  captureUnanswered: always(() => en`The card company is slow to answer. We will text you the result. Thank you.`),
  apology: always(({ held }) => [
    ...en`We are sorry, something went wrong.`,
    ...(held ? en`Your purchase is kept for ten minutes.` : []),
    ...en`Please call again in a moment.`,
  ]),
};

function amountKeys(presets: PromptFacts['amount']['presets']): Utterance[] {
  const keys = presets.map((amount, index) => `${spokenAmount(amount, 'en')}, ${index + 1}; `);
  return en`${keys.join('')}Other, 5.`;
}

const recipient = ({ phone, name }: PromptFacts['recipientConfirm']): Utterance[] =>
  en`${spokenPhone(phone, 'en')}. ${spokenRecipient(name, 'en')}`;
