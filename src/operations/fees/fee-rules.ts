import { type FeeRule, feeFaults, ruleInForce } from '../../core/coupons/fees.ts';
import { type Currency, money, toCurrency } from '../../core/money.ts';
import { isOperator } from '../accounts/is-operator.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { FeeOperations, FeeRuleFault } from './fee-operations.ts';

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
  (deps: Deps): FeeOperations['feeRules'] =>
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

type Ask = Parameters<FeeOperations['addFeeRule']>[0];

/** All that speaks against it, at once. */
async function faultsOf(deps: Deps, { by, kind, shopId, minor, basisPoints, since }: Ask): Promise<FeeRuleFault[]> {
  if (!(await isOperator(deps, by))) return ['unknown-shop'];
  const { now, store } = deps;
  const shop = shopId === null ? null : await store.read.shop.findUnique({ where: { id: shopId } });
  return [
    ...(shopId !== null && !shop ? (['unknown-shop'] as const) : []),
    ...feeFaults({ kind, minor, basisPoints }),
    ...(since.getTime() < now().getTime() - leewayMs ? (['in-the-past'] as const) : []),
  ];
}

export const checkFeeRule =
  (deps: Deps): FeeOperations['checkFeeRule'] =>
  async (ask) => {
    const faults = await faultsOf(deps, ask);
    return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'fine' };
  };

/** What is in force has been booked by, or may be at any moment: only what begins later can be taken back. */
export const withdrawFeeRule =
  (deps: Deps): FeeOperations['withdrawFeeRule'] =>
  async ({ by, ruleId }) => {
    if (!(await isOperator(deps, by))) return { kind: 'unknown-rule' };
    return deps.store.transaction(async (tx) => {
      await tx.lock('fee rules');
      const rule = await tx.feeRule.findUnique({ where: { id: ruleId } });
      if (!rule) return { kind: 'unknown-rule' } as const;
      if (rule.since <= deps.now()) return { kind: 'in-force' } as const;
      await tx.feeRule.deleteMany({ where: { id: ruleId } });
      return { kind: 'withdrawn' } as const;
    });
  };

export const addFeeRule =
  (deps: Deps): FeeOperations['addFeeRule'] =>
  async (ask) => {
    const faults = await faultsOf(deps, ask);
    if (faults.length > 0) return { kind: 'faults', faults };
    const { by, kind, shopId, minor, basisPoints, since } = ask;
    const { limits, newId, now, store } = deps;
    const at = now();
    return store.transaction(async (tx) => {
      const shop = shopId === null ? null : await tx.shop.findUnique({ where: { id: shopId } });
      await tx.lock('fee rules');
      const rule = { kind, shopId, minor, basisPoints, currency: shop?.currency ?? limits.currency };
      // What was to begin a moment ago begins now: what is booked stays booked.
      const begins = new Date(Math.max(since.getTime(), at.getTime()));
      // A form that was sent twice makes one rule.
      const sameMoment = { gte: new Date(begins.getTime() - leewayMs), lte: begins };
      const known = await tx.feeRule.findFirst({ where: { ...rule, since: sameMoment } });
      const data = { id: newId(), ...rule, since: begins, accountId: by, createdAt: at };
      if (!known) await tx.feeRule.create({ data });
      return { kind: 'added' } as const;
    });
  };
