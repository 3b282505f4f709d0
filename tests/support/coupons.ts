import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CampaignDraft } from '../../src/core/coupons/campaign-draft.ts';
import type { World } from './world.ts';

/** Days from a world's present. */
const inDays = (world: World, days: number): Date => new Date(world.now().getTime() + days * 86_400_000);

export const shopOf = (world: World, code: string) => world.app.store.read.shop.findUniqueOrThrow({ where: { code } });

export const ownerOf = async (world: World, code: string): Promise<string> => {
  const { ownerId } = await shopOf(world, code);
  if (ownerId === null) throw new Error(`shop ${code} has no owner`);
  return ownerId;
};

/** So many customers who signed up in the chat; they have no telephone at the desk. */
export async function customers(world: World, count: number, newsBy: 'chat' | 'text' = 'text'): Promise<string[]> {
  const from = await world.app.store.read.customer.count();
  const rows = Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    phone: `+82104${String(from + i).padStart(7, '0')}`,
    name: `손님 ${from + i + 1}`,
    locale: 'ko',
    newsBy,
    createdAt: world.now(),
  }));
  await world.app.store.transaction((tx) => tx.customer.createMany({ data: rows }));
  return rows.map(({ id }) => id);
}

export async function draftOf(world: World, code: string, change: Partial<CampaignDraft> = {}): Promise<CampaignDraft> {
  const { id } = await shopOf(world, code);
  return {
    title: '겨울 전골 할인',
    offer: { kind: 'percentage', percent: 20, mostMinor: 5_000n },
    terms: '',
    leastSpend: null,
    validFrom: world.now(),
    validUntil: inDays(world, 30),
    validDays: null,
    stock: null,
    downloadsUntil: null,
    tracked: true,
    proof: 'light',
    audience: 'everyone',
    theme: 'persimmon',
    motif: 'meal',
    shopIds: [id],
    ...change,
  };
}

/** A campaign that its owner made, tested and published. */
export async function publishes(world: World, code: string, change: Partial<CampaignDraft> = {}): Promise<string> {
  const { operations } = world.app;
  const by = await ownerOf(world, code);
  const { id: shopId } = await shopOf(world, code);
  const drafted = await operations.draftCampaign({ by, shopId, draft: await draftOf(world, code, change) });
  if (drafted.kind !== 'kept') throw new Error(JSON.stringify(drafted));
  const { campaignId, version } = drafted;
  expect(await operations.sendTestCard({ by, campaignId })).toMatchObject({ kind: 'sent' });
  expect(await operations.publishCampaign({ by, campaignId, version })).toMatchObject({ kind: 'published' });
  return campaignId;
}

export const asks = (world: World, customerId: string, shopId: string, percent = 20) =>
  world.app.operations.askForCoupon({ customerId, shopId, want: { kind: 'percentage', percent }, words: null });

export const fetches = (world: World, customerId: string, campaignId: string, pin: string | null = null) =>
  world.app.operations.fetchCoupon({ customerId, campaignId, pin, attempt: randomUUID() });

/** The three demo shops that a chain may have. */
export async function makeChain(world: World, codes: string[]): Promise<string[]> {
  const id = randomUUID();
  await world.app.store.transaction(async (tx) => {
    await tx.chain.create({ data: { id, name: '한라', nameEn: 'Halla', createdAt: world.now() } });
    await tx.shop.updateMany({ where: { code: { in: codes } }, data: { chainId: id } });
  });
  const shops = await Promise.all(codes.map((code) => shopOf(world, code)));
  return shops.map((shop) => shop.id);
}
