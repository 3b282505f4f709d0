import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import { campaignFor, isOperator, shopFor } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { toCampaignView } from './campaign-row.ts';

const mostShown = 100;

export const campaignsOf =
  ({ store: { read } }: Deps): CampaignOperations['campaignsOf'] =>
  async ({ by, shopId }) => {
    if (!(await shopFor(read, by, shopId))) return [];
    const rows = await read.campaign.findMany({ where: { shopId }, orderBy: { createdAt: 'desc' }, take: mostShown });
    return Promise.all(rows.map((row) => toCampaignView(read, row)));
  };

export const handedOver =
  ({ store: { read } }: Deps): CampaignOperations['handedOver'] =>
  async (by) => {
    if (!(await isOperator(read, by))) return [];
    const rows = await read.campaign.findMany({
      where: { maker: 'operator', state: 'draft' },
      include: { shop: true },
      orderBy: { createdAt: 'asc' },
      take: mostShown,
    });
    return Promise.all(
      rows.map(async ({ shop, ...row }) => ({
        ...(await toCampaignView(read, row)),
        shop: { ...namesOf(shop), code: shop.code },
      })),
    );
  };

export const wasTakenBack =
  ({ store: { read } }: Deps): CampaignOperations['wasTakenBack'] =>
  async ({ by, campaignId }) => {
    if (!(await isOperator(read, by))) return false;
    const row = await read.campaign.findUnique({ where: { id: campaignId } });
    // What the shop said when it left it to the operator stays with it.
    return row?.maker === 'shop' && row.wishes !== '';
  };

export const showCampaign =
  ({ store: { read } }: Deps): CampaignOperations['showCampaign'] =>
  async ({ by, campaignId }) => {
    const row = await campaignFor(read, by, campaignId);
    return row && toCampaignView(read, row);
  };
