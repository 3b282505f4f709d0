import { checkWant, type Want, type WantRefusal } from '../../core/coupons/want.ts';
import { type Currency, decimalsOf, money } from '../../core/money.ts';
import type { WordsRefusal } from '../../core/words.ts';
import { type Html, lines } from '../html.ts';
import { parseWant } from '../parse-want.ts';
import { type Answer, button, inRows, type Screen, show, toast } from '../screen.ts';
import { idAndRest, longId, shortId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { shortly, yesOrNo } from '../typed.ts';
import { homeRow, question, shopGone } from './home.ts';
import { signedUp } from './signing-up.ts';

const percents = [10, 20, 30, 50];
/** What is offered on buttons, in minor units. */
const amounts: Record<Currency, bigint[]> = {
  KRW: [1_000n, 3_000n, 5_000n, 10_000n],
  JPY: [100n, 300n, 500n, 1_000n],
  USD: [100n, 300n, 500n, 1_000n],
};
/** More than may be kept, so that the shop is asked for exactly what was said yes to. */
const mostTyped = 700;
const mostLines = 15;
const mostButtons = 8;

export const asking: Area = {
  presses: {
    ask: (turn, carried) => signedUp(turn, `ask:${carried}`, () => askWhat(turn, longId(carried))),
    'want-percent': (turn, carried) =>
      chosen(turn, carried, 'want-percent', (rest) => ({ kind: 'percentage', percent: Number(rest) })),
    'want-amount': (turn, carried) =>
      chosen(turn, carried, 'want-amount', (rest) =>
        /^\d{1,9}$/.test(rest) ? { kind: 'amount', minor: BigInt(rest) } : null,
      ),
    'want-item': async (turn, carried) => {
      const shop = await openShop(turn, longId(carried));
      if (!shop) return shopGone(turn);
      const text = turn.words.asking.askItem(turn.pen.shop(shop));
      return { screens: [question(turn, text)], talk: { step: 'want', shopId: shop.id, as: 'item' } };
    },
    'want-thing': (turn, carried) => {
      const { talk } = turn;
      const shopId = longId(carried);
      if (talk?.step !== 'want-sure' || talk.shopId !== shopId) return toast(turn.words.conversation.oldButton);
      const want = { kind: 'gift-item', item: talk.item } as const;
      return signedUp(turn, `ask:${carried}`, (known) => ask(known, shopId, want, null));
    },
    'add-words': (turn, carried) =>
      signedUp(turn, 'requests', async () => {
        const shop = await openShop(turn, longId(carried));
        if (!shop?.asked) return shopGone(turn);
        const text = turn.words.asking.askWords(turn.pen.shop(shop));
        return { screens: [question(turn, text)], talk: { step: 'words', shopId: shop.id } };
      }),
    withdraw: (turn, carried) => signedUp(turn, 'requests', (known) => withdraw(known, longId(carried))),
    requests: (turn) => signedUp(turn, 'requests', async (known) => show(await requestsScreen(known))),
  },
  typed: {
    want: (turn, typed, { shopId }) =>
      signedUp(turn, `ask:${shortId(shopId)}`, (known) => takeTyped(known, shopId, typed)),
    'want-sure': (turn, typed, { shopId, item }) =>
      signedUp(turn, `ask:${shortId(shopId)}`, (known) => {
        const said = yesOrNo(typed);
        if (said === null) return takeTyped(known, shopId, typed);
        return said === 'yes' ? ask(known, shopId, { kind: 'gift-item', item }, null) : askWhat(known, shopId);
      }),
    asked: (turn, typed, { shopId }) =>
      signedUp(turn, `ask:${shortId(shopId)}`, (known) => takeTyped(known, shopId, typed)),
    words: (turn, typed, { shopId }) =>
      signedUp(turn, 'requests', async (known) => {
        const shop = await openShop(known, shopId);
        return shop?.asked ? ask(known, shopId, shop.asked.want, typed) : shopGone(turn);
      }),
  },
};

const openShop = async ({ operations, customer }: Turn, shopId: string | null) =>
  shopId === null ? null : operations.showShop(shopId, customer?.id ?? null);

async function askWhat(turn: Turn, shopId: string | null): Promise<Answer> {
  const shop = await openShop(turn, shopId);
  if (!shop) return shopGone(turn);
  const { words, pen } = turn;
  const { currency } = await turn.operations.shopById(shop.id);
  const id = shortId(shop.id);
  const byPercent = percents.map((one) => button(words.asking.percent(one), 'want-percent', `${id}.${one}`));
  const byAmount = amounts[currency].map((minor) =>
    button(pen.want({ kind: 'amount', minor }, currency), 'want-amount', `${id}.${minor}`),
  );
  const rows = [
    ...inRows(byPercent, 2),
    ...inRows(byAmount, 2),
    [button(words.asking.itemButton, 'want-item', id)],
    [button(words.conversation.back, 'shop', id), button(words.conversation.labels.cancel, 'cancel')],
  ];
  const talk = { step: 'want', shopId: shop.id, as: 'anything' } as const;
  return { screens: [{ text: words.asking.what(pen.shop(shop)), buttons: rows }], talk };
}

function chosen(turn: Turn, carried: string | null, action: string, wantOf: (rest: string) => Want | null) {
  const read = idAndRest(carried);
  const want = read && wantOf(read.rest);
  if (!read || !want) return toast(turn.words.conversation.oldButton);
  return signedUp(turn, `${action}:${carried}`, (known) => ask(known, read.id, want, null));
}

/** What is none of the figures on the buttons is kept in the customer's own words, and so only after a yes. */
async function takeTyped(turn: CustomerTurn, shopId: string, typed: string): Promise<Answer> {
  const shop = await openShop(turn, shopId);
  if (!shop) return shopGone(turn);
  const { asking } = turn.words;
  const { currency } = await turn.operations.shopById(shopId);
  const read = parseWant(typed, decimalsOf(currency));
  if (read.kind === 'negative' || read.kind === 'mixture' || read.kind === 'part-of-percent') {
    return refused(turn, shopId, asking.noWant[read.kind]);
  }
  if (read.kind !== 'gift-item') return ask(turn, shopId, read, null);
  const checked = checkWant(read);
  if (checked.kind !== 'want') return refused(turn, shopId, wantRefusal(turn, checked, currency));
  const { want } = checked;
  const id = shortId(shopId);
  const rows = [
    [button(asking.yesAsk, 'want-thing', id), button(asking.noOther, 'ask', id)],
    [button(turn.words.conversation.labels.cancel, 'cancel')],
  ];
  const text = asking.sureOfThing(turn.pen.shop(shop), turn.pen.want(want, currency));
  return { screens: [{ text, buttons: rows }], talk: { step: 'want-sure', shopId, item: typed.slice(0, mostTyped) } };
}

const refused = (turn: Turn, shopId: string, text: Html): Answer => ({
  screens: [question(turn, text)],
  talk: { step: 'want', shopId, as: 'anything' },
});

function wantRefusal(turn: Turn, refusal: WantRefusal, currency: Currency): Html {
  const { words, pen } = turn;
  switch (refusal.kind) {
    case 'percent-out-of-range':
      return words.asking.mostPercent(refusal.most);
    case 'amount-out-of-range':
      return words.asking.mostAmount(pen.amount(money(refusal.most, currency)));
    case 'item':
      return refusalOf(turn, refusal.because);
  }
}

/** `words`: null keeps what was said with the request before. */
async function ask(turn: CustomerTurn, shopId: string, want: Want, said: string | null): Promise<Answer> {
  const { operations, customer, words, pen } = turn;
  const shop = await openShop(turn, shopId);
  if (!shop) return shopGone(turn);
  const { currency } = await operations.shopById(shopId);
  const customerId = customer.id;
  const outcome = await operations.askForCoupon({ customerId, shopId, want, words: said ?? shop.asked?.words ?? null });
  const { asking } = words;
  switch (outcome.kind) {
    case 'asked': {
      const done = outcome.changed ? asking.changed : asking.asked;
      const { asking: count, threshold } = outcome;
      const text = lines(
        said === null
          ? done(pen.shop(shop), pen.want(want, currency))
          : asking.wordsAdded(pen.shop(shop), shortly(said)),
        count >= threshold ? asking.reached(count) : asking.count(count, threshold),
        asking.lapses(pen.day(outcome.lapsesAt)),
      );
      return { screens: [{ text, buttons: afterAsking(turn, shopId) }], talk: { step: 'asked', shopId } };
    }
    case 'percent-out-of-range':
    case 'amount-out-of-range':
    case 'item':
      return refused(turn, shopId, wantRefusal(turn, outcome, currency));
    case 'words':
      return { screens: [question(turn, refusalOf(turn, outcome.because))], talk: 'same' };
    case 'unknown-shop':
      return shopGone(turn);
    case 'too-many-open':
      return show({
        text: asking.tooManyOpen(outcome.most),
        buttons: [[button(words.conversation.labels.requests, 'requests')]],
      });
  }
}

function refusalOf({ words }: Turn, because: WordsRefusal): Html {
  const { cannotKeep } = words.conversation;
  return because.kind === 'too-long' ? cannotKeep['too-long'](because.most) : cannotKeep[because.kind];
}

function afterAsking({ words, ...turn }: Turn, shopId: string) {
  const { asking, browsing, conversation } = words;
  const id = shortId(shopId);
  return [
    [button(asking.wordsButton, 'add-words', id)],
    [button(browsing.changeButton, 'ask', id), button(browsing.withdrawButton, 'withdraw', id)],
    [button(conversation.labels.requests, 'requests'), ...homeRow({ words, ...turn })],
  ];
}

async function withdraw(turn: CustomerTurn, shopId: string | null): Promise<Answer> {
  const { operations, customer, words, pen } = turn;
  const shop = await openShop(turn, shopId);
  if (!shop) return shopGone(turn);
  const { asking } = words;
  const outcome = await operations.withdrawRequest({ customerId: customer.id, shopId: shop.id });
  const text = outcome.kind === 'withdrawn' ? asking.withdrawn(pen.shop(shop)) : asking.nothingOpen;
  const rows = [[button(asking.againButton, 'ask', shortId(shop.id))], homeRow(turn)];
  return show({ text, buttons: rows });
}

/** RC-11. */
async function requestsScreen(turn: CustomerTurn): Promise<Screen> {
  const { operations, customer, words, pen } = turn;
  const all = await operations.requestsOf(customer.id);
  if (all.length === 0) {
    const rows = [[button(words.conversation.labels.shops, 'trades')], homeRow(turn)];
    return { text: words.asking.none, buttons: rows };
  }
  const currencies = new Map<string, Currency>();
  for (const { shopId } of all.slice(0, mostLines)) {
    if (!currencies.has(shopId)) currencies.set(shopId, (await operations.shopById(shopId)).currency);
  }
  const shown = all.slice(0, mostLines).flatMap((request) => {
    const { shop, want, state, asking: count } = request;
    const written = pen.want(want, currencies.get(request.shopId) ?? 'KRW');
    const open = state === 'open';
    const line = words.asking.line(pen.shop(shop), written, words.asking.states[state], open ? count : null);
    return open && request.words !== null ? [line, words.asking.said(pen.name(request.words))] : [line];
  });
  const open = all.filter(({ state }) => state === 'open').slice(0, mostButtons);
  const rows = inRows(
    open.map(({ shop, shopId }) => button(pen.shop(shop), 'shop', shopId)),
    2,
  );
  return { text: lines(words.asking.list, ...shown), buttons: [...rows, homeRow(turn)] };
}
