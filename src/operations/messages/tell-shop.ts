import type { MessageFacts } from '../../core/messages/message-facts.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import { type Channel, tell } from './tell.ts';

/** Whom a shop's news goes to. */
export interface ToldShop {
  id: string;
  name: string;
  nameEn: string;
  email: string | null;
  phone: string | null;
  ownerId: string | null;
  /** JSON: the ways it chose. */
  toldBy: string;
}

type Way = 'email' | 'text' | 'call' | 'chat';

/** RC-06, RC-11. By every way that the shop chose and can be reached by; by e-mail or text where none of them is left. By night no telephone rings. */
export async function tellShop(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'limits'>,
  shop: ToldShop,
  news: { key: string; facts: MessageFacts },
): Promise<void> {
  const owner = shop.ownerId ? await tx.account.findUnique({ where: { id: shop.ownerId } }) : null;
  const chatUser = owner?.customerId
    ? await tx.chatUser.findUnique({ where: { customerId: owner.customerId }, select: { id: true, blockedAt: true } })
    : null;
  const reached: Record<Way, { channel: Channel; recipient: string } | null> = {
    email: shop.email ? { channel: 'email', recipient: shop.email } : null,
    text: shop.phone ? { channel: 'text', recipient: shop.phone } : null,
    call: shop.phone ? { channel: 'call', recipient: shop.phone } : null,
    chat: chatUser && !chatUser.blockedAt ? { channel: 'chat', recipient: chatUser.id } : null,
  };
  const chosen = (JSON.parse(shop.toldBy) as Way[]).flatMap((way) => reached[way] ?? []);
  const otherwise = [reached.email ?? reached.text].flatMap((way) => way ?? []);
  const called = chosen.some(({ channel }) => channel === 'call');
  for (const { channel, recipient } of chosen.length > 0 ? chosen : otherwise) {
    const locale = owner ? owner.locale : 'ko';
    // The key of the text that comes for a call which nobody takes: one text is enough.
    const way = channel === 'text' && called ? 'call:by-text' : channel;
    const telling = { key: `${news.key}:${way}`, channel, recipient, locale, facts: news.facts };
    await tell(tx, deps, { ...telling, unhurriedIn: deps.limits.timeZone });
  }
}
