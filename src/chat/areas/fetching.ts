import type { FetchOutcome, OfferView } from '../../operations/coupons/coupon-operations.ts';
import { lines } from '../html.ts';
import { type Answer, type Button, button, inRows, type Screen, show } from '../screen.ts';
import { longId, shortId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { homeRow, question } from './home.ts';
import { offerLines } from './offer-lines.ts';
import { withPin } from './pin.ts';
import { askNewPin } from './settings.ts';
import { signedUp } from './signing-up.ts';
import { voucherScreen } from './voucher-screen.ts';

const offersOnPage = 6;

export const fetching: Area = {
  presses: {
    offers: async (turn, carried) => show(await offersScreen(turn, { after: longId(carried) })),
    'offers-of': async (turn, carried) => {
      const shopId = longId(carried);
      return show(await offersScreen(turn, shopId === null ? {} : { shopId }));
    },
    offer: async (turn, carried) => offerAnswer(turn, longId(carried)),
    untracked: async (turn, carried) => {
      const campaignId = longId(carried);
      const voucher = campaignId && (await turn.operations.showUntracked(campaignId));
      return voucher ? show(voucherScreen(turn, voucher)) : notThere(turn);
    },
    fetch: (turn, carried) => signedUp(turn, `fetch:${carried}`, (known) => fetchOne(known, longId(carried), null)),
  },
  typed: {
    'fetch-pin': (turn, typed, { campaignId }) =>
      signedUp(turn, `fetch:${shortId(campaignId)}`, (known) =>
        withPin(known, typed, (pin) => fetchOne(known, campaignId, pin)),
      ),
  },
};

const notThere = (turn: Turn): Answer => show({ text: turn.words.fetching.notOnOffer, buttons: [homeRow(turn)] });

export const offerButtons = (
  { words: { fetching }, pen }: Turn,
  offers: readonly OfferView[],
  taken: ReadonlyMap<string, string> = new Map(),
): Button[] =>
  offers.map(({ campaignId, shop, offer, currency }) => {
    const label = fetching.offerButton(pen.shop(shop), pen.offer(offer, currency));
    return button(taken.has(campaignId) ? fetching.takenButton(label) : label, 'offer', campaignId);
  });

/** The coupons that this customer has, by their campaigns. */
async function takenBy({ operations, customer }: Turn): Promise<Map<string, string>> {
  const vouchers = customer ? await operations.vouchersOf(customer.id) : [];
  return new Map(
    vouchers.flatMap(({ campaignId, voucherId }) => (voucherId === null ? [] : [[campaignId, voucherId]])),
  );
}

async function offersScreen(
  turn: Turn,
  { shopId, after }: { shopId?: string; after?: string | null },
): Promise<Screen> {
  const { operations, words } = turn;
  const found = await operations.listOffers({
    limit: offersOnPage + 1,
    ...(shopId !== undefined && { shopId }),
    ...(after && { after }),
  });
  const offers = found.slice(0, offersOnPage);
  const last = offers.at(-1);
  const more = found.length > offersOnPage && last && shopId === undefined;
  const { list, none, noneMore } = words.fetching;
  const nothing = after ? noneMore : none;
  return {
    text: offers.length === 0 ? nothing : list,
    buttons: [
      ...inRows(offerButtons(turn, offers, await takenBy(turn)), 1),
      ...(more ? [[button(words.conversation.more, 'offers', last.campaignId)]] : []),
      ...(offers.length === 0 ? [[button(words.conversation.labels.shops, 'trades')]] : []),
      homeRow(turn),
    ],
  };
}

async function offerAnswer(turn: Turn, campaignId: string | null): Promise<Answer> {
  const offer = campaignId && (await turn.operations.showOffer(campaignId));
  if (!offer) return notThere(turn);
  const { words, pen, now } = turn;
  const { fetching, conversation } = words;
  const mine = (await takenBy(turn)).get(campaignId);
  const text = lines(
    offerLines(turn, offer, now),
    offer.tracked
      ? fetching.untilAndDeadline(pen.lastDay(offer.validUntil), pen.lastDay(offer.deadline))
      : fetching.validUntil(pen.lastDay(offer.validUntil)),
    offer.validDays !== null && fetching.validDays(offer.validDays),
    offer.tracked && (offer.left === null ? fetching.leftMany : fetching.left(offer.left)),
    offer.strict && fetching.strict,
    !offer.tracked && fetching.untracked,
    mine !== undefined && fetching.alreadyYours,
  );
  const fetch = button(fetching.fetchButton, 'fetch', shortId(offer.campaignId));
  const fetchOrShow = mine === undefined ? fetch : button(fetching.showButton, 'voucher', mine);
  const take = offer.tracked ? fetchOrShow : button(fetching.showButton, 'untracked', offer.campaignId);
  const rows = [
    [take],
    [button(pen.shop(offer.shop), 'shop', offer.shop.id)],
    [button(conversation.back, 'offers'), ...homeRow(turn)],
  ];
  return show({ text, buttons: rows });
}

async function fetchOne(turn: CustomerTurn, campaignId: string | null, pin: string | null): Promise<Answer> {
  if (campaignId === null) return notThere(turn);
  const { operations, customer, attempt, words } = turn;
  const outcome = await operations.fetchCoupon({ customerId: customer.id, campaignId, pin, attempt });
  const answer = await answerTo(turn, campaignId, outcome);
  if (pin === null) return answer;
  const taken = { text: words.conversation.secretTaken };
  return { ...answer, screens: [taken, ...answer.screens], hide: true };
}

async function answerTo(turn: CustomerTurn, campaignId: string, outcome: FetchOutcome): Promise<Answer> {
  const { words, pen } = turn;
  const { fetching, conversation } = words;
  switch (outcome.kind) {
    case 'fetched':
    case 'already-yours': {
      const said = outcome.kind === 'fetched' ? fetching.fetched : fetching.alreadyYours;
      return { screens: [{ text: said }, voucherScreen(turn, outcome.voucher)] };
    }
    case 'pin-needed':
      if (!turn.customer.hasPin) return choosePinFirst(turn, campaignId);
      return { screens: [question(turn, fetching.askPin)], talk: { step: 'fetch-pin', campaignId } };
    case 'no-pin':
      return choosePinFirst(turn, campaignId);
    case 'wrong-pin':
      return { screens: [question(turn, conversation.wrongPin)], talk: { step: 'fetch-pin', campaignId } };
    case 'closed':
      return show({ text: conversation.closedUntil(pen.moment(outcome.until)), buttons: [homeRow(turn)] });
    case 'deadline-passed':
      return show({ text: fetching.deadlinePassed(pen.lastDay(outcome.on)), buttons: await instead(turn, campaignId) });
    case 'none-left':
      return show({ text: fetching.noneLeft, buttons: await instead(turn, campaignId) });
    case 'not-on-offer':
    case 'unknown-campaign':
      return notThere(turn);
  }
}

const choosePinFirst = (turn: CustomerTurn, campaignId: string): Answer =>
  askNewPin(turn, `fetch:${shortId(campaignId)}`, turn.words.settings.pinFirst);

/** Who came too late may ask the shop for another. */
async function instead(turn: Turn, campaignId: string): Promise<Button[][]> {
  const offer = await turn.operations.showOffer(campaignId);
  const ask = offer ? [[button(turn.words.fetching.askInstead, 'ask', shortId(offer.shop.id))]] : [];
  return [...ask, homeRow(turn)];
}
