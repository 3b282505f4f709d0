import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Mail } from '../mailbox/mail-book.ts';
import type { MailPart, MailPerson } from '../mailbox/read-mail.ts';
import { unsubscribe } from '../mailbox/unsubscribe.ts';
import { oneClickAddress } from '../mailbox/unsubscribe-ways.ts';
import { mailboxOwners } from '../people.ts';
import { mailPolicy, partPath, toMailPage, wantsFarPictures } from './mail-html.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

/** A mail as a list shows it. */
export interface MailLine {
  id: string;
  mailbox: string;
  from: MailPerson | null;
  subject: string;
  /** How its text begins. */
  begins: string;
  at: string;
  read: boolean;
  attached: number;
}

/** A mail that is open. */
export interface OpenMail extends MailLine {
  to: MailPerson[];
  text: string | null;
  /** Where its HTML is shown, if it has any. */
  htmlUrl: string | null;
  farPictures: boolean;
  attachments: { name: string | null; contentType: string; bytes: number; url: string }[];
  /** Pictures within the HTML. */
  inline: { cid: string; contentType: string; bytes: number; url: string }[];
  headers: { name: string; value: string }[];
  unsubscribe: 'offered' | 'done' | null;
}

export function toMailLine(mail: Mail): MailLine {
  const { id, mailbox, at, read, content } = mail;
  return {
    id,
    mailbox,
    from: content.from[0] ?? null,
    subject: content.subject,
    begins: content.begins,
    at: at.toISOString(),
    read,
    attached: content.parts.filter(({ inline }) => !inline).length,
  };
}

function toOpenMail(mail: Mail): OpenMail {
  const { content } = mail;
  const parts = content.parts.map((part, index) => ({
    part,
    facts: { contentType: part.contentType, bytes: part.body.length, url: partPath(mail, index) },
  }));
  const offered = oneClickAddress(content) === null ? null : 'offered';
  return {
    ...toMailLine(mail),
    to: content.to,
    text: content.text,
    htmlUrl: content.html === null ? null : `/desk/mails/${mail.id}/html`,
    farPictures: wantsFarPictures(content.html),
    attachments: parts.filter(({ part }) => !part.inline).map(({ part, facts }) => ({ name: part.filename, ...facts })),
    inline: parts.filter(({ part }) => part.inline).map(({ part, facts }) => ({ cid: part.cid ?? '', ...facts })),
    headers: content.headers,
    unsubscribe: mail.unsubscribed ? 'done' : offered,
  };
}

/** What a browser may show by itself; all else is only saved, so that no attachment runs at the desk's address. */
const shownTypes = /^image\/(png|jpeg|gif|webp|svg\+xml)$/;

/** What encodeURIComponent leaves and RFC 8187 does not take. */
const toPercent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

function sendPart(reply: FastifyReply, part: MailPart) {
  const shown = shownTypes.test(part.contentType);
  // By way of a Buffer: half a surrogate pair, which a mail may hold, makes encodeURIComponent throw.
  const name = encodeURIComponent(Buffer.from(part.filename ?? 'attachment').toString()).replace(/['()*]/g, toPercent);
  return reply
    .headers({
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
    })
    .type(shown ? part.contentType : 'application/octet-stream')
    .send(part.body);
}

type ById = { Params: { id: string; part: string } };

/** Everybody's mailbox. */
export function mailDesk(app: FastifyInstance, { world, mailbox }: Parties): void {
  const { mails } = mailbox;

  app.get('/desk/mailboxes', async () => {
    const strangers = mails.newestFirst().map((mail) => mail.mailbox);
    const addresses = new Set([...mailboxOwners.map(({ address }) => address), ...strangers]);
    return {
      smtp: mailbox.url(),
      mailboxes: [...addresses].map((address) => {
        const kept = mails.inMailbox(address);
        const name = mailboxOwners.find((owner) => owner.address === address)?.name ?? null;
        return { address, name, mails: kept.length, unread: kept.filter(({ read }) => !read).length };
      }),
    };
  });

  app.get<{ Params: { address: string } }>('/desk/mailboxes/:address/mails', async ({ params: { address } }) =>
    mails.inMailbox(address).map(toMailLine),
  );

  app.get<ById>('/desk/mails/:id', async ({ params: { id } }, reply) => {
    const mail = mails.find(id);
    return mail ? toOpenMail(mail) : refuse(reply, 404, 'no such mail');
  });

  app.get<ById>('/desk/mails/:id/html', async ({ params: { id } }, reply) => {
    const mail = mails.find(id);
    if (!mail || mail.content.html === null) return refuse(reply, 404, 'no such mail with HTML');
    return reply
      .headers({
        'content-security-policy': mailPolicy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(toMailPage(mail));
  });

  app.get<ById>('/desk/mails/:id/parts/:part', async ({ params: { id, part } }, reply) => {
    const found = /^\d{1,4}$/.test(part) ? mails.find(id)?.content.parts[Number(part)] : undefined;
    return found ? sendPart(reply, found) : refuse(reply, 404, 'no such part');
  });

  app.post<ById>('/desk/mails/:id/read', async ({ params: { id } }, reply) => {
    const mail = mails.find(id);
    if (!mail) return refuse(reply, 404, 'no such mail');
    mail.read = true;
    return { read: true };
  });

  app.post<ById>('/desk/mails/:id/unsubscribe', async ({ params: { id } }, reply) => {
    const mail = mails.find(id);
    return mail ? unsubscribe(world, mail) : refuse(reply, 404, 'no such mail');
  });
}
