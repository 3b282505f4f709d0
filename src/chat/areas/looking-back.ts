import { html, lines } from '../html.ts';
import { type Answer, button, inRows, show } from '../screen.ts';
import type { Area, CustomerTurn } from '../turn.ts';
import { tradeName } from '../words/trades.ts';
import { offerButtons } from './fetching.ts';
import { homeRow } from './home.ts';
import { signedUp } from './signing-up.ts';

const tradesShown = 3;
const wantsShown = 5;
const shopsShown = 10;

export const lookingBack: Area = {
  presses: {
    history: (turn) => signedUp(turn, 'history', historyAnswer),
    'own-shops': (turn) => signedUp(turn, 'own-shops', ownShopsAnswer),
  },
};

/** RC-12, in words and in a picture. */
async function historyAnswer(turn: CustomerTurn): Promise<Answer> {
  const { operations, customer, words, pen, pictures, language } = turn;
  const { lookingBack, conversation } = words;
  const history = await operations.historyOf(customer.id);
  const { asked, got, used, saved, trades, fits } = history;
  if (asked + got + used === 0) {
    return show({ text: lookingBack.none, buttons: [[button(conversation.labels.shops, 'trades')], homeRow(turn)] });
  }
  const favourites = trades.slice(0, tradesShown).map(({ trade }) => tradeName(trade, language));
  const text = lines(
    lookingBack.title,
    lookingBack.sums(asked, got, used),
    saved.length > 0 && lookingBack.saved(saved.map(pen.amount).join(' + ')),
    favourites.length > 0 && lookingBack.favourites(pen.list(favourites)),
    fits.length > 0 && html`\n${lookingBack.fits}`,
  );
  const rows = [...inRows(offerButtons(turn, fits), 1), homeRow(turn)];
  return show({ text, buttons: rows, photo: () => pictures.plotOf(history, language) });
}

/** What a shop's owner sees here: how many ask, and for what. The rest is on the shop's page. */
async function ownShopsAnswer(turn: CustomerTurn): Promise<Answer> {
  const { operations, customer, words, pen, publicUrl } = turn;
  const { lookingBack } = words;
  const account = await operations.accountOfCustomer(customer.id);
  const shops = account ? await operations.ownShops(account.id) : [];
  if (shops.length === 0) return show({ text: lookingBack.noOwnShops, buttons: [homeRow(turn)] });
  const parts = await Promise.all(
    shops.slice(0, shopsShown).map(async (shop) => {
      const { asking, threshold, wants } = await operations.demandOf(shop.id);
      const { currency } = await operations.shopById(shop.id);
      return lines(
        lookingBack.ownShop(pen.shop(shop), asking, threshold),
        !shop.approved && lookingBack.notApproved,
        ...wants.slice(0, wantsShown).map(({ want, count }) => words.browsing.wanted(pen.want(want, currency), count)),
      );
    }),
  );
  const rows = [[{ text: lookingBack.toShopPage, url: `${publicUrl}/shop` }], homeRow(turn)];
  return show({ text: lines(lookingBack.own, ...parts), buttons: rows });
}
