import { newMailId } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import type { MailContent } from './read-mail.ts';

/** One mail in one mailbox: two recipients have two. */
export interface Mail {
  id: string;
  /** In lower case: no provider of today tells mailboxes apart by it. */
  mailbox: string;
  at: Date;
  bytes: number;
  content: MailContent;
  read: boolean;
  /** The one-click unsubscription was accepted. */
  unsubscribed: boolean;
}

/** What is kept at most; the oldest goes first. */
const mailboxLimit = 100;
const mailLimit = 2_000;
const totalLimitBytes = 256 * 1_024 * 1_024;

/** All mailboxes. Whoever is written to has one. */
export class MailBook {
  readonly #world: World;
  /** Oldest first. */
  #mails: Mail[] = [];
  #bytes = 0;

  constructor(world: World) {
    this.#world = world;
  }

  add(address: string, bytes: number, content: MailContent): Mail {
    const mailbox = address.toLowerCase();
    const at = this.#world.now();
    const mail = { id: newMailId(), mailbox, at, bytes, content, read: false, unsubscribed: false };
    this.#mails.push(mail);
    this.#bytes += bytes;
    const inMailbox = this.#mails.filter((one) => one.mailbox === mailbox);
    if (inMailbox.length > mailboxLimit) this.#forget(inMailbox[0]);
    while (this.#mails.length > mailLimit || this.#bytes > totalLimitBytes) this.#forget(this.#mails[0]);
    return mail;
  }

  #forget(mail: Mail | undefined): void {
    if (!mail) return;
    this.#mails = this.#mails.filter((one) => one !== mail);
    this.#bytes -= mail.bytes;
  }

  find(id: string): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  newestFirst(): Mail[] {
    return [...this.#mails].reverse();
  }

  /** Newest first. */
  inMailbox(address: string): Mail[] {
    return this.newestFirst().filter(({ mailbox }) => mailbox === address.toLowerCase());
  }
}
