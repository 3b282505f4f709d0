import type { World } from '../world/world.ts';
import { type MessageAsk, refuseMessage } from './message-refusal.ts';
import type { Message, MessageBook } from './messages.ts';
import type { RestError } from './rest-error.ts';

/** Takes a message into the queue, or refuses it as Twilio would. Delivery is the caller's to start. */
export function acceptMessage(
  world: World,
  book: MessageBook,
  ask: MessageAsk,
  direction: 'outbound-api' | 'outbound-reply',
): Message | RestError {
  const refusal = refuseMessage(ask, world.settings.messageNumber, book.optOuts.has(ask.to, ask.from));
  return refusal ?? book.add({ ...ask, direction, status: 'queued' });
}
