import { spokenAmount, spokenUnit } from './amount.ts';
import { spokenCard } from './card.ts';
import { spokenPhone } from './digits.ts';
import { spokenName, spokenRecipient } from './name.ts';
import { always, type PromptFacts, type Prompts } from './prompts.ts';
import { en, ko, type Utterance } from './utterance.ts';

/** The purchase call in English. */
export const englishPrompts: Prompts = {
  menu: {
    first: () => [
      ...en`Welcome to Giftline. To buy a gift certificate, press 1. To repeat, press 9.`,
      ...ko`한국어는 8번.`,
    ],
    again: () => [...en`Press 1 to buy a gift certificate.`, ...ko`한국어는 8번.`],
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
  },
  pin: {
    first: () => en`Enter your PIN, then press pound.`,
    again: () => en`Your PIN has four to six digits. Press them, then pound.`,
  },
  shop: {
    first: ({ memberName }) =>
      en`Hello, ${spokenName(memberName)}. Enter the three digit shop number, then pound. For a list, 0 and pound.`,
    again: () => en`Press the three digits of the shop and pound. To hear the shops, 0 and pound.`,
  },
  shopList: always(({ shops, more }) => [
    ...shops.flatMap((shop) => en`${[...shop.code].join(' ')} ${spokenName(shop.nameEn)};`),
    ...(more ? en`For more, 0 and pound.` : en`Shop number, then pound.`),
  ]),
  amount: {
    first: ({ shop, presets }) => en`${spokenName(shop.nameEn)}. ${amountKeys(presets)}`,
    again: ({ presets }) => en`Again: ${amountKeys(presets)}`,
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
    first: ({ amount, card }) =>
      en`${spokenAmount(amount, 'en')}, ${spokenCard(card, 'en')}. Nothing is charged yet. Enter the recipient's mobile number, then pound.`,
    again: () => en`Press the mobile number of the person who gets the gift, then pound.`,
  },
  recipientConfirm: {
    first: (facts) =>
      en`${recipient(facts)} ${facts.name.kind === 'unknown' ? 'If the number is' : 'If'} right, press 1; if not, 2.`,
    again: (facts) => en`${recipient(facts)} Yes, 1; another number, 2.`,
  },
  greeting: {
    first: () => en`To record a greeting, press 1. To send without one, press 2.`,
    again: () => en`Press 1 to record a greeting, or 2 to go on without it.`,
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
  },
  capturing: {
    first: () => en`Your payment is being made. One moment, please.`,
    again: () => en`Still waiting for the card company.`,
  },
  done: {
    first: () => en`Your payment is complete. The recipient will hear soon. Thank you. To buy another, press 1.`,
    again: () => en`If you are done, you can hang up. To buy another, press 1.`,
  },
  resume: {
    first: () =>
      en`A purchase of yours was cut off. To go on, enter your PIN and pound. To start anew, star and pound.`,
    again: () => en`Press your PIN and pound to go on, or star and pound to start anew.`,
  },
  goodbye: always(() => en`Thank you for calling Giftline.`),
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
