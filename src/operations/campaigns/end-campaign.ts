import { Stale } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import { campaignFor } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { shopIdsOf, toDraft } from './campaign-row.ts';
import { faultsOf } from './draft-campaign.ts';

export const endCampaign =
  ({ store, now }: Deps): CampaignOperations['endCampaign'] =>
  ({ by, campaignId }) =>
    store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' };
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, state: 'published' },
        data: { state: 'ended', endedAt: now() },
      });
      return { kind: count === 0 ? 'not-published' : 'ended' };
    });

export const changeStock =
  (deps: Deps): CampaignOperations['changeStock'] =>
  ({ by, campaignId, stock }) =>
    deps.store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' };
      if (row.state !== 'published') return { kind: 'not-published' };
      const draft = { ...toDraft(row, await shopIdsOf(tx, campaignId)), stock };
      const faults = await faultsOf(tx, deps, row.shop, draft, row.taken);
      const ofStock = faults.filter(({ field, kind }) => field === 'stock' && kind !== 'below-who-asked');
      if (ofStock.length > 0) return { kind: 'faults', faults: ofStock };
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, state: 'published', taken: row.taken },
        data: { stock },
      });
      if (count === 0) throw new Stale();
      return { kind: 'changed' };
    });
