import { money } from '../../core/money.ts';
import { writtenCard } from '../../wording/written/card-brands.ts';
import { html, lines } from '../html.ts';
import { nationalPhone } from '../national-phone.ts';
import { type Answer, button, type Screen, show } from '../screen.ts';
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
    const bought = holdId === null ? null : await boughtScreen(known, holdId);
    // Not what the talk waits for by now.
    if (bought) return { screens: [bought], toast: words.buying.alreadyBought, talk: 'same' };
    const waits = holdId !== null && (await operations.purchaseState(holdId)).kind === 'waiting';
    return show({ text: waits ? words.buying.confirming : words.buying.gone, buttons: [homeRow(known)] });
  });
}

/** The same on every copy of the screen, however often it is pressed; null when it was not paid. */
async function boughtScreen(turn: MemberTurn, holdId: string): Promise<Screen | null> {
  const { operations, customer, words, pen, language } = turn;
  const bought = await operations.boughtBy(customer.memberId, holdId);
  if (!bought) return null;
  const { buying } = words;
  const said = buying.bought(pen.shop(bought.shop), pen.amount(bought.amount));
  const card = bought.forSelf ? html`${writtenCard(bought.card, language)}` : buying.receiptFollows;
  return { text: lines(said, card), buttons: [homeRow(turn)] };
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
  const { operations, customer, words } = turn;
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
      const bought = await boughtScreen(turn, holdId);
      return { screens: bought ? [bought] : [], talk: 'nothing' };
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
async function stop(turn: MemberTurn, { holdId, ...talk }: Open): Promise<Answer> {
  const { operations, words } = turn;
  await operations.releaseHold(holdId);
  const bought = await boughtScreen(turn, holdId);
  if (bought) return { screens: [bought], toast: words.buying.alreadyBought, talk: 'nothing' };
  const state = (await operations.purchaseState(holdId)).kind;
  if (state === 'waiting' && talk.step === 'buy-confirm') {
    const rows = [[button(words.buying.lookButton, 'buy-now', shortId(holdId))]];
    return { screens: [{ text: words.buying.confirming, buttons: rows }], talk: { holdId, ...talk } };
  }
  return { screens: [{ text: words.buying.stopped, buttons: [homeRow(turn)] }], talk: 'nothing' };
}
