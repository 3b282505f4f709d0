import { headersNamed, type MailContent } from './read-mail.ts';
import { unsubscribeWays } from './unsubscribe-ways.ts';

/** RFC 5322, 3.6: these stand in a mail at most once. More than one is how an injected header shows. */
const onlyOnce = ['date', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'subject', 'mime-version'];
/** Every mail program and spam filter expects them (RFC 5322 demands the first). */
const expected = ['date', 'message-id'];

/** Why no large provider would take this mail (RFC 5322, 3.6.2), or null. */
export function refusalOf({ from }: MailContent): string | null {
  if (from.length !== 1) return 'the From header must name one sender';
  return /^[^\s@]+@[^\s@]+$/.test(from[0]?.address ?? '') ? null : 'the From header names no valid address';
}

const cidsIn = (html: string): string[] => [...html.matchAll(/["'(\s=]cid:([^"')\s>]+)/gi)].map(([, cid]) => cid ?? '');

/** On this machine itself http is all there is. */
function isBareHttp(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !['127.0.0.1', 'localhost'].includes(hostname);
}

/** What would be seen badly, or not at all, by the person who gets this mail. */
export function complaintsAbout(mail: MailContent): string[] {
  const count = (name: string) => headersNamed(mail, name).length;
  const { oneClick, addresses } = unsubscribeWays(mail);
  const bare = oneClick ? addresses.filter(isBareHttp) : [];
  const missing = cidsIn(mail.html ?? '').filter((cid) => !mail.parts.some((part) => part.cid === cid));
  return [
    ...onlyOnce.filter((name) => count(name) > 1).map((name) => `${count(name)} headers ${name}`),
    ...expected.filter((name) => count(name) === 0).map((name) => `no header ${name}`),
    ...missing.map((cid) => `the HTML shows cid:${cid}, which the mail does not bring`),
    ...(/<img[^>]+src=["']?data:/i.test(mail.html ?? '') ? ['a picture as data:, which Gmail and Outlook hide'] : []),
    ...(mail.html !== null && mail.text === null ? ['HTML without a plain text beside it'] : []),
    ...bare.map(() => 'one-click List-Unsubscribe without https, which no provider offers as a button (RFC 8058)'),
    ...(oneClick && addresses.length === 0 ? ['List-Unsubscribe-Post without a web address in List-Unsubscribe'] : []),
  ];
}
