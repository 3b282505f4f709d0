import { maskedPhone } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { campaignFor, type ShopRow } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { shopIdsOf, toDraft } from './campaign-row.ts';
import { faultsOf } from './draft-campaign.ts';

/** What is sent to everybody is first seen by whoever made it, on a telephone. */
export const sendTestCard =
  (deps: Deps): CampaignOperations['sendTestCard'] =>
  async ({ by, campaignId }) => {
    const { store, now } = deps;
    const answer = await store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' } as const;
      if (row.state !== 'draft') return { kind: 'not-a-draft' } as const;
      const faults = await faultsOf(tx, deps, row.shop, toDraft(row, await shopIdsOf(tx, campaignId)));
      if (faults.length > 0) return { kind: 'faults', faults } as const;
      const phone = await phoneOf(tx, by, row.shop);
      if (!phone) return { kind: 'no-phone' } as const;
      const { version, title } = row;
      // Pressed twice within a minute, it is one card.
      const minute = now().toISOString().slice(0, 16);
      const facts = { kind: 'test-card', campaignId, version, shop: namesOf(row.shop), title } as const;
      await tell(tx, deps, { key: `test-card:${campaignId}:${version}:${minute}`, recipient: phone, facts });
      await tx.campaign.updateMany({ where: { id: campaignId, version }, data: { testedVersion: version } });
      return { kind: 'sent', phone: maskedPhone(phone) } as const;
    });
    deps.nudge();
    return answer;
  };

/** The maker's own, where it is known; otherwise the shop's. */
async function phoneOf(tx: Tx, by: string, shop: ShopRow): Promise<string | null> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: by },
    select: { member: { select: { phone: true } }, customer: { select: { phone: true } } },
  });
  return account.customer?.phone ?? account.member?.phone ?? shop.phone;
}
