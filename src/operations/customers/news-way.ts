import type { Tx } from '../../store/open-store.ts';
import type { Channel } from '../messages/tell.ts';

export interface Way {
  channel: Channel;
  recipient: string;
}

interface Reader {
  id: string;
  phone: string;
  newsBy: string;
  email: string | null;
}

/** By customer: the way each of them wants news, as far as it is open; a text otherwise. */
export async function waysTo(tx: Pick<Tx, 'chatUser'>, readers: readonly Reader[]): Promise<Map<string, Way>> {
  const chatters = readers.filter(({ newsBy }) => newsBy === 'chat').map(({ id }) => id);
  const users =
    chatters.length === 0
      ? []
      : await tx.chatUser.findMany({ where: { customerId: { in: chatters }, blockedAt: null } });
  const chats = new Map(users.map(({ id, customerId }) => [customerId, id]));
  return new Map(readers.map((reader) => [reader.id, wayTo(reader, chats.get(reader.id) ?? null)]));
}

function wayTo({ newsBy, email, phone }: Reader, chat: string | null): Way {
  if (newsBy === 'chat' && chat !== null) return { channel: 'chat', recipient: chat };
  if (newsBy === 'email' && email !== null) return { channel: 'email', recipient: email };
  return { channel: 'text', recipient: phone };
}
