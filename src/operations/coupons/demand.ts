import { DateTime } from 'luxon';
import { startOfDay } from '../../core/calendar.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations, WantCount } from './coupon-operations.ts';
import { toWant } from './want-row.ts';

const mostWords = 20;
const mostWants = 20;
const daysShown = 30;

/** RC-05. How many ask a shop now. */
export const countAsking = (from: Pick<Tx, 'couponRequest'> | Store['read'], shopId: string): Promise<number> =>
  from.couponRequest.count({ where: { shopId, state: 'open' } });

/** EC-03. Counted, and nobody named. */
export const askingWithoutPin =
  ({ store }: Deps): CouponOperations['askingWithoutPin'] =>
  async (shopId) => {
    const [row] = await store.query<{ n: number }>(
      sql`SELECT CAST(COUNT(*) AS INTEGER) AS "n" FROM "CouponRequest" r JOIN "Customer" c ON c."id" = r."customerId"
        WHERE r."shopId" = ${shopId} AND r."state" = 'open' AND c."memberId" IS NULL AND c."pinHash" IS NULL`,
    );
    return Number(row?.n ?? 0);
  };

/** What is asked for, the same wants together, most wanted first. Works inside a transaction and outside. */
export async function wantsOf(
  from: Pick<Tx, 'query'>,
  shopId: string,
  which: 'all' | 'figures' = 'all',
): Promise<WantCount[]> {
  const leftOut = which === 'figures' ? 'gift-item' : '';
  const rows = await from.query<{
    want: string;
    percent: number | null;
    minor: bigint | null;
    item: string | null;
    n: number;
  }>(
    sql`SELECT "want", "percent", "minor", "item", CAST(COUNT(*) AS INTEGER) AS "n" FROM "CouponRequest"
      WHERE "shopId" = ${shopId} AND "state" = 'open' AND "want" <> ${leftOut}
      GROUP BY "want", "percent", "minor", "item" ORDER BY "n" DESC, "want", "percent" DESC, "minor" DESC, "item"
      LIMIT ${mostWants}`,
  );
  return rows.map(({ n, percent, minor, ...row }) => ({
    want: toWant({
      ...row,
      percent: percent === null ? null : Number(percent),
      minor: minor === null ? null : BigInt(minor),
    }),
    count: Number(n),
  }));
}

/** RC-07. */
export const demandOf =
  ({ store }: Deps): CouponOperations['demandOf'] =>
  async (shopId) => {
    const shop = await store.read.shop.findUniqueOrThrow({ where: { id: shopId }, select: { threshold: true } });
    const said = await store.read.couponRequest.findMany({
      where: { shopId, state: 'open', words: { not: null } },
      select: { words: true },
      orderBy: { id: 'desc' },
      take: mostWords,
    });
    return {
      asking: await countAsking(store.read, shopId),
      threshold: shop.threshold,
      wants: await wantsOf(store, shopId),
      words: said.flatMap(({ words }) => words ?? []),
    };
  };

/** Every request that was made, whatever became of it: demand that was answered was demand. */
export const demandByDay =
  ({ store, now, limits: { timeZone } }: Deps): CouponOperations['demandByDay'] =>
  async (shopId) => {
    const today = DateTime.fromJSDate(startOfDay(now(), timeZone), { zone: timeZone });
    const days = Array.from({ length: daysShown }, (_, i) => today.minus({ days: daysShown - 1 - i }));
    const counts = days.map((day) =>
      store.read.couponRequest.count({
        where: { shopId, createdAt: { gte: day.toJSDate(), lt: day.plus({ days: 1 }).toJSDate() } },
      }),
    );
    const found = await Promise.all(counts);
    return days.map((day, i) => ({ day: day.toISODate() ?? '', count: found[i] ?? 0 }));
  };
