import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { World } from '../world/world.ts';
import { MailBook } from './mail-book.ts';
import { openSmtp } from './open-smtp.ts';

/** The mailbox of everybody: a real SMTP server on 127.0.0.1 that keeps what it is given. */
export interface Mailbox {
  mails: MailBook;
  /** Where mail is taken (`smtp://127.0.0.1:3002`); known once it listens. */
  url(): string;
  /** Throws as `net.Server` does when the port is taken. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

export function openMailbox(world: World): Mailbox {
  const mails = new MailBook(world);
  const { server: smtp, dropAll } = openSmtp(world, mails);
  const { server } = smtp;
  return {
    mails,
    url: () => `smtp://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? 0}`,
    listen: async () => {
      // `once` throws when the server says `error` instead.
      server.listen(world.settings.smtpPort ?? 0, '127.0.0.1');
      await once(server, 'listening');
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      smtp.close();
      dropAll();
      await closed;
    },
  };
}
