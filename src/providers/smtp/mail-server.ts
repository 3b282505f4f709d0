/** Where mail is given, and who it is from. */
export interface MailServer {
  /** As nodemailer takes it. */
  url: string;
  /** The address that mail comes from. */
  from: string;
}

/** No mail is taken from an address with a bare number behind the @; on one's own machine nobody answers it anyway. */
const ownMachine = 'giftline.example';

/**
 * `smtpUrl` may say `?from=news@shop.example`, for servers that send for certain addresses only. Otherwise mail comes
 * from giftline@ and the host that people know Giftline by.
 */
export function mailServerOf(smtpUrl: string, publicUrl: string): MailServer {
  const url = new URL(smtpUrl);
  const said = url.searchParams.get('from');
  url.searchParams.delete('from');
  const { hostname } = new URL(publicUrl);
  const host = /^[\d.]+$|:|^localhost$/.test(hostname) ? ownMachine : hostname;
  return { url: url.href, from: said ?? `giftline@${host}` };
}
