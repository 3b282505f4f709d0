import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

/** Truths 4 and 6: each redemption is booked once, to its own shop; what a shop is owed is its redemptions less its fees. */
export async function auditShops(store: Store): Promise<Violation[]> {
  const unbooked = await store.query<{ id: string }>(sql`
    SELECT r."id" AS "id" FROM "Redemption" r
    WHERE NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'redemption:' || r."id")
      OR (r."rolledBackAt" IS NOT NULL) <>
        EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'rollback:' || r."id")`);
  const payable = await store.query<{ code: string; used: bigint; fees: bigint; owed: bigint }>(sql`
    SELECT s."code" AS "code",
      CAST(COALESCE((SELECT SUM(r."amount") FROM "Redemption" r WHERE r."shopId" = s."id" AND r."rolledBackAt" IS NULL), 0) AS BIGINT) AS "used",
      CAST(COALESCE((SELECT SUM(v."commission") FROM "VoucherRedemption" v WHERE v."shopId" = s."id" AND v."rolledBackAt" IS NULL), 0)
        + COALESCE((SELECT SUM(k."listingFee") FROM "Campaign" k WHERE k."shopId" = s."id"), 0) AS BIGINT) AS "fees",
      CAST(COALESCE((SELECT -SUM(p."amount") FROM "Posting" p WHERE p."account" = 'shop' AND p."subject" = s."id"), 0) AS BIGINT) AS "owed"
    FROM "Shop" s`);
  const crossed = await store.query<{ id: string }>(sql`
    SELECT r."id" AS "id" FROM "Redemption" r
    JOIN "Certificate" c ON c."id" = r."certificateId"
    JOIN "Terminal" t ON t."id" = r."terminalId"
    WHERE r."shopId" <> c."shopId" OR r."shopId" <> t."shopId"
    UNION SELECT c."id" FROM "Certificate" c
    JOIN "Purchase" p ON p."id" = c."purchaseId" JOIN "Hold" h ON h."id" = p."holdId"
    WHERE c."shopId" <> p."shopId" OR c."shopId" <> h."shopId"`);
  return [
    ...unbooked.map(({ id }) => ({ truth: 4, says: `redemption ${id} is not booked as it stands` })),
    ...payable
      .filter(({ used, fees, owed }) => BigInt(used) - BigInt(fees) !== BigInt(owed))
      .map(({ code, used, fees, owed }) => ({
        truth: 6,
        says: `shop ${code} took ${used}, owes ${fees} in fees, and is owed ${owed}`,
      })),
    ...crossed.map(({ id }) => ({ truth: 6, says: `row ${id} belongs to two shops` })),
  ];
}
