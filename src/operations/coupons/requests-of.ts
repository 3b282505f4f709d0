import type { Deps } from '../ports.ts';
import type { CouponOperations, RequestView } from './coupon-operations.ts';
import { countAsking } from './demand.ts';
import { toWant } from './want-row.ts';

const mostShown = 50;

/** RC-11, RC-12: what a customer asked for and what became of it. */
export const requestsOf =
  ({ store }: Deps): CouponOperations['requestsOf'] =>
  async (customerId) => {
    const rows = await store.read.couponRequest.findMany({
      where: { customerId },
      include: { shop: true },
      orderBy: { createdAt: 'desc' },
      take: mostShown,
    });
    const sorted = [...rows.filter(({ state }) => state === 'open'), ...rows.filter(({ state }) => state !== 'open')];
    return Promise.all(sorted.map(async (row) => toRequestView(row, await countAsking(store.read, row.shopId))));
  };

interface RequestRow {
  shopId: string;
  shop: { code: string; name: string; nameEn: string; threshold: number };
  want: string;
  percent: number | null;
  minor: bigint | null;
  item: string | null;
  words: string | null;
  state: string;
  createdAt: Date;
  lapsesAt: Date;
}

export const toRequestView = (row: RequestRow, asking: number): RequestView => ({
  shopId: row.shopId,
  shop: { code: row.shop.code, name: row.shop.name, nameEn: row.shop.nameEn },
  want: toWant(row),
  words: row.words,
  state: row.state as RequestView['state'],
  asking,
  threshold: row.shop.threshold,
  createdAt: row.createdAt,
  lapsesAt: row.lapsesAt,
});
