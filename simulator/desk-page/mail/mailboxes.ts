import { mailboxOwners } from '../../people.ts';
import { personAt } from '../cast.ts';
import type { LiveMail } from '../live.ts';
import type { Language, Words } from '../words/words.ts';

/** Null for the number that nobody knows. */
export const addressOf = (number: string): string | null =>
  mailboxOwners.find(({ phone }) => phone === number)?.address ?? null;

/** Whose phone lies beside this mailbox; null for the operator's and for strangers'. */
export const phoneOf = (address: string): string | null =>
  mailboxOwners.find((owner) => owner.address === address)?.phone ?? null;

/** A person by name, the operator by what they are, anybody else by address. */
export function writtenOwner(address: string, language: Language, words: Words): string {
  const owner = mailboxOwners.find((one) => one.address === address);
  if (!owner) return address;
  return owner.phone === null ? words.mail.operator : (personAt(owner.phone)?.name[language] ?? owner.name);
}

/** Every mailbox that somebody may want to open: the people's, the operator's, and any other that has mail. */
export const mailboxesOf = (mails: readonly LiveMail[]): string[] => [
  ...new Set([...mailboxOwners.map(({ address }) => address), ...mails.map(({ mailbox }) => mailbox)]),
];

export const unreadIn = (mails: readonly LiveMail[], mailbox: string | null): number =>
  mails.filter((mail) => mail.mailbox === mailbox && !mail.read).length;
