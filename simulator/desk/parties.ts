import type { CardBook } from '../card-company/card-book.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Messenger } from '../messenger/messenger.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import type { World } from '../world/world.ts';

/** Everybody whom the desk can look at or disturb. */
export interface Parties {
  world: World;
  phoneNetwork: PhoneNetwork;
  cardCompany: CardBook;
  messenger: Messenger;
  mailbox: Mailbox;
}
