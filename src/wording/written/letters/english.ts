import type { OpenGift } from '../../../core/messages/message-facts.ts';
import { answersHere, type GiftLetters, groups, lines, MOST_LISTED, type Pen, sender } from './letter.ts';

const FROM = sender.en;
const BACK = 'goes back to your card in full; this can take a few days.';

export const english: GiftLetters = {
  'gift-offered': (facts, pen) =>
    lines(
      `${FROM} ${pen.name(facts.buyerName)} sent you ${voucher(facts, pen)}.`,
      facts.hasGreeting && answersHere(pen) && `Hear the greeting: ${pen.link}`,
      pen.buttons && 'Accept or decline with the buttons below.',
      pen.twoWayText && howToAnswer(pen.othersWait ? facts.giftNumber : null),
      !answersHere(pen) &&
        lines(
          facts.hasGreeting ? 'Hear the greeting, accept or decline:' : 'Accept or decline:',
          pen.link,
          `Questions: ${pen.line}`,
        ),
      `Gift number ${facts.giftNumber}, until ${pen.lastDay(facts.lapsesAt)}`,
    ),
  card: (facts, pen) =>
    lines(
      `${FROM} your certificate, ${pen.amount(facts.amount)} at ${pen.shop(facts.shop)}.`,
      pen.mms
        ? 'Show this picture at the shop and key in the PIN that you chose.'
        : 'Show the barcode from the address below at the shop and key in the PIN that you chose.',
      `Valid until ${pen.lastDay(facts.expiresAt)}`,
      `Number ${groups(facts.number)}`,
      pen.link,
    ),
  receipt: (facts, pen) =>
    lines(
      `${FROM} paid. ${pen.person(facts.recipient)} gets ${voucher(facts, pen)}.`,
      `${pen.brand(facts.card.brand)} ending in ${facts.card.last4}`,
      'We will tell you when it is accepted.',
    ),
  'bought-from-other-phone': (facts, pen) =>
    lines(
      `${FROM} ${voucher(facts, pen)} was bought in your name from a phone that is not registered${facts.caller === null ? '' : ` (${pen.person(facts.caller)})`}.`,
      `If this was not you, call ${pen.line} at once.`,
    ),
  'pin-guessed': (_, pen) =>
    lines(
      `${FROM} somebody keyed in wrong PINs in your name from phones that are not yours. Such phones get no further today.`,
      `Your own phone works as before. For help call ${pen.line}.`,
    ),
  'gift-accepted': (facts, pen) => `${FROM} ${pen.person(facts.recipient)} accepted ${voucher(facts, pen)}.`,
  'gift-refused': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} declined ${voucher(facts, pen)}. ${pen.amount(facts.amount)} ${BACK}`,
  'gift-lapsed': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} did not answer in time about ${voucher(facts, pen)}. ${pen.amount(facts.amount)} ${BACK}`,
  'gift-undeliverable': (facts, pen) =>
    `${FROM} our text about ${voucher(facts, pen)} could not reach ${pen.person(facts.recipient)}. Please check the number. What is not accepted in time is refunded in full. Questions: ${pen.line}`,
  'certificate-used': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} used ${pen.amount(facts.amount)} at ${pen.shop(facts.shop)} on ${pen.moment(facts.at)}. ${left(facts.balance, pen)}`,
  'use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)} took back the use of ${pen.amount(facts.amount)} by ${pen.person(facts.recipient)} on ${pen.moment(facts.at)}. ${left(facts.balance, pen)}`,
  'certificate-returned': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} gave back ${voucher(facts, pen)}, unused. ${pen.amount(facts.amount)} ${BACK}`,
  'payment-failed': (facts, pen) =>
    `${FROM} ${voucher(facts, pen)} could not be bought. Nothing was charged. To try again, call ${pen.line}.`,
  'money-returned': (facts, pen) =>
    `${FROM} a purchase was not completed (${voucher(facts, pen)}), and all that was charged goes back to your card. No certificate was sent.`,
  'reply-which-gift': ({ open }, pen) =>
    lines(
      `${open.length} gifts wait for your answer.`,
      listed(open, pen),
      'Put the gift number first.',
      `Accept: ${example(open)}, a space, a PIN of 4–6 digits`,
      `Decline: ${example(open)} 2`,
    ),
  'reply-no-such-gift': ({ open }, pen) =>
    open.length === 0
      ? 'There is no gift with that number.'
      : lines('There is no gift with that number. These wait:', listed(open, pen)),
  'reply-closed-gift': ({ giftNumber, state }) => `Gift ${giftNumber} ${closed[state]}`,
  'reply-nothing-open': (_facts, pen) => `No gift waits for your answer now. Questions: ${pen.line}`,
  'reply-help': ({ open }, pen) =>
    lines(
      open.length === 0 ? 'No gift waits for your answer now.' : listed(open, pen),
      open.length > 0 && how(open),
      `Questions: ${pen.line}. For no more texts, reply STOP.`,
    ),
  'reply-unclear': ({ digits, open }, pen) =>
    open.length === 0
      ? `No gift waits for your answer now. Questions: ${pen.line}`
      : lines(digits ? 'Those digits are not an answer.' : 'Sorry, we read digits only.', how(open)),
  'reply-refused': (facts, pen) => `You declined ${voucher(facts, pen)}. We tell the sender and return the money.`,
};

const closed = {
  offered: 'is past its time.',
  accepted: 'has already been accepted.',
  refused: 'has already been declined.',
  lapsed: 'is past its time.',
} as const;

const voucher = (facts: Pick<OpenGift, 'shop' | 'amount'>, pen: Pen): string =>
  `a gift certificate of ${pen.amount(facts.amount)} for ${pen.shop(facts.shop)}`;

const left = (balance: OpenGift['amount'], pen: Pen): string =>
  balance.minor === '0' ? 'Nothing is left.' : `${pen.amount(balance)} left.`;

const howToAnswer = (gift: number | null): string =>
  gift === null
    ? 'To accept, reply with 4–6 digits that will be your PIN. To decline, reply 2.'
    : `To accept, reply ${gift}, a space, and 4–6 digits that will be your PIN. To decline, reply ${gift} 2.`;

const example = (open: OpenGift[]): string => String(open[0]?.giftNumber ?? '');

function how(open: OpenGift[]): string {
  return open.length === 1
    ? 'Accept: reply with 4–6 digits as your PIN. Decline: 2'
    : `Accept: ${example(open)}, a space, a PIN of 4–6 digits. Decline: ${example(open)} 2`;
}

function listed(open: OpenGift[], pen: Pen): string {
  const shown = open
    .slice(0, MOST_LISTED)
    .map((gift) => `${gift.giftNumber}: ${pen.shop(gift.shop)}, ${pen.amount(gift.amount)}`);
  return lines(...shown, open.length > MOST_LISTED && `and ${open.length - MOST_LISTED} more`);
}
