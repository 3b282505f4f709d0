import type { Mail } from '../mailbox/mail-book.ts';

/** Nothing runs, nothing is sent, and nothing is fetched but the pictures that the mail itself brought. */
export const mailPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** What stands in the browser's own way otherwise: links open beside the desk, and letters have a size. */
const before =
  '<!doctype html><meta charset="utf-8"><base target="_blank"><meta name="viewport" content="width=device-width">' +
  '<style>:root{color-scheme:light}body{font:16px/1.55 system-ui,sans-serif;margin:16px;overflow-wrap:anywhere}' +
  'img{max-width:100%;height:auto}</style>';

export const partPath = (mail: Mail, index: number): string => `/desk/mails/${mail.id}/parts/${index}`;

/** The HTML of a mail, its inline pictures (`cid:…`) led to the desk. The policy and a sandbox make it harmless. */
export function toMailPage(mail: Mail): string {
  const { html, parts } = mail.content;
  const shown = (html ?? '').replace(/(["'(\s=])cid:([^"')\s>]+)/gi, (whole, lead: string, cid: string) => {
    const index = parts.findIndex((part) => part.cid === cid);
    return index < 0 ? whole : lead + partPath(mail, index);
  });
  return before + shown.replace(/<!doctype[^>]*>/i, '');
}

/** Pictures that the mail wants from the network: they would tell the sender who reads, when and where. */
export const wantsFarPictures = (html: string | null): boolean => /<img[^>]+src=["']?(https?:)?\/\//i.test(html ?? '');
