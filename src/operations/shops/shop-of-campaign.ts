import { campaignFor } from '../campaigns/campaign-access.ts';
import type { Deps } from '../ports.ts';
import type { KeepingOperations } from './keeping-operations.ts';
import { ownedShops } from './own-shops.ts';

export const shopOfCampaign =
  (deps: Deps): KeepingOperations['shopOfCampaign'] =>
  async ({ by, campaignId }) => {
    const row = await campaignFor(deps.store.read, by, campaignId);
    const [shop] = row ? await ownedShops(deps, { id: row.shopId }) : [];
    return shop ?? null;
  };
