import { createHash } from 'node:crypto';
import { money } from '../../core/money.ts';
import { writtenCard } from '../../wording/written/card-brands.ts';
import { type Html, html, lines } from '../html.ts';
import { nationalPhone } from '../national-phone.ts';
import { type Answer, type Button, button, type Screen, show } from '../screen.ts';
import { idAndRest, longId, shortId } from '../short-id.ts';
import type { TalkAt } from '../talk.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { yesOrNo } from '../typed.ts';
import { asMember } from './buying.ts';
import { askRecipient, hold, type MemberTurn, over, stopRow } from './holding.ts';
import { homeRow } from './home.ts';

/** Of 64 characters that a button may carry, the action and the hold take 31. */
const sealLength = 12;

/** How often a capture is waited for before the user is asked to look again. */
const mostWaits = 4;

type Confirming = TalkAt<'buy-confirm'>;
type Open = TalkAt<'buy-hold'> | TalkAt<'buy-recipient'> | Confirming;

/**
 * GC-05 to GC-08 by chat: the recipient, the name read back, the payment. A button carries the hold that it is about; it
 * counts only while this chat talks of that very purchase, so an old one pays for nothing else, and nothing twice. The one
 * that pays also carries the seal of who is named above it, and pays for nobody else.
 */
export const paying: Area = {
  presses: {
    'buy-look': (turn, carried) =>
      ofHold(turn, carried, async (known, talk) =>
        talk.step === 'buy-hold' ? hold(known, talk) : presentScreen(known, talk),
      ),
    'buy-for-me': (turn, carried) =>
      ofHold(turn, carried, (known, talk) => nameRecipient(known, talk, known.customer.phone)),
    'buy-other': (turn, carried) => ofHold(turn, carried, (known, talk) => anotherRecipient(known, talk)),
    'buy-now': (turn, carried) =>
      ofHold(turn, carried, (known, talk, seal) =>
        talk.step === 'buy-confirm' && seal === sealOf(talk)
          ? pay(known, talk)
          : unpaid(known, talk, () => presentScreen(known, talk, known.words.buying.recipientChanged)),
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
        return said === 'no' ? anotherRecipient(known, talk) : nameRecipient(known, talk, typed);
      }),
  },
};

/** A recipient may be given as a contact out of one's address book; one's own means oneself. */
export const recipientByContact = (
  turn: Turn,
  { phone, own }: { phone: string; own: boolean },
  talk: Open,
): Promise<Answer> | Answer =>
  asMember(turn, 'buy', (known) => {
    if (talk.step === 'buy-hold') return hold(known, talk);
    return nameRecipient(known, talk, own ? known.customer.phone : numberOfContact(phone));
  });

/** The messenger writes numbers in full, mostly without the plus; an address book as its owner does. */
const numberOfContact = (phone: string): string => (/^\s*[1-9]/.test(phone) ? `+${phone.trim()}` : phone);

/** Who is named above a button, and in which purchase: a number of the buyer's own choice, and no secret to them. */
const sealOf = ({ holdId, recipientPhone }: Confirming): string =>
  createHash('sha256').update(`${holdId} ${recipientPhone}`).digest('base64url').slice(0, sealLength);

const presentScreen = (turn: MemberTurn, talk: Open, first?: Html): Promise<Answer> | Answer =>
  talk.step === 'buy-confirm' ? confirmAnswer(turn, talk, first) : askRecipient(turn, talk, first);

const anotherRecipient = (turn: MemberTurn, talk: Open): Promise<Answer> =>
  unpaid(turn, talk, () => askRecipient(turn, talk));

/** Goes on with a purchase that is neither paid, nor being paid, nor too late. */
async function unpaid(turn: MemberTurn, talk: Open, act: () => Promise<Answer> | Answer): Promise<Answer> {
  const { operations, words } = turn;
  switch ((await operations.purchaseState(talk.holdId)).kind) {
    case 'open':
      return act();
    case 'waiting':
      return confirming(turn, talk);
    case 'gone':
      return over(turn, words.buying.holdExpired, talk.shopId);
    case 'bought': {
      const bought = await boughtScreen(turn, talk.holdId);
      return { screens: bought ? [bought] : [], toast: words.buying.alreadyBought, talk: 'nothing' };
    }
  }
}

function confirming({ words }: MemberTurn, talk: Open): Answer {
  const { confirming: text, lookButton } = words.buying;
  if (talk.step !== 'buy-confirm') return { screens: [{ text }], talk };
  return { screens: [{ text, buttons: [[payButton(lookButton, talk)]] }], talk };
}

const payButton = (text: string, talk: Confirming): Button =>
  button(text, 'buy-now', `${shortId(talk.holdId)}.${sealOf(talk)}`);

/** What the button is about, if this chat still talks of it; otherwise what became of it. */
function ofHold(
  turn: Turn,
  carried: string | null,
  act: (turn: MemberTurn, talk: Open, seal: string | null) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  return asMember(turn, 'buy', async (known) => {
    const { id: holdId, rest: seal } = idAndRest(carried) ?? { id: longId(carried), rest: null };
    const { talk, words, operations, customer } = known;
    if (talk && 'holdId' in talk && talk.holdId === holdId) return act(known, talk, seal);
    // Not what the talk waits for by now, which stays as it is.
    const bought = holdId === null ? null : await boughtScreen(known, holdId);
    if (bought) return { screens: [bought], toast: words.buying.alreadyBought, talk: 'same' };
    if (holdId !== null) await operations.releaseHold(holdId, customer.memberId);
    const waits = holdId !== null && (await operations.purchaseState(holdId)).kind === 'waiting';
    const text = waits ? words.buying.confirming : words.buying.gone;
    return { screens: [{ text, buttons: [homeRow(known)] }], talk: 'same' };
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
  return { text: lines(said, recipientLine(turn, bought.recipient), card), buttons: [homeRow(turn)] };
}

function recipientLine(
  { words, pen, customer }: CustomerTurn,
  { phone, name }: { phone: string; name: string | null },
): Html {
  const { buying } = words;
  const digits = nationalPhone(phone);
  if (phone === customer.phone) return buying.recipientSelf(digits);
  return name === null ? buying.recipientUnnamed(digits) : buying.recipient(pen.name(name), digits);
}

/** GC-06, GC-07. */
const nameRecipient = (turn: MemberTurn, talk: Open, typed: string): Promise<Answer> =>
  unpaid(turn, talk, () => nameNow(turn, talk, typed));

async function nameNow(turn: MemberTurn, talk: Open, typed: string): Promise<Answer> {
  const { operations, customer, attempt, words } = turn;
  const { holdId, shopId, minor, card } = talk;
  const { memberId, phone: caller } = customer;
  const outcome = await operations.nameRecipient({ typed, shopId, memberId, caller, attempt });
  if (outcome.kind === 'not-mobile') {
    return presentScreen(turn, talk, talk.step === 'buy-confirm' ? words.buying.yesOrNumber : words.buying.notMobile);
  }
  const recipientName = outcome.kind === 'named' ? outcome.shown : null;
  const named = { holdId, shopId, minor, card, recipientPhone: outcome.phone, recipientName };
  return confirmAnswer(turn, { step: 'buy-confirm', ...named });
}

async function confirmAnswer(turn: CustomerTurn, talk: Confirming, first?: Html): Promise<Answer> {
  const { operations, words, pen } = turn;
  const { buying } = words;
  const shop = await operations.shopById(talk.shopId);
  const amount = pen.amount(money(BigInt(talk.minor), shop.currency));
  const text = lines(
    first ?? false,
    buying.confirm(pen.shop(shop), amount, talk.card),
    recipientLine(turn, { phone: talk.recipientPhone, name: talk.recipientName }),
    buying.yesOrNo,
  );
  const id = shortId(talk.holdId);
  const rows = [
    [payButton(buying.buyNow(amount), talk)],
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
    case 'waiting':
      return confirming(turn, talk);
    case 'hold-expired':
      return over(turn, buying.holdExpired, shopId);
    case 'payment-failed':
      return over(turn, buying.paymentFailed, shopId);
  }
}

/** Lets the held money go, unless it is being taken at this moment. */
async function stop(turn: MemberTurn, talk: Open): Promise<Answer> {
  const { operations, words } = turn;
  const { holdId } = talk;
  await operations.releaseHold(holdId);
  const bought = await boughtScreen(turn, holdId);
  if (bought) return { screens: [bought], toast: words.buying.alreadyBought, talk: 'nothing' };
  const state = (await operations.purchaseState(holdId)).kind;
  if (state === 'waiting') return confirming(turn, talk);
  return { screens: [{ text: words.buying.stopped, buttons: [homeRow(turn)] }], talk: 'nothing' };
}
