import type { createTransport } from 'nodemailer';

const connectMs = 5_000;
const silenceMs = 8_000;
/** Servers allow few at a time to one client; Postfix 50, many hosters 10. */
const mostConnections = 5;

export type MailClient = ReturnType<typeof pooled>;

/** The client, which is loaded with the first mail, and keeps some connections open for the next. */
export function openMailLater(url: string): { open(): Promise<MailClient>; close(): Promise<void> } {
  let opened: Promise<MailClient> | undefined;
  return {
    open: () => {
      opened ??= import('nodemailer').then((nodemailer) => pooled(nodemailer.createTransport, url));
      return opened;
    },
    close: async () => (await opened)?.close(),
  };
}

const pooled = (create: typeof createTransport, url: string) =>
  create({
    url,
    pool: true,
    maxConnections: mostConnections,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    // What the connection took with it is sent again by the outbox, which knows what was sent.
    maxRequeues: 0,
  });
