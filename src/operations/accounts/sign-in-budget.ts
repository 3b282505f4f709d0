import { callerOf } from '../../core/accounts/caller.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

export interface Budget {
  kind: string;
  /** Hashed where it would tell of a person. */
  subject: string;
  most: number;
  withinMs: number;
}

/** Where a request came from, as budgets count it. */
export const callerSubject = ({ keys }: Pick<Deps, 'keys'>, from: string): string =>
  keys.tokenHash(`caller ${callerOf(from)}`);

/** Of an address, as budgets count it. */
export const addressSubject = ({ keys }: Pick<Deps, 'keys'>, email: string): string =>
  keys.tokenHash(`address ${email}`);

/** What wrong passwords at the sign-in are counted as: of an address and a caller together, of either alone, on a device. */
export const wrongPasswords = {
  ofAddressAndCaller: 'password',
  ofAddress: 'password-of-address',
  byCaller: 'password-by-caller',
  onDevice: 'password-on-device',
} as const;

export const addressAndCaller = (address: string, caller: string): string => `${address}|${caller}`;

/** The address has another password now: whatever was guessed before, by whomever, counts no more. */
export async function forgiveWrongPasswords(tx: Tx, deps: Pick<Deps, 'keys'>, email: string): Promise<void> {
  const address = addressSubject(deps, email);
  await tx.attempt.deleteMany({ where: { kind: wrongPasswords.ofAddress, subject: address } });
  const together = { kind: wrongPasswords.ofAddressAndCaller, subject: { startsWith: addressAndCaller(address, '') } };
  await tx.attempt.deleteMany({ where: together });
}

/**
 * Counts one attempt against every budget, unless one of them is spent. Counted before it is evaluated, so that no
 * number of attempts at once gets more than the budget. Budgets stand in one order everywhere, since each is locked.
 */
export async function spendAttempt(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  budgets: readonly Budget[],
  key: string,
): Promise<{ kind: 'spent' } | { kind: 'closed'; until: Date }> {
  const at = now();
  for (const { kind, subject, most, withinMs } of budgets) {
    await tx.lock(`${kind}:${subject}`);
    const since = new Date(at.getTime() - withinMs);
    await tx.attempt.deleteMany({ where: { kind, subject, at: { lte: since } } });
    const made = await tx.attempt.findMany({ where: { kind, subject }, orderBy: { at: 'asc' }, take: most });
    const [first] = made;
    if (first && made.length >= most) return { kind: 'closed', until: new Date(first.at.getTime() + withinMs) };
  }
  for (const { kind, subject } of budgets) await tx.attempt.create({ data: { kind, subject, key, at } });
  return { kind: 'spent' };
}
