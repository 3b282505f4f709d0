import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { Closed, MemberFacts, MemberOperations } from './member-operations.ts';
import { triesLeft, tryPin } from './pin-guess.ts';

// Stands in for a member who does not exist, so that the same work is done for an unknown number as for a wrong PIN.
const nobody = { pinSalt: 'nobody', pinHash: 'no hash is as long as this' };

type Ask = Parameters<MemberOperations['signIn']>[0];

export const signIn =
  (deps: Deps): MemberOperations['signIn'] =>
  async (ask) => {
    const outcome = await deps.store.transaction((tx) => trySignIn(tx, deps, ask));
    // The member may have been told of strangers' guesses.
    if (outcome.kind === 'wrong-pin') deps.nudge();
    return outcome;
  };

async function trySignIn(tx: Tx, deps: Deps, ask: Ask): ReturnType<MemberOperations['signIn']> {
  const { keys, limits, now } = deps;
  const { member: asked, caller, pin, attempt } = ask;
  const byCaller = { kind: 'wrong-pin-by-caller', subject: caller, most: limits.wrongPinsPerCallerADay, attempt };
  const spent = await whenSpent(tx, deps, byCaller);
  if (spent) return spent;
  const found = await tx.member.findUnique({ where: asked });
  const member = limits.refuseDemoKeys && found?.cardCustomer.startsWith('cus_demo') ? null : found;
  const whose = member?.number ?? Object.values(asked).join();
  const byStrangers = {
    kind: 'wrong-pin-by-strangers',
    subject: whose,
    most: limits.wrongPinsOfStrangersADay,
    attempt,
  };
  const own = caller === member?.phone;
  const closed = await whenSpent(tx, deps, byStrangers);
  if (closed && !own) return closed;
  const { pinSalt, pinHash } = member ?? nobody;
  const matches = () => keys.pinMatches(pin, pinSalt, pinHash) && member !== null;
  const subject = `${caller}|${whose}`;
  const tried = await tryPin(tx, { subject, attempt, matches }, limits.pin, now());
  if (tried.kind === 'wrong-pin') {
    await count(tx, deps, byCaller);
    const all = own ? 0 : await count(tx, deps, byStrangers);
    if (member && all === byStrangers.most) await tellOfStrangers(tx, deps, member);
    return { kind: 'wrong-pin', ...(await triesLeft(tx, subject, limits.pin, now())) };
  }
  if (tried.kind !== 'right') return tried;
  if (!member) throw new Error('a PIN was right for nobody');
  return { kind: 'signed-in', member: toMemberFacts(member) };
}

/**
 * Wrong PINs in a day. By telephone, over all members: who tries one PIN on many is noticed by no single member's count.
 * And by member, over all telephones but the member's own: whoever makes up a new caller's number for each call.
 */
interface WrongPins {
  kind: string;
  subject: string;
  most: number;
  attempt: string;
}

const dayMs = 86_400_000;

async function wrongPinsOf(tx: Tx, { now }: Deps, { kind, subject, most }: WrongPins) {
  const since = new Date(now().getTime() - dayMs);
  return tx.attempt.findMany({ where: { kind, subject, at: { gt: since } }, orderBy: { at: 'asc' }, take: most });
}

async function whenSpent(tx: Tx, deps: Deps, pins: WrongPins): Promise<Closed | null> {
  await tx.lock(`${pins.kind} ${pins.subject}`);
  const wrong = await wrongPinsOf(tx, deps, pins);
  const [first] = wrong;
  if (!first || wrong.length < pins.most || wrong.some(({ key }) => key === pins.attempt)) return null;
  return { kind: 'closed', until: new Date(first.at.getTime() + dayMs) };
}

/** How many there are with this one; 0 when it was counted before. */
async function count(tx: Tx, deps: Deps, pins: WrongPins): Promise<number> {
  const { kind, subject, attempt } = pins;
  const written = await tx.execute(sql`
    INSERT INTO "Attempt" ("kind", "subject", "key", "at") VALUES (${kind}, ${subject}, ${attempt}, ${deps.now()})
    ON CONFLICT DO NOTHING`);
  return written === 0 ? 0 : (await wrongPinsOf(tx, deps, pins)).length;
}

const tellOfStrangers = (tx: Tx, deps: Deps, { number, phone }: MemberRow): Promise<void> =>
  tell(tx, deps, {
    key: `pin-guessed:${number}:${dayOf(deps.now(), deps.limits.timeZone)}`,
    recipient: phone,
    facts: { kind: 'pin-guessed' },
  });

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
