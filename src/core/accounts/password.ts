/** NIST SP 800-63B asks for 8 at least; nobody's second factor stands behind ours. */
export const leastPassword = 10;
const mostPassword = 200;

/** So long is the link good by which an owner who forgot the password sets a new one. */
export const passwordLinkMinutes = 30;

type PasswordFault = { kind: 'too-short'; least: number } | { kind: 'too-long'; most: number };

/** What is wrong with a new password, or null. */
export function passwordFault(password: string): PasswordFault | null {
  if (password.length < leastPassword) return { kind: 'too-short', least: leastPassword };
  if (password.length > mostPassword) return { kind: 'too-long', most: mostPassword };
  return null;
}
