import { remade } from '../../core/coupons/remade.ts';
import type { Deps } from '../ports.ts';
import { campaignFor } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { shopIdsOf, toDraft } from './campaign-row.ts';
import { create } from './draft-campaign.ts';

export const remakeCampaign =
  (deps: Deps): CampaignOperations['remakeCampaign'] =>
  ({ by, campaignId }) =>
    deps.store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' };
      if (row.state !== 'ended' && row.state !== 'stopped') return { kind: 'not-over' };
      await tx.lock(`remake:${campaignId}`);
      const before = await tx.campaign.findFirst({
        where: { shopId: row.shopId, state: 'draft', remadeFrom: campaignId },
      });
      if (before) return { kind: 'kept', campaignId: before.id };
      const draft = remade(toDraft(row, await shopIdsOf(tx, campaignId)), deps.now(), deps.limits.timeZone);
      // Whoever makes it anew is at work on it: the shop, or the operator to whom it had been left.
      const made =
        row.shop.ownerId === by
          ? ({ maker: 'shop', wishes: '' } as const)
          : ({ maker: 'operator', wishes: row.wishes } as const);
      const id = await create(tx, deps, row.shop, draft, { ...made, remadeFrom: campaignId });
      return { kind: 'kept', campaignId: id };
    });
