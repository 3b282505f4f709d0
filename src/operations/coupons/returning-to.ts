import type { Tx } from '../../store/open-store.ts';
import { join, sql } from '../../store/sql.ts';

/**
 * Of these customers, who was at this shop before: used a coupon or a certificate there, and it was not undone. That is
 * all that its statistics know of a person (EC-10); who only ever held one has not come yet.
 */
export async function returningTo(tx: Tx, shopId: string, customerIds: string[]): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set();
  const before = await tx.query<{ customerId: string }>(sql`
    SELECT v."customerId" AS "customerId" FROM "Voucher" v
    JOIN "VoucherRedemption" r ON r."voucherId" = v."id"
    WHERE v."customerId" IN (${join(customerIds)}) AND r."shopId" = ${shopId} AND r."rolledBackAt" IS NULL
    UNION SELECT c."id" FROM "Customer" c
    JOIN "Certificate" k ON k."holderPhone" = c."phone" AND k."shopId" = ${shopId}
    JOIN "Redemption" r ON r."certificateId" = k."id"
    WHERE c."id" IN (${join(customerIds)}) AND r."rolledBackAt" IS NULL`);
  return new Set(before.map(({ customerId }) => customerId));
}
