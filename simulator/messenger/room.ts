import type { World } from '../world/world.ts';
import type { ChatBook } from './chat-book.ts';
import type { PhotoShelf } from './photo-shelf.ts';
import type { Presses } from './presses.ts';
import type { LimitedSending } from './sending-limits.ts';
import type { UpdateQueue } from './update-queue.ts';

export interface BotCommand {
  command: string;
  description: string;
}

/** What the bot has told about itself, by scope and language. */
export interface BotProfile {
  commands: Map<string, BotCommand[]>;
  menuButtons: Map<number | 'default', object>;
}

/** Everything that a method of the Bot API, or a deed of a person, may need. */
export interface Room {
  world: World;
  book: ChatBook;
  photos: PhotoShelf;
  presses: Presses;
  sending: LimitedSending;
  updates: UpdateQueue;
  profile: BotProfile;
}
