import type { Tx } from '../../store/open-store.ts';
import type { WrongPin } from '../members/member-operations.ts';
import { tryPin } from '../members/pin-guess.ts';
import type { Deps } from '../ports.ts';

interface Guess {
  customerId: string;
  pin: string;
  attempt: string;
}

/** A member's own PIN, or the one that the customer chose here. Wrong ones count per customer. */
export async function tryCustomerPin(
  tx: Tx,
  deps: Deps,
  { customerId, pin, attempt }: Guess,
): Promise<{ kind: 'right' } | { kind: 'no-pin' } | WrongPin> {
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { member: { select: { pinSalt: true, pinHash: true } } },
  });
  const { pinSalt, pinHash } = customer.member ?? customer;
  if (pinSalt === null || pinHash === null) return { kind: 'no-pin' };
  const matches = () => deps.keys.pinMatches(pin, pinSalt, pinHash);
  return tryPin(tx, { subject: `customer|${customerId}`, attempt, matches }, deps.limits.pin, deps.now());
}
