import { money } from '../../core/money.ts';
import { lines } from '../html.ts';
import { nationalPhone } from '../national-phone.ts';
import { type Answer, button, show } from '../screen.ts';
import { longId, shortId } from '../short-id.ts';
import type { TalkAt } from '../talk.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { yesOrNo } from '../typed.ts';
import { asMember } from './buying.ts';
import { askRecipient, hold, type MemberTurn, over, stopRow } from './holding.ts';
import { homeRow } from './home.ts';

/** How often a capture is waited for before the user is asked to look again. */
const mostWaits = 4;

type Confirming = TalkAt<'buy-confirm'>;
type Open = TalkAt<'buy-hold'> | TalkAt<'buy-recipient'> | Confirming;

/**
 * GC-05 to GC-08 by chat: the recipient, the name read back, the payment. A button carries the hold that it is about; it
 * counts only while this chat talks of that very purchase, so an old one pays for nothing else, and nothing twice.
 */
export const paying: Area = {
  presses: {
    'buy-look': (turn, carried) =>
      ofHold(turn, carried, async (known, talk) =>
        talk.step === 'buy-hold' ? hold(known, talk) : recipientAgain(known, talk),
      ),
    'buy-for-me': (turn, carried) =>
      ofHold(turn, carried, (known, talk) => nameRecipient(known, talk, known.customer.phone)),
    'buy-other': (turn, carried) => ofHold(turn, carried, (known, talk) => askRecipient(known, talk)),
    'buy-now': (turn, carried) =>
      ofHold(turn, carried, (known, talk) =>
        talk.step === 'buy-confirm' ? pay(known, talk) : recipientAgain(known, talk),
      ),
    'buy-stop': (turn, carried) => ofHold(turn, carried, (known, talk) => stop(known, talk)),
  },
  typed: {
    'buy-hold': (turn, _typed, talk) => asMember(turn, 'buy', (known) => hold(known, talk)),
    'buy-recipient': (turn, typed, talk) => asMember(turn, 'buy', (known) => nameRecipient(known, talk, typed)),
    'buy-confirm': (turn, typed, talk) =>
      asMember(turn, 'buy', async (known) => {
        const said = yesOrNo(typed);
        if (said === 'yes') return pay(known, talk);
        return said === 'no' ? askRecipient(known, talk) : confirmAnswer(known, talk);
      }),
  },
};

/** A recipient may be given as a contact out of one's address book. */
export const recipientByContact = (
  turn: Turn,
  phone: string,
  talk: TalkAt<'buy-recipient'>,
): Promise<Answer> | Answer => asMember(turn, 'buy', (known) => nameRecipient(known, talk, phone));

const recipientAgain = (turn: CustomerTurn, talk: Open): Promise<Answer> | Answer =>
  talk.step === 'buy-confirm' ? confirmAnswer(turn, talk) : askRecipient(turn, talk);

/** What the button is about, if this chat still talks of it; otherwise what became of it. */
function ofHold(
  turn: Turn,
  carried: string | null,
  act: (turn: MemberTurn, talk: Open) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  return asMember(turn, 'buy', async (known) => {
    const holdId = longId(carried);
    const { talk, words, operations } = known;
    if (talk && 'holdId' in talk && talk.holdId === holdId) return act(known, talk);
    const state = holdId === null ? 'gone' : (await operations.purchaseState(holdId)).kind;
    const bought = state === 'bought' || state === 'waiting';
    return show({ text: bought ? words.buying.alreadyBought : words.buying.gone, buttons: [homeRow(known)] });
  });
}

/** GC-06, GC-07. */
async function nameRecipient(turn: MemberTurn, talk: Open, typed: string): Promise<Answer> {
  const { operations, customer, attempt, words } = turn;
  const { holdId, shopId, minor, card } = talk;
  const { memberId, phone: caller } = customer;
  const outcome = await operations.nameRecipient({ typed, shopId, memberId, caller, attempt });
  if (outcome.kind === 'not-mobile') return askRecipient(turn, talk, words.buying.notMobile);
  const recipientName = outcome.kind === 'named' ? outcome.shown : null;
  const named = { holdId, shopId, minor, card, recipientPhone: outcome.phone, recipientName };
  return confirmAnswer(turn, { step: 'buy-confirm', ...named });
}

async function confirmAnswer(turn: CustomerTurn, talk: Confirming): Promise<Answer> {
  const { operations, words, pen } = turn;
  const { buying } = words;
  const shop = await operations.shopById(talk.shopId);
  const amount = pen.amount(money(BigInt(talk.minor), shop.currency));
  const phone = nationalPhone(talk.recipientPhone);
  const { recipientName } = talk;
  const text = lines(
    buying.confirm(pen.shop(shop), amount, talk.card),
    recipientName === null ? buying.recipientUnnamed(phone) : buying.recipient(pen.name(recipientName), phone),
    buying.yesOrNo,
  );
  const id = shortId(talk.holdId);
  const rows = [
    [button(buying.buyNow(amount), 'buy-now', id)],
    [button(buying.otherNumber, 'buy-other', id), ...stopRow(turn, talk.holdId)],
  ];
  return { screens: [{ text, buttons: rows }], talk };
}

/** GC-08. Idempotent by the hold. */
async function pay(turn: MemberTurn, talk: Confirming): Promise<Answer> {
  const { operations, customer, words, pen } = turn;
  const { buying } = words;
  const { holdId, shopId, recipientPhone, recipientName } = talk;
  const caller = customer.phone;
  const ask = { holdId, channel: 'chat', caller, recipientPhone, recipientName, greeting: null } as const;
  let outcome = await operations.confirmPurchase(ask);
  for (let waits = 1; outcome.kind === 'waiting' && waits < mostWaits; waits++) {
    if (waits === 1) await turn.meanwhile(show({ text: buying.confirming }));
    outcome = await operations.confirmPurchase(ask);
  }
  switch (outcome.kind) {
    case 'bought': {
      const shop = await operations.shopById(shopId);
      const text = buying.bought(pen.shop(shop), pen.amount(money(BigInt(talk.minor), shop.currency)));
      return { screens: [{ text, buttons: [homeRow(turn)] }], talk: 'nothing' };
    }
    case 'waiting': {
      const rows = [[button(buying.lookButton, 'buy-now', shortId(holdId))]];
      return { screens: [{ text: buying.confirming, buttons: rows }], talk };
    }
    case 'hold-expired':
      return over(turn, buying.holdExpired, shopId);
    case 'payment-failed':
      return over(turn, buying.paymentFailed, shopId);
  }
}

/** Lets the held money go, unless it is being taken at this moment. */
async function stop(turn: CustomerTurn, { holdId, ...talk }: Open): Promise<Answer> {
  const { operations, words } = turn;
  await operations.releaseHold(holdId);
  const state = (await operations.purchaseState(holdId)).kind;
  if (state === 'bought' || (state === 'waiting' && talk.step === 'buy-confirm')) {
    return { screens: [{ text: words.buying.alreadyBought, buttons: [homeRow(turn)] }], talk: 'nothing' };
  }
  return { screens: [{ text: words.buying.stopped, buttons: [homeRow(turn)] }], talk: 'nothing' };
}
