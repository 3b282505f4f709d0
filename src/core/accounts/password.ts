/** NIST SP 800-63B asks for 8 at least; nobody's second factor stands behind ours. */
export const leastPassword = 10;
const mostPassword = 200;

/** So long is the link good by which an owner who forgot the password sets a new one. */
export const passwordLinkMinutes = 30;

/** So many of those mails one address gets in an hour. */
export const passwordMailsAnHour = 3;

type PasswordFault =
  | { kind: 'missing' }
  | { kind: 'too-short'; least: number }
  | { kind: 'too-long'; most: number }
  /** What everybody tries first. */
  | { kind: 'same-as-address' };

/** What is wrong with a new password of the account with this address, or null. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if (password === '') return { kind: 'missing' };
  if (password.length < leastPassword) return { kind: 'too-short', least: leastPassword };
  if (password.length > mostPassword) return { kind: 'too-long', most: mostPassword };
  return plain(password) === plain(email) ? { kind: 'same-as-address' } : null;
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
