import { maskedPhone } from '../../core/phone.ts';
import { isListed } from '../../core/shops/is-listed.ts';
import type { Tx } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { campaignFor, type ShopRow } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { shopIdsOf, toDraft } from './campaign-row.ts';
import { faultsOf } from './draft-campaign.ts';
import { spendTestCard } from './test-card-budget.ts';

/** What is sent to everybody is first seen by whoever made it, on a telephone. */
export const sendTestCard =
  (deps: Deps): CampaignOperations['sendTestCard'] =>
  async ({ by, campaignId }) => {
    const { store, now } = deps;
    const answer = await store.transaction(async (tx) => {
      const row = await campaignFor(tx, by, campaignId);
      if (!row) return { kind: 'unknown-campaign' } as const;
      if (row.state !== 'draft') return { kind: 'not-a-draft' } as const;
      if (!isListed(row.shop)) return { kind: 'not-approved' } as const;
      const faults = await faultsOf(tx, deps, row.shop, toDraft(row, await shopIdsOf(tx, campaignId)));
      if (faults.length > 0) return { kind: 'faults', faults } as const;
      const goesTo = await goalOf(tx, by, row.shop);
      if (!goesTo) return { kind: 'no-phone' } as const;
      const { phone, ownChat } = goesTo;
      const { version, title, shopId } = row;
      // Pressed twice within a minute, it is one card.
      const key = `test-card:${campaignId}:${version}:${now().toISOString().slice(0, 16)}`;
      await tx.lock(`test cards of ${shopId}`);
      const known = await tx.outboxMessage.findUnique({ where: { key }, select: { id: true } });
      if (!known) {
        const spent = await spendTestCard(tx, deps, { shopId, stranger: ownChat ? null : phone });
        if (spent.kind !== 'spent') return spent;
        const facts = { kind: 'test-card', campaignId, version, shop: namesOf(row.shop), title } as const;
        await tell(tx, deps, { key, recipient: phone, facts });
      }
      await tx.campaign.updateMany({ where: { id: campaignId, version }, data: { testedVersion: version } });
      return { kind: 'sent', phone: maskedPhone(phone) } as const;
    });
    deps.nudge();
    return answer;
  };

/** The maker's own, where it is known; otherwise the shop's. `ownChat`: it comes to the chat that the maker linked. */
async function goalOf(tx: Tx, by: string, shop: ShopRow): Promise<{ phone: string; ownChat: boolean } | null> {
  const { customer, member } = await tx.account.findUniqueOrThrow({
    where: { id: by },
    select: { member: { select: { phone: true } }, customer: { select: { id: true, phone: true, newsBy: true } } },
  });
  if (customer) return { phone: customer.phone, ownChat: customer.newsBy === 'chat' && (await chats(tx, customer)) };
  const phone = member?.phone ?? shop.phone;
  return phone === null ? null : { phone, ownChat: false };
}

async function chats(tx: Tx, { id }: { id: string }): Promise<boolean> {
  const user = await tx.chatUser.findUnique({ where: { customerId: id }, select: { blockedAt: true } });
  return user !== null && user.blockedAt === null;
}
