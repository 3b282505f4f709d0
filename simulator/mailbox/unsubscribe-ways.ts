import { headersNamed, type MailContent } from './read-mail.ts';

export interface UnsubscribeWays {
  /** Web addresses of List-Unsubscribe, in their order. */
  addresses: string[];
  /** The mail says List-Unsubscribe-Post: List-Unsubscribe=One-Click (RFC 8058). */
  oneClick: boolean;
}

export function unsubscribeWays(mail: MailContent): UnsubscribeWays {
  const listed = headersNamed(mail, 'list-unsubscribe').flatMap((value) => [...value.matchAll(/<([^<>\s]+)>/g)]);
  const addresses = listed.flatMap(([, uri = '']) => (/^https?:\/\//i.test(uri) && URL.canParse(uri) ? uri : []));
  const oneClick = headersNamed(mail, 'list-unsubscribe-post').some((value) =>
    /^List-Unsubscribe=One-Click$/i.test(value),
  );
  return { addresses, oneClick };
}

/** Where one click unsubscribes; null when the mail does not say so. */
export function oneClickAddress(mail: MailContent): string | null {
  const { addresses, oneClick } = unsubscribeWays(mail);
  return (oneClick && addresses[0]) || null;
}
