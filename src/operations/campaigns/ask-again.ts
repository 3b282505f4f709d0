import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';

/**
 * After a sending was stopped: those who did not use theirs ask again as they did before, but for who has asked anew in
 * the meantime. `customerId`: this one alone.
 */
export const askAgain = (tx: Tx, campaignId: string, customerId: string | null): Promise<number> =>
  tx.execute(sql`
    UPDATE "CouponRequest"
    SET "state" = 'open', "campaignId" = NULL, "endedAt" = NULL, "openKey" = "customerId" || ':' || "shopId"
    WHERE "campaignId" = ${campaignId} AND "state" = 'answered' AND "customerId" = COALESCE(${customerId}, "customerId")
      AND NOT EXISTS (SELECT 1 FROM "Voucher" v WHERE v."campaignId" = ${campaignId}
        AND v."customerId" = "CouponRequest"."customerId" AND v."state" = 'used')
      AND NOT EXISTS (SELECT 1 FROM "CouponRequest" o
        WHERE o."openKey" = "CouponRequest"."customerId" || ':' || "CouponRequest"."shopId")`);
