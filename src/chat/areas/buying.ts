import { isPin } from '../../core/members/pin.ts';
import { decimalsOf, money } from '../../core/money.ts';
import { chatHolds } from '../../core/payments/hold-key.ts';
import { checkAmount } from '../../core/shops/amount.ts';
import type { ShopFacts } from '../../operations/shops/shop-operations.ts';
import { writtenCard } from '../../wording/written/card-brands.ts';
import { lines } from '../html.ts';
import { parseMinor } from '../parse-want.ts';
import { type Answer, type Button, button, inRows, show, toast } from '../screen.ts';
import { idAndRest, longId, shortId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { digitsIn, isGreeting, isRunOfDigits } from '../typed.ts';
import { shopButtons } from './browsing.ts';
import { hold, type MemberTurn } from './holding.ts';
import { homeRow, question, shopGone } from './home.ts';
import { hidden, withPin } from './pin.ts';
import { signedUp } from './signing-up.ts';

const shopsShown = 12;

/** GC-01 by chat, up to the hold: shop, amount, PIN. From there on: paying.ts. */
export const buying: Area = {
  presses: {
    buy: (turn, carried) =>
      asMember(turn, carried === null ? 'buy' : `buy:${carried}`, (known) => start(known, carried)),
    'buy-amount': (turn, carried) =>
      asMember(turn, `buy-amount:${carried}`, async (known) => {
        const read = idAndRest(carried);
        const shop = read && (await sellingShop(known, read.id));
        if (!read || !/^\d{1,12}$/.test(read.rest)) return toast(turn.words.conversation.oldButton);
        return shop ? takeAmount(known, shop, BigInt(read.rest)) : shopGone(known);
      }),
  },
  typed: {
    'buy-shop': (turn, typed) =>
      asMember(turn, 'buy', async (known) => {
        if (isPin(digitsIn(typed))) return hidden(known, await start(known, null));
        if (isGreeting(typed) || isRunOfDigits(typed)) return start(known, null);
        const found = await known.operations.searchShops({ text: typed, limit: shopsShown });
        const [only, ...others] = found;
        if (only?.likely && others.length === 0) return start(known, only.id);
        if (!only)
          return { screens: [question(known, known.words.browsing.notFound(typed.slice(0, 40)))], talk: 'same' };
        const rows = [...inRows(shopButtons(known, found, 'buy'), 1), cancelRow(known)];
        return { screens: [{ text: known.words.buying.whichShop, buttons: rows }], talk: 'same' };
      }),
    'buy-amount': (turn, typed, { shopId }) =>
      asMember(turn, `buy:${shortId(shopId)}`, async (known) => {
        const shop = await sellingShop(known, shopId);
        if (!shop) return shopGone(known);
        const minor = parseMinor(typed, decimalsOf(shop.currency));
        if (minor === null) return { screens: [question(known, known.words.buying.notAnAmount)], talk: 'same' };
        return takeAmount(known, shop, minor);
      }),
    'buy-pin': (turn, typed, { shopId, minor }) =>
      asMember(turn, `buy:${shortId(shopId)}`, (known) =>
        withPin(known, typed, (pin) => takePin(known, shopId, BigInt(minor), pin)),
      ),
  },
};

/** Who buys needs a saved card, and so a membership. */
export const asMember = (
  turn: Turn,
  next: string,
  act: (turn: MemberTurn) => Promise<Answer> | Answer,
): Promise<Answer> | Answer =>
  signedUp(turn, next, (known) => {
    const { customer, words } = known;
    const { memberId } = customer;
    if (memberId !== null) return act({ ...known, customer: { ...customer, memberId } });
    const rows = [[button(words.signingUp.linkButton, 'link')], homeRow(known)];
    return show({ text: words.buying.membersOnly, buttons: rows });
  });

const cancelRow = ({ words }: Turn): Button[] => [button(words.conversation.labels.cancel, 'cancel')];

/** Null for one that sells no more. */
async function sellingShop({ operations, customer }: CustomerTurn, shopId: string): Promise<ShopFacts | null> {
  const listed = await operations.showShop(shopId, customer.id);
  return listed && operations.shopById(shopId);
}

async function start(turn: CustomerTurn, carried: string | null): Promise<Answer> {
  const { operations, words, pen } = turn;
  const { buying } = words;
  if (carried === null) {
    const shops = await operations.listShops();
    const buttons = shops.slice(0, shopsShown).map((shop) => button(pen.shop(shop), 'buy', shop.id));
    const rows = [...inRows(buttons, 2), cancelRow(turn)];
    return { screens: [{ text: buying.whichShop, buttons: rows }], talk: { step: 'buy-shop' } };
  }
  const id = longId(carried);
  const shop = id && (await sellingShop(turn, id));
  if (!shop) return shopGone(turn);
  const presets = shop.presets.map((amount) =>
    button(pen.amount(amount), 'buy-amount', `${shortId(shop.id)}.${amount.minor}`),
  );
  const text = buying.howMuch(pen.shop(shop), pen.amount(shop.least), pen.amount(shop.most));
  const rows = [...inRows(presets, 2), cancelRow(turn)];
  return { screens: [{ text, buttons: rows }], talk: { step: 'buy-amount', shopId: shop.id } };
}

function takeAmount(turn: CustomerTurn, shop: ShopFacts, minor: bigint): Answer {
  const { words, pen } = turn;
  const amount = money(minor, shop.currency);
  if (checkAmount(amount, shop).kind !== 'within') {
    const text = words.buying.outOfRange(pen.amount(shop.least), pen.amount(shop.most));
    return { screens: [question(turn, text)], talk: { step: 'buy-amount', shopId: shop.id } };
  }
  const text = words.buying.askPin(pen.shop(shop), pen.amount(amount));
  return { screens: [question(turn, text)], talk: { step: 'buy-pin', shopId: shop.id, minor: String(minor) } };
}

/** GC-02, then GC-04. */
async function takePin(turn: MemberTurn, shopId: string, minor: bigint, pin: string): Promise<Answer> {
  const { operations, customer, attempt, words, pen, language, user } = turn;
  const { conversation } = words;
  const member = { id: customer.memberId };
  const signed = await operations.signIn({ member, caller: customer.phone, pin, attempt });
  if (signed.kind === 'wrong-pin' && signed.closedUntil === null) {
    const wrong = signed.left === 1 ? conversation.wrongPinOneLeft : conversation.wrongPin;
    return { screens: [question(turn, lines(conversation.secretTaken, wrong))], hide: true, talk: 'same' };
  }
  if (signed.kind !== 'signed-in') {
    const until = signed.kind === 'closed' ? signed.until : signed.closedUntil;
    const text = lines(conversation.secretTaken, until && conversation.closedUntil(pen.moment(until)));
    return { screens: [{ text, buttons: [homeRow(turn)] }], hide: true };
  }
  const card = writtenCard(signed.member.card, language);
  // Bound to the message with the PIN: told twice, it holds once.
  const key = `${chatHolds}${user.id}:${attempt}`;
  return hidden(turn, await hold(turn, { key, shopId, minor: String(minor), card }));
}
