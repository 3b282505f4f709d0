import { randomUUID } from 'node:crypto';
import type { House } from './house.ts';

const dayMs = 86_400_000;

/** One published campaign with as many coupons as people who want one: each as `campaign customer`. */
export async function fetchers({ store, deps, shopId }: House, count: number): Promise<string[]> {
  const at = deps.now();
  const campaignId = deps.newId();
  const from = await store.read.customer.count();
  const customers = Array.from({ length: count }, (_, index) => ({
    id: deps.newId(),
    phone: `+82105${String(from + index).padStart(7, '0')}`,
    name: '손님',
    locale: 'ko',
    createdAt: at,
  }));
  await store.transaction(async (tx) => {
    await tx.campaign.create({
      data: {
        id: campaignId,
        shopId,
        state: 'published',
        maker: 'shop',
        title: '겨울 할인',
        offerKind: 'percentage',
        offer: '{"kind":"percentage","percent":20,"mostMinor":null}',
        currency: 'KRW',
        validFrom: at,
        validUntil: new Date(at.getTime() + 30 * dayMs),
        stock: count,
        audience: 'everyone',
        theme: 'persimmon',
        motif: 'gift',
        createdAt: at,
        publishedAt: at,
      },
    });
    await tx.campaignShop.create({ data: { campaignId, shopId } });
    await tx.customer.createMany({ data: customers });
  });
  return customers.map(({ id }) => `${campaignId} ${id}`);
}

/** Gives the id of the coupon. */
export async function fetchOne({ operations }: House, wanted: string): Promise<string> {
  const [campaignId = '', customerId = ''] = wanted.split(' ');
  const outcome = await operations.fetchCoupon({ campaignId, customerId, pin: null, attempt: randomUUID() });
  if (outcome.kind !== 'fetched' || !outcome.voucher.voucherId) throw new Error(`no coupon: ${outcome.kind}`);
  return outcome.voucher.voucherId;
}
