import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { PurchaseOperations } from './purchase-operations.ts';

interface LastRow {
  recipientPhone: string;
  code: string;
  name: string;
  nameEn: string;
  sells: string;
}

/** One statement, along the index of a member's purchases. */
export const lastPurchase =
  ({ store }: Deps): PurchaseOperations['lastPurchase'] =>
  async (memberId) => {
    const [last] = await store.query<LastRow>(sql`
      SELECT p."recipientPhone", s."code", s."name", s."nameEn",
        CASE WHEN s."closedAt" IS NULL THEN 'yes' ELSE 'no' END AS "sells"
      FROM "Purchase" p
      JOIN "Certificate" c ON c."purchaseId" = p."id"
      JOIN "Shop" s ON s."id" = p."shopId"
      WHERE p."memberId" = ${memberId} AND p."channel" = 'phone'
      ORDER BY p."createdAt" DESC, p."id" DESC LIMIT 1`);
    if (!last) return null;
    const { recipientPhone, sells, ...shop } = last;
    return { recipientPhone, shop: sells === 'yes' ? shop : null };
  };
