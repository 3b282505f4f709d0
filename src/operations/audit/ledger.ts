import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 1;

/** Each entry sums to zero, and so does the ledger. */
export async function auditLedger(store: Store): Promise<Violation[]> {
  const uneven = await store.query<{ key: string; total: bigint | null }>(sql`
    SELECT e."key" AS "key", CAST(SUM(p."amount") AS BIGINT) AS "total"
    FROM "LedgerEntry" e LEFT JOIN "Posting" p ON p."entryId" = e."id"
    GROUP BY e."id", e."key" HAVING SUM(p."amount") IS NULL OR SUM(p."amount") <> 0`);
  const currencies = await store.query<{ currency: string; total: bigint }>(sql`
    SELECT e."currency" AS "currency", CAST(SUM(p."amount") AS BIGINT) AS "total"
    FROM "LedgerEntry" e JOIN "Posting" p ON p."entryId" = e."id"
    GROUP BY e."currency" HAVING SUM(p."amount") <> 0`);
  return [
    ...uneven.map(({ key, total }) => ({ truth, says: `entry ${key} sums to ${total ?? 'nothing'}` })),
    ...currencies.map(({ currency, total }) => ({ truth, says: `the ledger sums to ${total} ${currency}` })),
  ];
}
