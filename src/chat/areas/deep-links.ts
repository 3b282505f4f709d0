import { toButtonData } from '../../core/chat/button.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import { lines } from '../html.ts';
import { type Answer, button, show, toast } from '../screen.ts';
import { longId } from '../short-id.ts';
import type { Area, Turn } from '../turn.ts';
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
      return askToLink(turn, what);
    default:
      return bareToken.test(payload) ? askToLink(turn, payload) : hello(turn);
  }
}

/** A shop's owner opened the bot from the shop's page, or somebody was sent the owner's link. */
async function askToLink(turn: Turn, token: string): Promise<Answer> {
  const { operations, user, words } = turn;
  const outcome = await operations.seeChatLink({ userId: user.id, token });
  if (outcome.kind !== 'asking') return answerTo(turn, token, outcome);
  const { askLink, linkElsewhere, linkLeaves } = words.lookingBack;
  const { shops, elsewhere, leaving } = outcome;
  const text = lines(
    askLink(shopsIn(turn, shops)),
    elsewhere && linkElsewhere,
    leaving !== null && linkLeaves(shopsIn(turn, leaving)),
  );
  const { yes, no } = words.conversation;
  const buttons = [[button(yes, 'link-owner', endOf(token)), button(no, 'cancel')]];
  return { screens: [{ text, buttons }], talk: { step: 'link-owner', token } };
}

/** What tells one link's question from another's: a button has no room for the whole token. */
const endOf = (token: string): string => token.slice(-26);

export const deepLinks: Area = {
  presses: {
    'link-owner': async (turn, end) => {
      const { talk, operations, user, words } = turn;
      if (talk?.step !== 'link-owner' || endOf(talk.token) !== end) return toast(words.conversation.oldButton);
      return answerTo(turn, talk.token, await operations.linkChat({ userId: user.id, token: talk.token }));
    },
  },
};

type Outcome = Awaited<ReturnType<Turn['operations']['linkChat']>>;

function answerTo(turn: Turn, token: string, outcome: Outcome): Answer {
  const { lookingBack } = turn.words;
  switch (outcome.kind) {
    case 'linked':
      return { screens: [{ text: lookingBack.linked(shopsIn(turn, outcome.shops)) }], goOn: 'own-shops' };
    case 'unknown-link':
      return show({ text: lookingBack.unknownLink, buttons: [homeRow(turn)] });
    case 'sign-up-first':
      // The link is good for ten minutes: it is opened again once the number is known.
      return askToSignUp(turn, `${opening}link-${token}`);
  }
}

const shopsIn = ({ pen }: Turn, shops: readonly ShopNames[]): string => shops.map(pen.shop).join(', ');
