import type { Deps } from '../ports.ts';
import type { MemberFacts, MemberOperations } from './member-operations.ts';
import { tryPin } from './pin-guess.ts';

// Stands in for a member who does not exist, so that the same work is done for an unknown number as for a wrong PIN.
const nobody = { pinSalt: 'nobody', pinHash: 'no hash is as long as this' };

type Asked = Parameters<MemberOperations['signIn']>[0]['member'];

export const signIn =
  ({ store, keys, limits, now }: Deps): MemberOperations['signIn'] =>
  ({ member: asked, caller, pin, attempt }) =>
    store.transaction(async (tx) => {
      const member = await tx.member.findUnique({ where: asked });
      const { pinSalt, pinHash } = member ?? nobody;
      const subject = `${caller}|${member?.number ?? nameOf(asked)}`;
      const matches = () => keys.pinMatches(pin, pinSalt, pinHash) && member !== null;
      const tried = await tryPin(tx, { subject, attempt, matches }, limits.pin, now());
      if (tried.kind !== 'right') return tried;
      if (!member) throw new Error('a PIN was right for nobody');
      return { kind: 'signed-in', member: toMemberFacts(member) } as const;
    });

const nameOf = (asked: Asked): string => Object.values(asked).join();

interface MemberRow extends Omit<MemberFacts, 'card'> {
  cardBrand: string;
  cardLast4: string;
}

const toMemberFacts = ({ id, number, name, phone, locale, cardBrand, cardLast4 }: MemberRow): MemberFacts => ({
  id,
  number,
  name,
  phone,
  locale,
  card: { brand: cardBrand, last4: cardLast4 },
});
