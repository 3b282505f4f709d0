import type { Money } from '../money.ts';

export type FeeKind = 'listing' | 'commission';

/** RC-13. What the operator earns from a shop, from `since` on. */
export interface FeeRule {
  kind: FeeKind;
  /** Null: every shop. */
  shopId: string | null;
  /** In minor units, for each campaign or use. */
  minor: bigint;
  /** And of what the customer paid, in hundredths of a percent. */
  basisPoints: number;
  since: Date;
}

const mostMinor = 10_000_000n;
/** All of a bill. */
const mostBasisPoints = 10_000;

export type FeeFault = 'amount-too-high' | 'percent-too-high' | 'percent-of-nothing';

/** All that a rule may not say. A listing fee is an amount; a commission may be a part of what was paid, too. */
export function feeFaults({ kind, minor, basisPoints }: Pick<FeeRule, 'kind' | 'minor' | 'basisPoints'>): FeeFault[] {
  const faults: FeeFault[] = [];
  if (minor < 0n || minor > mostMinor) faults.push('amount-too-high');
  if (kind === 'listing' && basisPoints > 0) faults.push('percent-of-nothing');
  else if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > mostBasisPoints) {
    faults.push('percent-too-high');
  }
  return faults;
}

/** Of the rules of one kind and currency: the shop's own before everybody's, the latest that is in force. */
export function ruleInForce<R extends FeeRule>(rules: readonly R[], shopId: string, at: Date): R | null {
  const inForce = rules.filter((rule) => rule.since <= at && (rule.shopId === null || rule.shopId === shopId));
  const own = inForce.filter((rule) => rule.shopId === shopId);
  return newest(own.length > 0 ? own : inForce);
}

const newest = <R extends FeeRule>(rules: readonly R[]): R | null =>
  rules.reduce<R | null>((best, rule) => (best && best.since >= rule.since ? best : rule), null);

/** The fee for something that a customer paid so much for; rounded down to the smallest coin, never more than was paid. */
export function commissionOn(rule: FeeRule | null, paid: Money): bigint {
  if (!rule) return 0n;
  const fee = rule.minor + (paid.minor * BigInt(rule.basisPoints)) / 10_000n;
  return fee < paid.minor ? fee : paid.minor;
}

export const listingFeeOf = (rule: FeeRule | null): bigint => rule?.minor ?? 0n;
