import { money } from '../../core/money.ts';
import { type Html, lines } from '../html.ts';
import { type Answer, type Button, button, show } from '../screen.ts';
import { shortId } from '../short-id.ts';
import type { CustomerTurn } from '../turn.ts';
import { homeRow, question } from './home.ts';

/** Somebody with a membership. */
export type MemberTurn = CustomerTurn & { customer: { memberId: string } };

/** How often the card company is waited for before the user is asked to look again; each time a caller's patience. */
const mostWaits = 4;

export interface Holding {
  key: string;
  shopId: string;
  /** In minor units of the shop's currency. */
  minor: string;
  card: string;
}

/** GC-04, before the recipient is asked for. Asked with the same key it is the same hold. */
export async function hold(turn: MemberTurn, holding: Holding): Promise<Answer> {
  const { operations, customer, words, pen } = turn;
  const { buying } = words;
  const { key, shopId, minor, card } = holding;
  const shop = await operations.shopById(shopId);
  const amount = money(BigInt(minor), shop.currency);
  const ask = { key, memberId: customer.memberId, shopId, amount, caller: customer.phone };
  let outcome = await operations.holdPayment(ask);
  for (let waits = 1; outcome.kind === 'waiting' && waits < mostWaits; waits++) {
    if (waits === 1) await turn.meanwhile(show({ text: buying.waitingForCard }));
    outcome = await operations.holdPayment(ask);
  }
  switch (outcome.kind) {
    case 'held':
      return askRecipient(turn, { ...holding, holdId: outcome.holdId });
    case 'waiting': {
      const { holdId } = outcome;
      const rows = [[button(buying.lookButton, 'buy-look', shortId(holdId))], stopRow(turn, holdId)];
      const talk = { step: 'buy-hold', holdId, key, shopId, minor, card } as const;
      return { screens: [{ text: buying.waitingForCard, buttons: rows }], talk };
    }
    case 'declined':
      return over(turn, buying.declined, shopId);
    case 'hold-failed':
      return over(turn, buying.holdFailed, shopId);
    case 'amount-out-of-range': {
      const text = buying.outOfRange(pen.amount(outcome.least), pen.amount(outcome.most));
      return { screens: [question(turn, text)], talk: { step: 'buy-amount', shopId } };
    }
    case 'daily-limit':
      return over(turn, buying.dailyLimit(pen.amount(outcome.left)), shopId);
  }
}

export const stopRow = ({ words }: CustomerTurn, holdId: string): Button[] => [
  button(words.conversation.labels.cancel, 'buy-stop', shortId(holdId)),
];

/** The purchase has ended without money; it may be begun anew. */
export function over(turn: CustomerTurn, text: Html, shopId: string): Answer {
  const rows = [[button(turn.words.buying.againButton, 'buy', shortId(shopId)), ...homeRow(turn)]];
  return { screens: [{ text, buttons: rows }], talk: 'nothing' };
}

/** GC-05. */
export async function askRecipient(
  turn: CustomerTurn,
  { holdId, shopId, minor, card }: Omit<Holding, 'key'> & { holdId: string },
  first?: Html,
): Promise<Answer> {
  const { operations, words, pen } = turn;
  const shop = await operations.shopById(shopId);
  const amount = pen.amount(money(BigInt(minor), shop.currency));
  const text = lines(first ?? false, words.buying.askRecipient(pen.shop(shop), amount, card));
  const rows = [[button(words.buying.forMeButton, 'buy-for-me', shortId(holdId))], stopRow(turn, holdId)];
  return { screens: [{ text, buttons: rows }], talk: { step: 'buy-recipient', holdId, shopId, minor, card } };
}
