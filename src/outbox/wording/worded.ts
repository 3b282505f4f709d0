import type { Channel } from '../../core/messages/address.ts';
import type { Sendings } from '../message-sender.ts';

/** A message as it goes out, and its words as they may be kept: without what opens the linked page or proves a phone. */
export type Worded = { [C in Channel]: WordedFor<C> }[Channel];

export interface WordedFor<C extends Channel> {
  channel: C;
  toSend: Sendings[C];
  keptBody: string;
}
