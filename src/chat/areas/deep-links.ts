import { toButtonData } from '../../core/chat/button.ts';
import { lines } from '../html.ts';
import { type Answer, show } from '../screen.ts';
import { longId } from '../short-id.ts';
import type { Turn } from '../turn.ts';
import { hello, homeRow, shopGone } from './home.ts';
import { askToSignUp } from './signing-up.ts';

/** How a link that is to be opened later is told from a button that is to be pressed. */
export const opening = 'open:';

/** An owner's link carries its token with or without a name before it; nothing else is as long. */
const bareToken = /^[\w-]{45,64}$/;

/** What stands behind ?start= in a link to the bot: shop-101, campaign-<id>, gift-<id>, link-<token>. */
export async function openDeepLink(turn: Turn, payload: string): Promise<Answer> {
  const [, kind, what = ''] = /^(shop|campaign|gift|link)-([\w-]{1,59})$/.exec(payload) ?? [];
  switch (kind) {
    case 'shop': {
      const found = await turn.operations.findShop(what);
      return found.kind === 'shop' ? { screens: [], goOn: toButtonData('shop', found.shop.id) } : shopGone(turn);
    }
    case 'campaign':
    case 'gift': {
      const id = longId(what);
      return id === null ? hello(turn) : { screens: [], goOn: toButtonData(kind === 'gift' ? 'gift' : 'offer', id) };
    }
    case 'link':
      return linkOwner(turn, what);
    default:
      return bareToken.test(payload) ? linkOwner(turn, payload) : hello(turn);
  }
}

/** A shop's owner opened the bot from the shop's page. */
async function linkOwner(turn: Turn, token: string): Promise<Answer> {
  const { operations, user, words, pen } = turn;
  const outcome = await operations.linkChat({ userId: user.id, token });
  switch (outcome.kind) {
    case 'linked': {
      const text = lines(words.lookingBack.linked(pen.list(outcome.shops.map(pen.shop))));
      return { screens: [{ text }], goOn: 'own-shops' };
    }
    case 'unknown-link':
      return show({ text: words.lookingBack.unknownLink, buttons: [homeRow(turn)] });
    case 'sign-up-first':
      // The link is good for ten minutes: it is opened again once the number is known.
      return askToSignUp(turn, `${opening}link-${token}`);
  }
}
