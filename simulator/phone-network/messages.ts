import { newSid } from '../world/ids.ts';
import { Newest } from '../world/newest.ts';
import type { World } from '../world/world.ts';
import { MediaShelf } from './media.ts';
import { OptOuts } from './opt-outs.ts';

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

export interface Message {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  status: MessageStatus;
  errorCode: number | null;
  mediaUrls: string[];
  mediaIds: string[];
  statusCallback: string | null;
  createdAt: Date;
  updatedAt: Date;
  sentAt: Date | null;
}

const messageLimit = 10_000;

/** All texts, and what belongs to them. */
export class MessageBook {
  readonly #world: World;
  readonly #newest = new Newest<Message>(messageLimit);
  readonly media = new MediaShelf();
  readonly optOuts = new OptOuts();

  constructor(world: World) {
    this.#world = world;
  }

  add(facts: Pick<Message, 'from' | 'to' | 'body' | 'direction' | 'status' | 'mediaUrls' | 'statusCallback'>): Message {
    const at = this.#world.now();
    return this.#newest.add({
      ...facts,
      sid: newSid(facts.mediaUrls.length > 0 ? 'MM' : 'SM'),
      errorCode: null,
      mediaIds: [],
      createdAt: at,
      updatedAt: at,
      sentAt: null,
    });
  }

  move(message: Message, status: MessageStatus, errorCode: number | null = null): void {
    message.status = status;
    message.errorCode = errorCode;
    message.updatedAt = this.#world.now();
    if (status === 'sent') message.sentAt = message.updatedAt;
  }

  find(sid: string): Message | undefined {
    return this.#newest.all().find((message) => message.sid === sid);
  }

  newestFirst(): Message[] {
    return this.#newest.newestFirst();
  }

  /** Both directions, oldest first. Outgoing texts are on the phone only once they got there. */
  onPhone(number: string): Message[] {
    return this.#newest
      .all()
      .filter((m) => m.from === number || (m.to === number && ['delivered', 'sent'].includes(m.status)));
  }
}
