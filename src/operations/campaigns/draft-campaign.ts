import { type CampaignDraft, checkDraft, checkNumbers, type DraftFault } from '../../core/coupons/campaign-draft.ts';
import { parseWords } from '../../core/words.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { countAsking } from '../coupons/demand.ts';
import { tellOperators } from '../messages/tell-operators.ts';
import type { Deps } from '../ports.ts';
import { campaignFor, chainOf, shopFor } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { fieldsWithCardNumber, fromDraft } from './campaign-row.ts';
import { emptyDraft } from './empty-draft.ts';

export const draftCampaign =
  (deps: Deps): CampaignOperations['draftCampaign'] =>
  ({ by, shopId, draft }) =>
    deps.store.transaction(async (tx) => {
      const shop = await shopFor(tx, by, shopId);
      if (!shop) return { kind: 'unknown-shop' };
      const unkeepable = unkeepableIn(draft);
      if (unkeepable.length > 0) return { kind: 'faults', faults: unkeepable };
      const campaignId = await create(tx, deps, shop, draft, { maker: 'shop', wishes: '' });
      return { kind: 'kept', campaignId, version: 1, faults: await faultsOf(tx, deps, shop, draft) };
    });

export const changeDraft =
  (deps: Deps): CampaignOperations['changeDraft'] =>
  ({ by, campaignId, version, draft }) =>
    deps.store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' };
      if (row.state !== 'draft') return { kind: 'not-a-draft' };
      const unkeepable = unkeepableIn(draft);
      if (unkeepable.length > 0) return { kind: 'faults', faults: unkeepable };
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, state: 'draft', version },
        data: { ...fromDraft(draft), version: { increment: 1 } },
      });
      if (count === 0) return { kind: 'changed-meanwhile' };
      await tx.campaignShop.deleteMany({ where: { campaignId } });
      await addShops(tx, campaignId, draft);
      return { kind: 'kept', campaignId, version: version + 1, faults: await faultsOf(tx, deps, row.shop, draft) };
    });

export const discardDraft =
  ({ store }: Deps): CampaignOperations['discardDraft'] =>
  ({ by, campaignId }) =>
    store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' };
      if (row.state !== 'draft') return { kind: 'not-a-draft' };
      await tx.campaignShop.deleteMany({ where: { campaignId } });
      const { count } = await tx.campaign.deleteMany({ where: { id: campaignId, state: 'draft' } });
      if (count === 0) throw new Stale();
      return { kind: 'discarded' };
    });

const mostWishes = 1_000;

/** RC-08. What the shop wants is told in words; the operator sees the shop's demand as well. */
export const handOver =
  (deps: Deps): CampaignOperations['handOver'] =>
  async ({ by, shopId, campaignId, wishes }) => {
    const said = parseWords(wishes, mostWishes);
    if (said.kind !== 'words') return { kind: 'words', because: said };
    const answer = await deps.store.transaction(async (tx) => {
      const shop = await shopFor(tx, by, shopId);
      const row = campaignId === null ? null : await campaignFor(tx, by, campaignId);
      if (!shop || (campaignId !== null && row?.shopId !== shopId)) return { kind: 'unknown-campaign' } as const;
      if (row && row.state !== 'draft') return { kind: 'not-a-draft' } as const;
      const handed = { maker: 'operator', wishes: said.words } as const;
      const id = row ? row.id : await create(tx, deps, shop, emptyDraft(shop.id, deps), handed);
      if (row) await tx.campaign.updateMany({ where: { id, state: 'draft' }, data: handed });
      await tellOperators(tx, deps, {
        key: `handed-over:${id}:${row?.version ?? 1}`,
        what: 'campaign',
        name: shop.name,
      });
      return { kind: 'handed-over', campaignId: id } as const;
    });
    deps.nudge();
    return answer;
  };

export const takeBack =
  ({ store }: Deps): CampaignOperations['takeBack'] =>
  ({ by, campaignId }) =>
    store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (row?.shop.ownerId !== by) return { kind: 'unknown-campaign' };
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, state: 'draft' },
        data: { maker: 'shop' },
      });
      return { kind: count === 0 ? 'not-a-draft' : 'taken-back' };
    });

export async function create(
  tx: Tx,
  { now, newId }: Deps,
  shop: { id: string; currency: string },
  draft: CampaignDraft,
  made: { maker: 'shop' | 'operator'; wishes: string; remadeFrom?: string },
): Promise<string> {
  const id = newId();
  await tx.campaign.create({
    data: {
      id,
      shopId: shop.id,
      currency: shop.currency,
      state: 'draft',
      ...made,
      ...fromDraft(draft),
      createdAt: now(),
    },
  });
  await addShops(tx, id, draft);
  return id;
}

/** Shops that are none stay out; the check names them. */
async function addShops(tx: Tx, campaignId: string, { shopIds }: CampaignDraft): Promise<void> {
  const known = await tx.shop.findMany({ where: { id: { in: shopIds } }, select: { id: true } });
  await tx.campaignShop.createMany({ data: known.map(({ id }) => ({ campaignId, shopId: id })) });
}

const unkeepableIn = (draft: CampaignDraft): DraftFault[] => [
  ...fieldsWithCardNumber(draft).map((field) => ({ field, kind: 'card-number' as const })),
  ...checkNumbers(draft),
];

/** What keeps it from being published now. */
export async function faultsOf(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  shop: { id: string; chainId: string | null },
  draft: CampaignDraft,
  taken = 0,
): Promise<DraftFault[]> {
  const asking = await countAsking(tx, shop.id);
  return checkDraft(draft, { at: now(), taken, asking, chainShopIds: await chainOf(tx, shop) });
}
