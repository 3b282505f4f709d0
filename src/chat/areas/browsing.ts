import { openNow } from '../../core/shops/open-now.ts';
import type { ListedShop, ShopPage } from '../../operations/shops/browse-operations.ts';
import { type Html, html, lines } from '../html.ts';
import { type Answer, type Button, button, inRows, type Screen, show, toast } from '../screen.ts';
import { longId, shortId } from '../short-id.ts';
import type { Area, Turn } from '../turn.ts';
import { isRunOfDigits, shortly } from '../typed.ts';
import { tradeName } from '../words/trades.ts';
import { homeRow, question } from './home.ts';
import { signedUp } from './signing-up.ts';

const shopsOnPage = 8;
const wantsShown = 3;
const mostShopButtons = 10;

export const browsing: Area = {
  presses: {
    trades: async (turn) => show(await tradesScreen(turn)),
    trade: async (turn, carried) => show(await tradeScreen(turn, carried ?? '')),
    shop: (turn, carried) => shopAnswer(turn, longId(carried)),
    search: (turn) => ({ screens: [searchScreen(turn, turn.words.browsing.askName)], talk: { step: 'search' } }),
    wish: (turn) =>
      signedUp(turn, 'wish', () => {
        const { browsing } = turn.words;
        const name = turn.talk?.step === 'search' ? turn.talk.last : undefined;
        if (name === undefined) return { screens: [question(turn, browsing.askWishName)], talk: { step: 'wish-name' } };
        return { screens: [question(turn, browsing.askWishPlace(shortly(name)))], talk: { step: 'wish-place', name } };
      }),
  },
  typed: {
    'wish-name': (turn, typed) => {
      const { browsing } = turn.words;
      if (isRunOfDigits(typed)) return { screens: [question(turn, browsing.digitsNotSearched)], talk: 'same' };
      return {
        screens: [question(turn, browsing.askWishPlace(shortly(typed)))],
        talk: { step: 'wish-place', name: typed.slice(0, mostWish) },
      };
    },
    'wish-place': (turn, typed, { name }) => signedUp(turn, 'wish', () => wish(turn, name, typed)),
  },
};

const mostWish = 200;

async function tradesScreen(turn: Turn): Promise<Screen> {
  const { operations, language, words } = turn;
  const trades = await operations.listTrades();
  const buttons = trades.map(({ trade, shops }) =>
    button(words.browsing.tradeButton(tradeName(trade, language), shops), 'trade', trade),
  );
  return {
    text: trades.length === 0 ? words.browsing.noShops : words.browsing.trades,
    buttons: [...inRows(buttons, 2), [button(words.conversation.labels.search, 'search'), ...homeRow(turn)]],
  };
}

/** `carried`: the trade, and behind a dot the code of the last shop that was seen. */
async function tradeScreen(turn: Turn, carried: string): Promise<Screen> {
  const { operations, language, words } = turn;
  const [trade = '', after = null] = carried.split('.');
  const found = await operations.shopsOfTrade({ trade, after, limit: shopsOnPage + 1 });
  const shops = found.slice(0, shopsOnPage);
  const last = shops.at(-1);
  const more =
    found.length > shopsOnPage && last ? [button(words.conversation.more, 'trade', `${trade}.${last.code}`)] : [];
  const { shopsOf, noShops } = words.browsing;
  return {
    text: shops.length === 0 ? noShops : shopsOf(tradeName(trade, language)),
    buttons: [
      ...inRows(shopButtons(turn, shops), 1),
      [button(words.conversation.back, 'trades'), ...more],
      homeRow(turn),
    ].filter((row) => row.length > 0),
  };
}

export const shopButtons = ({ pen }: Turn, shops: readonly ListedShop[], action = 'shop'): Button[] =>
  shops.map((shop) =>
    button(shop.place === '' ? pen.shop(shop) : `${pen.shop(shop)} · ${shop.place}`, action, shop.id),
  );

const searchScreen = (turn: Turn, text: Html): Screen => ({
  text,
  buttons: [[button(turn.words.conversation.labels.shops, 'trades'), ...homeRow(turn)]],
});

/** RC-02. What somebody types without being asked for anything is the name of a shop, most likely. */
export async function search(turn: Turn, typed: string): Promise<Answer> {
  const { operations, words } = turn;
  const shops = await operations.searchShops({ text: typed, limit: mostShopButtons });
  const talk = { step: 'search', last: typed.slice(0, mostWish) } as const;
  const [only, ...others] = shops;
  if (only?.likely && others.length === 0) return { ...(await shopAnswer(turn, only.id)), talk };
  if (only) {
    const rows = [...inRows(shopButtons(turn, shops), 1), homeRow(turn)];
    return { screens: [{ text: words.browsing.found(shortly(typed)), buttons: rows }], talk };
  }
  const rows = [
    [button(words.browsing.wishButton, 'wish')],
    [button(words.conversation.labels.shops, 'trades'), ...homeRow(turn)],
  ];
  return { screens: [{ text: words.browsing.notFound(shortly(typed)), buttons: rows }], talk };
}

async function wish(turn: Turn, name: string, place: string): Promise<Answer> {
  const { operations, customer, words } = turn;
  if (!customer) return toast(words.conversation.oldButton);
  const outcome = await operations.wishForShop({ customerId: customer.id, name, place });
  const { browsing, conversation } = words;
  switch (outcome.kind) {
    case 'wished':
      return show({ text: browsing.wished(shortly(name)), buttons: [homeRow(turn)] });
    case 'too-many-open':
      return show({ text: browsing.wishesSpent(outcome.most), buttons: [homeRow(turn)] });
    case 'words': {
      const { because } = outcome;
      const text =
        because.kind === 'too-long'
          ? conversation.cannotKeep['too-long'](because.most)
          : conversation.cannotKeep[because.kind];
      return { screens: [question(turn, text)], talk: { step: 'wish-name' } };
    }
  }
}

async function shopAnswer(turn: Turn, shopId: string | null): Promise<Answer> {
  const shop = shopId && (await turn.operations.showShop(shopId, turn.customer?.id ?? null));
  if (!shop) return show({ text: turn.words.browsing.gone, buttons: [homeRow(turn)] });
  const { currency } = await turn.operations.shopById(shop.id);
  const { words, pen } = turn;
  const { browsing } = words;
  const { demand, asked } = shop;
  const text = lines(
    html`<b>${pen.shop(shop)}</b>`,
    html`${tradeName(shop.trade, turn.language)}${shop.place === '' ? '' : ` · ${pen.name(shop.place)}`}`,
    openLine(turn, shop),
    shop.about !== '' && html`${shop.about}`,
    '',
    demand.asking === 0 ? browsing.nobodyAsks : browsing.asking(demand.asking, demand.threshold),
    ...demand.wants.slice(0, wantsShown).map(({ want, count }) => browsing.wanted(pen.want(want, currency), count)),
    demand.things > 0 && browsing.things(demand.things),
    asked && browsing.mine(pen.want(asked.want, currency)),
  );
  const id = shortId(shop.id);
  const rows = [
    asked
      ? [button(browsing.changeButton, 'ask', id), button(browsing.withdrawButton, 'withdraw', id)]
      : [button(browsing.askButton, 'ask', id)],
    ...(shop.offers > 0 ? [[button(browsing.offersButton(shop.offers), 'offers-of', id)]] : []),
    [button(browsing.buyButton, 'buy', id)],
    [button(words.conversation.back, 'trade', shop.trade), ...homeRow(turn)],
  ];
  return show({ text, buttons: rows });
}

function openLine({ now, timeZone, words }: Turn, { hours }: ShopPage): string | false {
  if (hours === null) return false;
  const { browsing } = words;
  const open = openNow(hours, now, timeZone);
  switch (open.kind) {
    case 'open':
      return browsing.openUntil(open.until);
    case 'opens':
      return browsing.opensAt(open.at);
    case 'over':
      return browsing.over;
    case 'closed-today':
      return browsing.closedToday;
    case 'all-day':
      return browsing.openAllDay;
  }
}
