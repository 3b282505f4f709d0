import type { Want } from '../../core/coupons/want.ts';
import { type Currency, decimalsOf, money } from '../../core/money.ts';
import type { WordsRefusal } from '../../core/words.ts';
import { type Html, lines } from '../html.ts';
import { parseWant } from '../parse-want.ts';
import { type Answer, button, inRows, type Screen, show, toast } from '../screen.ts';
import { idAndRest, longId, shortId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { shortly } from '../typed.ts';
import { homeRow, question, shopGone } from './home.ts';
import { signedUp } from './signing-up.ts';

const percents = [10, 20, 30, 50];
/** What is offered on buttons, in minor units. */
const amounts: Record<Currency, bigint[]> = {
  KRW: [1_000n, 3_000n, 5_000n, 10_000n],
  JPY: [100n, 300n, 500n, 1_000n],
  USD: [100n, 300n, 500n, 1_000n],
};
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
    want: (turn, typed, { shopId, as }) =>
      signedUp(turn, `ask:${shortId(shopId)}`, async (known) => {
        const { currency } = await turn.operations.shopById(shopId);
        const want: Want = as === 'item' ? { kind: 'gift-item', item: typed } : parseWant(typed, decimalsOf(currency));
        return ask(known, shopId, want, null);
      }),
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
    [button(words.common.back, 'shop', id), button(words.common.labels.cancel, 'cancel')],
  ];
  const talk = { step: 'want', shopId: shop.id, as: 'anything' } as const;
  return { screens: [{ text: words.asking.what(pen.shop(shop)), buttons: rows }], talk };
}

function chosen(turn: Turn, carried: string | null, action: string, wantOf: (rest: string) => Want | null) {
  const read = idAndRest(carried);
  const want = read && wantOf(read.rest);
  if (!read || !want) return toast(turn.words.common.oldButton);
  return signedUp(turn, `${action}:${carried}`, (known) => ask(known, read.id, want, null));
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
      return show({ text, buttons: afterAsking(turn, shopId) });
    }
    case 'percent-out-of-range':
      return again(turn, asking.mostPercent(outcome.most));
    case 'amount-out-of-range':
      return again(turn, asking.mostAmount(pen.amount(money(outcome.most, currency))));
    case 'item':
    case 'words':
      return again(turn, refusalOf(turn, outcome.because));
    case 'unknown-shop':
      return shopGone(turn);
    case 'too-many-open':
      return show({
        text: asking.tooManyOpen(outcome.most),
        buttons: [[button(words.common.labels.requests, 'requests')]],
      });
  }
}

const again = (turn: Turn, text: Html): Answer => ({ screens: [question(turn, text)], talk: 'same' });

function refusalOf({ words }: Turn, because: WordsRefusal): Html {
  const { cannotKeep } = words.common;
  return because.kind === 'too-long' ? cannotKeep['too-long'](because.most) : cannotKeep[because.kind];
}

function afterAsking({ words, ...turn }: Turn, shopId: string) {
  const { asking, browsing, common } = words;
  const id = shortId(shopId);
  return [
    [button(asking.wordsButton, 'add-words', id)],
    [button(browsing.changeButton, 'ask', id), button(browsing.withdrawButton, 'withdraw', id)],
    [button(common.labels.requests, 'requests'), ...homeRow({ words, ...turn })],
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
    const rows = [[button(words.common.labels.shops, 'trades')], homeRow(turn)];
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
