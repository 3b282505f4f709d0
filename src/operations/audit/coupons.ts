import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 10;

/** No campaign has more out than its stock, a coupon is used at most once and where it is taken, and fees are booked. */
export async function auditCoupons(store: Store): Promise<Violation[]> {
  const [miscounted, misused, astray, unbooked] = [
    await store.query<{ id: string; taken: number; out: number }>(miscountedCampaigns),
    await store.query<{ id: string; uses: number }>(misusedVouchers),
    await store.query<{ id: string }>(strayUses),
    await store.query<{ id: string }>(unbookedFees),
  ];
  return [
    ...miscounted.map(({ id, taken, out }) => ({
      truth,
      says: `campaign ${id} counts ${taken} as taken, and ${out} are out or kept for who asked`,
    })),
    ...misused.map(({ id, uses }) => ({ truth, says: `coupon ${id} has ${uses} uses that stand, against its state` })),
    ...astray.map(({ id }) => ({ truth, says: `use ${id} is of a coupon that this shop does not take` })),
    ...unbooked.map(({ id }) => ({ truth, says: `the fee of ${id} is not booked as it stands` })),
  ];
}

const miscountedCampaigns = sql`
  SELECT k."id" AS "id", k."taken" AS "taken", CAST(k."out" AS INTEGER) AS "out" FROM (
    SELECT c."id", c."taken", c."stock",
      (SELECT COUNT(*) FROM "Voucher" v WHERE v."campaignId" = c."id" AND v."state" <> 'withdrawn')
      + COALESCE((SELECT p."total" - p."answered" FROM "Publication" p
          WHERE p."campaignId" = c."id" AND p."state" = 'running' AND c."tracked"), 0) AS "out"
    FROM "Campaign" c) k
  WHERE k."taken" <> k."out" OR k."taken" > k."stock"`;

const misusedVouchers = sql`
  SELECT k."id" AS "id", CAST(k."uses" AS INTEGER) AS "uses" FROM (
    SELECT v."id", v."state",
      (SELECT COUNT(*) FROM "VoucherRedemption" r WHERE r."voucherId" = v."id" AND r."rolledBackAt" IS NULL) AS "uses"
    FROM "Voucher" v) k
  WHERE k."uses" <> CASE WHEN k."state" = 'used' THEN 1 ELSE 0 END`;

const strayUses = sql`
  SELECT r."id" AS "id" FROM "VoucherRedemption" r
  JOIN "Terminal" t ON t."id" = r."terminalId"
  LEFT JOIN "Voucher" v ON v."id" = r."voucherId"
  WHERE t."shopId" <> r."shopId"
    OR (v."id" IS NOT NULL AND v."campaignId" <> r."campaignId")
    OR NOT EXISTS (SELECT 1 FROM "CampaignShop" s WHERE s."campaignId" = r."campaignId" AND s."shopId" = r."shopId")`;

const unbookedFees = sql`
  SELECT r."id" AS "id" FROM "VoucherRedemption" r
  WHERE (r."commission" > 0) <> EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'commission:' || r."id")
    OR (r."commission" > 0 AND r."rolledBackAt" IS NOT NULL) <>
      EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'commission-reversal:' || r."id")
  UNION SELECT c."id" FROM "Campaign" c
  WHERE (c."listingFee" > 0) <> (EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'listing:' || c."id")
    AND NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."key" = 'listing-reversal:' || c."id"))`;
