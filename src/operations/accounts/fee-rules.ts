import { type FeeKind, type FeeRule, ruleInForce } from '../../core/coupons/fees.ts';
import { type Currency, money, toCurrency } from '../../core/money.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { OperatorOperations } from './account-operations.ts';
import { isOperator } from './is-operator.ts';

const mostMinor = 10_000_000n;
/** All of a bill. */
const mostBasisPoints = 10_000;
/** A form takes a moment to fill in: what was to begin now may do so. */
const leewayMs = 60 * 60_000;

interface RuleRow {
  id: string;
  kind: string;
  shopId: string | null;
  minor: bigint;
  basisPoints: number;
  currency: string;
  since: Date;
}

export const toFeeRule = (row: RuleRow): FeeRule & { id: string; currency: Currency } => ({
  ...row,
  kind: row.kind === 'listing' ? 'listing' : 'commission',
  currency: toCurrency(row.currency),
});

/** RC-13. The newest first. */
export const feeRules =
  (deps: Deps): OperatorOperations['feeRules'] =>
  async (by) => {
    if (!(await isOperator(deps, by))) return [];
    const rows = await deps.store.read.feeRule.findMany({ orderBy: { since: 'desc' }, include: { shop: true } });
    const rules = rows.map(toFeeRule);
    const at = deps.now();
    return rows.map(({ shop, ...row }) => {
      const rule = toFeeRule(row);
      const rivals = rules.filter(
        ({ kind, currency, shopId }) => kind === rule.kind && currency === rule.currency && shopId === rule.shopId,
      );
      return {
        id: rule.id,
        kind: rule.kind,
        shop: shop && namesOf(shop),
        minor: money(rule.minor, rule.currency),
        basisPoints: rule.basisPoints,
        since: rule.since,
        inForce: ruleInForce(rivals, rule.shopId ?? '', at)?.id === rule.id,
      };
    });
  };

interface Terms {
  kind: FeeKind;
  minor: bigint;
  basisPoints: number;
}

/** A listing fee is an amount; a commission may be a part of what was paid, too. */
const inRange = ({ kind, minor, basisPoints }: Terms): boolean =>
  minor >= 0n &&
  minor <= mostMinor &&
  Number.isInteger(basisPoints) &&
  basisPoints >= 0 &&
  basisPoints <= (kind === 'listing' ? 0 : mostBasisPoints);

export const addFeeRule =
  (deps: Deps): OperatorOperations['addFeeRule'] =>
  async ({ by, kind, shopId, minor, basisPoints, since }) => {
    if (!(await isOperator(deps, by))) return { kind: 'unknown-shop' };
    if (!inRange({ kind, minor, basisPoints })) return { kind: 'out-of-range' };
    const { limits, newId, now, store } = deps;
    const at = now();
    if (since.getTime() < at.getTime() - leewayMs) return { kind: 'in-the-past' };
    return store.transaction(async (tx) => {
      const shop = shopId === null ? null : await tx.shop.findUnique({ where: { id: shopId } });
      if (shopId !== null && !shop) return { kind: 'unknown-shop' } as const;
      await tx.lock('fee rules');
      const rule = { kind, shopId, minor, basisPoints, currency: shop?.currency ?? limits.currency };
      // What was to begin a moment ago begins now: what is booked stays booked.
      const begins = since < at ? at : since;
      // A form that was sent twice makes one rule.
      const sameMoment = { gte: new Date(begins.getTime() - leewayMs), lte: begins };
      const known = await tx.feeRule.findFirst({ where: { ...rule, since: sameMoment } });
      const data = { id: newId(), ...rule, since: begins, accountId: by, createdAt: at };
      if (!known) await tx.feeRule.create({ data });
      return { kind: 'added' } as const;
    });
  };
