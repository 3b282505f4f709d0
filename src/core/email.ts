import { hasCardNumber } from './payments/card-number.ts';

export type ParsedEmail = { kind: 'email'; email: string } | { kind: 'not-an-address' } | { kind: 'card-number' };

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them its angle brackets. */
const mostCharacters = 254;
/** As HTML's own e-mail field takes it (WHATWG HTML, "valid e-mail address"), with a domain of at least two labels. */
const form =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * An address as it is kept: in small letters, since nobody can be told apart by their size. One that carries a card
 * number is refused: it must stand nowhere.
 */
export function parseEmail(typed: string): ParsedEmail {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  if (email.length > mostCharacters || !form.test(email)) return { kind: 'not-an-address' };
  return hasCardNumber(email) ? { kind: 'card-number' } : { kind: 'email', email };
}
