import type { MailToSend, MessageSender } from '../../outbox/message-sender.ts';
import type { MailServer } from './mail-server.ts';
import { openMailLater } from './open-later.ts';
import { outcomeOf } from './refusal.ts';

/** All of it: connecting, talking, and the mail itself. */
const timeoutMs = 14_000;

export interface MailSender extends MessageSender<MailToSend> {
  /** Lets the connections go. */
  close(): Promise<void>;
}

/**
 * Mail with a picture in it, the same in plain words beside it, and one click to end it. Its id is made of ours: where it
 * is sent again after a lost answer, a mailbox sees that it is the same one.
 */
export function smtpSender(server: MailServer): MailSender {
  const mail = openMailLater(server.url);
  const domain = server.from.slice(server.from.lastIndexOf('@') + 1);
  return {
    async send({ messageId, to, fromName, subject, text, html, picture, unsubscribeUrl }) {
      const id = `<${messageId}@${domain}>`;
      try {
        const client = await mail.open();
        await client.sendMail({
          messageId: id,
          from: { name: fromName, address: server.from },
          // As an object, so that nothing in it is read as a list of addresses.
          to: { name: '', address: to },
          subject,
          text,
          html,
          attachments: picture ? [toInline(picture)] : [],
          headers: headersOf(unsubscribeUrl),
          signal: AbortSignal.timeout(timeoutMs),
        });
        return { kind: 'sent', providerId: id };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: mail.close,
  };
}

const toInline = ({ bytes, type, cid }: NonNullable<MailToSend['picture']>) => ({
  filename: type === 'image/png' ? 'card.png' : 'card.jpg',
  content: bytes,
  contentType: type,
  cid,
  contentDisposition: 'inline' as const,
});

/** RFC 8058 (one click ends it), RFC 3834 (no holiday reply is wanted). */
const headersOf = (unsubscribeUrl: string | null): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(unsubscribeUrl && {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});
