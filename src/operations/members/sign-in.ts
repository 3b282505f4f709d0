import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { MemberFacts, MemberOperations, WrongPin } from './member-operations.ts';
import { tryPin } from './pin-guess.ts';

// Stands in for a member who does not exist, so that the same work is done for an unknown number as for a wrong PIN.
const nobody = { pinSalt: 'nobody', pinHash: 'no hash is as long as this' };

type Ask = Parameters<MemberOperations['signIn']>[0];

export const signIn =
  (deps: Deps): MemberOperations['signIn'] =>
  (ask) =>
    deps.store.transaction(async (tx) => {
      const { keys, limits, now } = deps;
      const { member: asked, caller, pin, attempt } = ask;
      const spent = await callerSpentBudget(tx, deps, caller);
      if (spent) return spent;
      const found = await tx.member.findUnique({ where: asked });
      const member = limits.refuseDemoKeys && found?.cardCustomer.startsWith('cus_demo') ? null : found;
      const { pinSalt, pinHash } = member ?? nobody;
      const subject = `${caller}|${member?.number ?? Object.values(asked).join()}`;
      const matches = () => keys.pinMatches(pin, pinSalt, pinHash) && member !== null;
      const tried = await tryPin(tx, { subject, attempt, matches }, limits.pin, now());
      if (tried.kind === 'wrong-pin') await countAgainstCaller(tx, deps, ask);
      if (tried.kind !== 'right') return tried;
      if (!member) throw new Error('a PIN was right for nobody');
      return { kind: 'signed-in', member: toMemberFacts(member) } as const;
    });

const byCaller = 'wrong-pin-by-caller';
const dayMs = 86_400_000;

/** Who tries one PIN on many members is stopped by the telephone, since no single member's count would notice. */
async function callerSpentBudget(tx: Tx, { limits, now }: Deps, caller: string): Promise<WrongPin | null> {
  await tx.lock(`wrong pins of ${caller}`);
  const since = new Date(now().getTime() - dayMs);
  const wrong = await tx.attempt.findMany({
    where: { kind: byCaller, subject: caller, at: { gt: since } },
    orderBy: { at: 'asc' },
    take: limits.wrongPinsPerCallerADay,
  });
  const [first] = wrong;
  if (!first || wrong.length < limits.wrongPinsPerCallerADay) return null;
  return { kind: 'closed', until: new Date(first.at.getTime() + dayMs) };
}

async function countAgainstCaller(tx: Tx, { now }: Deps, { caller, attempt }: Ask): Promise<void> {
  await tx.execute(sql`
    INSERT INTO "Attempt" ("kind", "subject", "key", "at") VALUES (${byCaller}, ${caller}, ${attempt}, ${now()})
    ON CONFLICT DO NOTHING`);
}

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
