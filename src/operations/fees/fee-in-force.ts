import { type FeeKind, type FeeRule, ruleInForce } from '../../core/coupons/fees.ts';
import type { Tx } from '../../store/open-store.ts';

interface Asked {
  kind: FeeKind;
  shopId: string;
  currency: string;
  at: Date;
}

const mostRules = 500;

/** RC-13: the rule that counts for a shop at this moment; null when nothing is charged. */
export async function feeInForce(
  tx: Pick<Tx, 'feeRule'>,
  { kind, shopId, currency, at }: Asked,
): Promise<FeeRule | null> {
  const rows = await tx.feeRule.findMany({
    where: { kind, currency, since: { lte: at }, OR: [{ shopId }, { shopId: null }] },
    orderBy: { since: 'desc' },
    take: mostRules,
  });
  return ruleInForce(
    rows.map((row) => ({ ...row, kind })),
    shopId,
    at,
  );
}
