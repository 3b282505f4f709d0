import { campaignFor } from '../campaigns/campaign-access.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { ownedShops } from './own-shops.ts';

export const shopOfCampaign =
  (deps: Deps): AccountOperations['shopOfCampaign'] =>
  async ({ by, campaignId }) => {
    const row = await campaignFor(deps.store.read, by, campaignId);
    const [shop] = row ? await ownedShops(deps, { id: row.shopId }) : [];
    return shop ?? null;
  };
