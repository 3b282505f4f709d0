import { type AddressObject, type Attachment, simpleParser } from 'mailparser';

export interface MailPerson {
  name: string;
  address: string;
}

/** A picture within the mail, or something attached to it. */
export interface MailPart {
  filename: string | null;
  contentType: string;
  /** What the HTML names it by (`cid:…`); null for what is only attached. */
  cid: string | null;
  /** The HTML does name it. */
  inline: boolean;
  body: Buffer;
}

/** What a mail says, as a mail program reads it. */
export interface MailContent {
  subject: string;
  from: MailPerson[];
  to: MailPerson[];
  text: string | null;
  /** The first words of the text, in one line. */
  begins: string;
  html: string | null;
  parts: MailPart[];
  /** Unfolded, in their order, as they came over the wire. */
  headers: MailHeader[];
}

export interface MailHeader {
  /** In lower case. */
  name: string;
  value: string;
}

const peopleIn = (found: AddressObject | AddressObject[] | undefined): MailPerson[] =>
  [found ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap((one) => one.group ?? one)
    .map(({ name, address }) => ({ name, address: (address ?? '').toLowerCase() }));

const toPart = ({ filename, contentType, cid, content }: Attachment, html: string): MailPart => ({
  filename: filename ?? null,
  contentType: contentType.toLowerCase(),
  cid: cid ?? null,
  inline: cid !== undefined && html.includes(`cid:${cid}`),
  body: content,
});

const beginsChars = 140;

const beginningOf = (text: string): string =>
  text
    .slice(0, beginsChars * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, beginsChars);

function toHeader({ key, line }: { key: string; line: string }): MailHeader {
  const unfolded = line.replace(/\r?\n[ \t]/g, ' ');
  return { name: key, value: unfolded.slice(unfolded.indexOf(':') + 1).trim() };
}

export async function readMail(raw: Buffer): Promise<MailContent> {
  const mail = await simpleParser(raw, { keepCidLinks: true, skipHtmlToText: true, skipTextToHtml: true });
  return {
    subject: mail.subject ?? '',
    from: peopleIn(mail.from),
    to: peopleIn(mail.to),
    text: mail.text?.trim() ? mail.text : null,
    begins: beginningOf(mail.text ?? ''),
    html: mail.html || null,
    parts: mail.attachments.map((part) => toPart(part, mail.html || '')),
    headers: mail.headerLines.map(toHeader),
  };
}

export const headersNamed = (mail: MailContent, name: string): string[] =>
  mail.headers.filter((header) => header.name === name).map(({ value }) => value);
