import { spokenAmount } from './amount.ts';
import { spokenName } from './name.ts';
import { type NoticeFacts, type Notices, once } from './notices.ts';
import { en } from './utterance.ts';

const notPaid = once(() => en`It is not paid yet.`);
/** With the amount it would be too long before the prompt that follows; whoever is to pay hears it again. */
const goOn = once(
  ({ shop }: NoticeFacts['at-hold']) => en`Your certificate for ${spokenName(shop.nameEn)} is not paid yet.`,
);

/** Up to an hour and a half in minutes; what is longer in hours. */
function wait(minutes: number): string {
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** Outcomes in English. */
export const englishNotices: Notices = {
  empty: [() => en`Nothing was pressed.`, () => en`We still did not get a key.`],
  'wrong-key': [() => en`That key is not in use here.`, () => en`Please take one of these keys.`],
  'wrong-length': [() => en`The number of digits is not right.`, () => en`That was too short or too long.`],
  'no-recording': [() => en`Nothing was recorded.`, () => en`Again there was no sound.`],
  'no-caller-number': [() => en`Your phone number is hidden.`, () => en`0 does not work from this phone.`],
  'wrong-pin': [
    () => en`Member number or PIN is not right.`,
    () => en`Again they do not match. Please take your time.`,
  ],
  closed: once(({ minutes }) => en`The PIN was wrong too many times. Please call again in ${wait(minutes)}.`),
  'unknown-shop': [() => en`There is no shop with that number.`, () => en`Again no shop has that number.`],
  'no-such-preset': [() => en`That key is not in use here.`, () => en`Please take one of these keys.`],
  'no-amount': [() => en`The amount cannot be zero.`, () => en`It must be more than zero.`],
  declined: [
    () => en`The card company said no. Please choose another amount.`,
    () => en`This amount was declined too. Perhaps a smaller one?`,
  ],
  'hold-failed': [
    () => en`We could not reach the card company. Please choose once more.`,
    () => en`The card company still does not answer. Let us try again.`,
  ],
  'amount-out-of-range': [
    ({ least, most }) => en`It can be from ${spokenAmount(least, 'en')} to ${spokenAmount(most, 'en')}.`,
    ({ least, most }) => en`At least ${spokenAmount(least, 'en')}, and at most ${spokenAmount(most, 'en')}.`,
  ],
  'daily-limit': [
    ({ left }) => en`From other phones, ${spokenAmount(left, 'en')} today.`,
    ({ left }) => en`Only ${spokenAmount(left, 'en')} are left today.`,
  ],
  'daily-limit-reached': once(() => en`The limit for other phones is reached. Please use your registered phone.`),
  'not-mobile': [() => en`That is not a mobile number.`, () => en`It must be a mobile number, from the first 0 on.`],
  another: once(() => en`All right, another number.`),
  cancelled: once(() => en`It is cancelled. No money was charged for this certificate.`),
  'hold-expired': once(() => en`The time ran out. No money was charged for this certificate.`),
  'payment-failed': [
    () => en`The payment did not go through. No money was charged for this certificate.`,
    () => en`Again it was not paid. No money was charged for this certificate.`,
  ],
  'was-bought': once(() => en`The purchase that was cut off is paid. The recipient will hear soon.`),
  'was-gone': once(() => en`The purchase that was cut off has lapsed. It was not charged.`),
  'at-hold': goOn,
  'at-recipient': goOn,
  'at-recipient-confirm': notPaid,
  'at-greeting': goOn,
  'at-confirm': notPaid,
};
