import { byHourOfWeek, fillDays, type HourCount } from '../../core/coupons/hours.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { Store } from '../../store/open-store.ts';
import { raw, type Sql, sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import { campaignFor } from './campaign-access.ts';
import type { CampaignOperations, CampaignStatistics } from './campaign-operations.ts';

/** EC-10, RC-12. Counted by the database, so that a campaign of a hundred thousand costs what a small one costs. */
export const statisticsOf =
  ({ store, limits: { timeZone } }: Deps): CampaignOperations['statisticsOf'] =>
  async ({ by, campaignId }) => {
    const row = await campaignFor(store.read, by, campaignId);
    if (!row) return null;
    const currency = toCurrency(row.currency);
    const fetchedHours = await hoursOf(store, '"createdAt"', sql`"Voucher" WHERE "campaignId" = ${campaignId}`);
    const usedHours = await hoursOf(
      store,
      '"at"',
      sql`"VoucherRedemption" WHERE "campaignId" = ${campaignId} AND "rolledBackAt" IS NULL`,
    );
    return {
      fetched: totalOf(fetchedHours),
      used: totalOf(usedHours),
      withdrawn: await store.read.voucher.count({ where: { campaignId, state: 'withdrawn' } }),
      byDay: fillDays(fetchedHours, usedHours, timeZone),
      byHour: byHourOfWeek(usedHours, timeZone),
      byShop: await byShop(store, campaignId),
      byHolder: await byHolder(store, campaignId),
      billed: money(await sumOf(store, raw('"bill"'), campaignId), currency),
      off: money(await sumOf(store, raw('"off"'), campaignId), currency),
    };
  };

/** In two halves and as text, so that no sum of large bills is too large for the database or for a double. */
async function sumOf(store: Store, column: Sql, campaignId: string): Promise<bigint> {
  const [sums] = await store.query<{ millions: string; rest: string }>(sql`
    SELECT CAST(COALESCE(SUM(${column} / 1000000), 0) AS TEXT) AS "millions",
      CAST(COALESCE(SUM(${column} % 1000000), 0) AS TEXT) AS "rest"
    FROM "VoucherRedemption" WHERE "campaignId" = ${campaignId} AND "rolledBackAt" IS NULL`);
  return BigInt(sums?.millions ?? 0) * 1_000_000n + BigInt(sums?.rest ?? 0);
}

const totalOf = (hours: HourCount[]): number => hours.reduce((sum, { count }) => sum + count, 0);

async function hoursOf(store: Store, column: string, from: Sql): Promise<HourCount[]> {
  const hour = raw(
    store.dialect === 'postgresql' ? `to_char(${column}, 'YYYY-MM-DD"T"HH24')` : `substr(${column}, 1, 13)`,
  );
  const rows = await store.query<{ hour: string; count: number }>(
    sql`SELECT ${hour} AS "hour", CAST(COUNT(*) AS INTEGER) AS "count" FROM ${from} GROUP BY 1 ORDER BY 1`,
  );
  return rows.map((row) => ({ hour: row.hour, count: Number(row.count) }));
}

async function byShop(store: Store, campaignId: string): Promise<CampaignStatistics['byShop']> {
  const rows = await store.query<{ name: string; nameEn: string; used: number }>(sql`
    SELECT s."name", s."nameEn", CAST(COUNT(r."id") AS INTEGER) AS "used" FROM "CampaignShop" t
    JOIN "Shop" s ON s."id" = t."shopId"
    LEFT JOIN "VoucherRedemption" r ON r."shopId" = s."id" AND r."campaignId" = t."campaignId" AND r."rolledBackAt" IS NULL
    WHERE t."campaignId" = ${campaignId} GROUP BY s."code", s."name", s."nameEn" ORDER BY "used" DESC, s."code"`);
  return rows.map(({ used, ...shop }) => ({ ...shop, used: Number(used) }));
}

async function byHolder(store: Store, campaignId: string): Promise<CampaignStatistics['byHolder']> {
  const rows = await store.query<{ kind: string; fetched: number; used: number }>(sql`
    SELECT v."holderKind" AS "kind", CAST(COUNT(*) AS INTEGER) AS "fetched",
      CAST(SUM(CASE WHEN v."state" = 'used' THEN 1 ELSE 0 END) AS INTEGER) AS "used"
    FROM "Voucher" v WHERE v."campaignId" = ${campaignId} GROUP BY 1`);
  return (['new', 'returning'] as const).map((kind) => {
    const found = rows.find((row) => row.kind === kind);
    return { kind, fetched: Number(found?.fetched ?? 0), used: Number(found?.used ?? 0) };
  });
}
