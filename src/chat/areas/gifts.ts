import type { GiftPage } from '../../operations/gifts/gift-operations.ts';
import { type Html, lines } from '../html.ts';
import { type Answer, button, inRows, show } from '../screen.ts';
import { longId, shortId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { homeRow } from './home.ts';
import { hidden, withPin } from './pin.ts';
import { signedUp } from './signing-up.ts';

/** GC-10 by chat. A gift belongs to the number that it was sent to, and that this chat has proved. */
export const gifts: Area = {
  presses: {
    gifts: (turn) => signedUp(turn, 'gifts', giftsAnswer),
    gift: (turn, carried) => ofGift(turn, 'gift', carried, giftAnswer),
    'accept-gift': (turn, carried) => ofGift(turn, 'accept-gift', carried, askPin),
    'refuse-gift': (turn, carried) => ofGift(turn, 'refuse-gift', carried, sureToRefuse),
    'refuse-gift-now': (turn, carried) =>
      ofGift(turn, 'refuse-gift', carried, async (known, found) => {
        const outcome = await known.operations.refuseGift({ token: found.token });
        if (outcome.kind === 'refused') return show({ text: known.words.gifts.refused, buttons: [homeRow(known)] });
        return outcome.kind === 'closed-gift' ? closed(known, outcome.state) : notYours(known);
      }),
  },
  typed: {
    'gift-pin': (turn, typed, { giftId }) =>
      ofGift(turn, 'accept-gift', giftId, (known, found) => withPin(known, typed, (pin) => accept(known, found, pin))),
  },
};

/**
 * As by text, a bare PIN accepts the only open gift; but a chat is about much else, so it has to be the first answer to
 * the offer. Otherwise the gift is shown, and its PIN asked for. Null when no gift waits.
 */
export async function answerBarePin(turn: CustomerTurn, pin: string): Promise<Answer | null> {
  const { operations, customer, user, updateId } = turn;
  const [only, ...others] = await operations.giftsFor(customer.phone);
  if (!only) return null;
  const { id, token } = only;
  if (others.length > 0) return hidden(turn, await giftsAnswer(turn));
  if (await operations.isFirstSinceOffer({ giftId: id, chat: user.id, updateId })) {
    return accept(turn, { id, token, gift: only }, pin);
  }
  const found = { id, token, gift: { ...only, state: 'offered', locale: user.locale } } as const;
  return hidden(turn, askPin(turn, found), giftText(turn, found.gift));
}

interface Found {
  id: string;
  token: string;
  gift: GiftPage;
}

function ofGift(
  turn: Turn,
  action: string,
  carried: string | null,
  act: (turn: CustomerTurn, found: Found) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  return signedUp(turn, `${action}:${carried}`, async (known) => {
    const { operations, customer } = known;
    const id = longId(carried);
    const token = id && (await operations.giftTokenFor(customer.phone, id));
    const shown = token && (await operations.showGift(token));
    if (!id || !token || !shown || shown.kind !== 'gift') return notYours(known);
    return act(known, { id, token, gift: shown.gift });
  });
}

const notYours = (turn: Turn): Answer => show({ text: turn.words.gifts.notYours, buttons: [homeRow(turn)] });

const closed = (turn: Turn, state: GiftPage['state']): Answer =>
  show({
    text: turn.words.gifts.closed[state],
    buttons: [[button(turn.words.conversation.labels.wallet, 'wallet'), ...homeRow(turn)]],
  });

async function giftsAnswer(turn: CustomerTurn): Promise<Answer> {
  const { operations, customer, words, pen } = turn;
  const waiting = await operations.giftsFor(customer.phone);
  const buttons = waiting.map(({ id, shop, amount }) =>
    button(words.gifts.giftButton(pen.shop(shop), pen.amount(amount)), 'gift', id),
  );
  const text = waiting.length === 0 ? words.gifts.none : words.gifts.list;
  return show({ text, buttons: [...inRows(buttons, 1), homeRow(turn)] });
}

const giftText = ({ words: { gifts }, pen }: Turn, gift: GiftPage): Html =>
  lines(
    gifts.gift(pen.name(gift.buyerName), pen.shop(gift.shop), pen.amount(gift.amount)),
    gift.hasGreeting && gifts.greeting,
    gifts.until(pen.lastDay(gift.lapsesAt)),
  );

function giftAnswer(turn: CustomerTurn, { id, gift }: Found): Answer {
  if (gift.state !== 'offered') return closed(turn, gift.state);
  const { gifts } = turn.words;
  const text = giftText(turn, gift);
  const rows = [
    [button(gifts.acceptButton, 'accept-gift', shortId(id)), button(gifts.refuseButton, 'refuse-gift', shortId(id))],
    homeRow(turn),
  ];
  return show({ text, buttons: rows });
}

function askPin(turn: CustomerTurn, { id, gift }: Found): Answer {
  if (gift.state !== 'offered') return closed(turn, gift.state);
  const { words, pen } = turn;
  const text = words.gifts.askPin(pen.shop(gift.shop), pen.amount(gift.amount));
  const rows = [[button(words.conversation.labels.cancel, 'cancel')]];
  return { screens: [{ text, buttons: rows }], talk: { step: 'gift-pin', giftId: id } };
}

function sureToRefuse(turn: CustomerTurn, { id, gift }: Found): Answer {
  if (gift.state !== 'offered') return closed(turn, gift.state);
  const { words, pen } = turn;
  const { gifts, conversation } = words;
  const text = gifts.sureToRefuse(pen.name(gift.buyerName), pen.shop(gift.shop), pen.amount(gift.amount));
  const rows = [
    [button(gifts.refuseNow, 'refuse-gift-now', shortId(id)), button(conversation.back, 'gift', shortId(id))],
  ];
  return show({ text, buttons: rows });
}

type Accepted = Pick<Found, 'id' | 'token'> & { gift: Pick<GiftPage, 'shop' | 'amount'> };

async function accept(turn: CustomerTurn, { token, gift }: Accepted, pin: string): Promise<Answer> {
  const { operations, words, pen } = turn;
  const { conversation, gifts } = words;
  const outcome = await operations.acceptGift({ token, pin });
  switch (outcome.kind) {
    case 'accepted': {
      const text = lines(conversation.secretTaken, gifts.accepted(pen.shop(gift.shop), pen.amount(gift.amount)));
      const rows = [[button(conversation.labels.wallet, 'wallet'), ...homeRow(turn)]];
      return { screens: [{ text, buttons: rows }], hide: true };
    }
    case 'pin-format': {
      const rows = [[button(conversation.labels.cancel, 'cancel')]];
      return {
        screens: [{ text: lines(conversation.secretTaken, conversation.fourToSix), buttons: rows }],
        hide: true,
        talk: 'same',
      };
    }
    case 'closed-gift':
      return { ...closed(turn, outcome.state), hide: true };
    case 'unknown-gift':
      return { ...notYours(turn), hide: true };
  }
}
