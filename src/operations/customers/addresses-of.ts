import { type Address, addressOf } from '../../core/messages/address.ts';
import type { Tx } from '../../store/open-store.ts';

interface Reader {
  id: string;
  phone: string;
  newsBy: string;
  email: string | null;
}

/** Of many customers at once, by their ids: where news for each of them goes. */
export async function addressesOf(tx: Pick<Tx, 'chatUser'>, readers: readonly Reader[]): Promise<Map<string, Address>> {
  const chatters = readers.filter(({ newsBy }) => newsBy === 'chat').map(({ id }) => id);
  const users = chatters.length === 0 ? [] : await tx.chatUser.findMany({ where: { customerId: { in: chatters } } });
  const chats = new Map(users.map((user) => [user.customerId, user]));
  return new Map(
    readers.map((reader) => [reader.id, addressOf({ ...reader, chatUser: chats.get(reader.id) ?? null })]),
  );
}
