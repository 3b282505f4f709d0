import type { Tx } from '../../store/open-store.ts';
import { join, sql } from '../../store/sql.ts';

/** Of these customers, who had a coupon of this shop before: all that its statistics know of a person (EC-10). */
export async function returningTo(tx: Tx, shopId: string, customerIds: string[]): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set();
  const before = await tx.query<{ customerId: string }>(sql`
    SELECT DISTINCT v."customerId" AS "customerId" FROM "Voucher" v
    JOIN "Campaign" c ON c."id" = v."campaignId"
    WHERE c."shopId" = ${shopId} AND v."customerId" IN (${join(customerIds)})`);
  return new Set(before.map(({ customerId }) => customerId));
}
