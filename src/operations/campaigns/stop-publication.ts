import { listingReversalEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import { addressesOf } from '../customers/addresses-of.ts';
import { book } from '../ledger/book.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import { askAgain } from './ask-again.ts';
import { campaignFor, type OwnCampaign } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';

type Ask = Parameters<CampaignOperations['stopPublication']>[0];
type Answer = Awaited<ReturnType<CampaignOperations['stopPublication']>>;

export const stopPublication =
  (deps: Deps): CampaignOperations['stopPublication'] =>
  async (ask) => {
    const answer = await deps.store.transaction((tx) => stop(tx, deps, ask));
    if (answer.kind === 'stopped') deps.nudge();
    return answer;
  };

async function stop(tx: Tx, deps: Deps, { by, campaignId }: Ask): Promise<Answer> {
  const at = deps.now();
  const seen = await campaignFor(tx, by, campaignId);
  if (!seen) return { kind: 'unknown-campaign' };
  const begun = await tx.publication.findUnique({ where: { campaignId } });
  if (!begun) return { kind: 'not-running' };
  await tx.lock(`demand:${seen.shopId}`);
  await tx.lock(`publication:${begun.id}`);
  const row = await campaignFor(tx, by, campaignId);
  const publication = await tx.publication.findUniqueOrThrow({ where: { campaignId } });
  if (row?.state !== 'published' || publication.state === 'stopped') return { kind: 'not-running' };
  if (at >= publication.stopUntil) return { kind: 'too-late' };
  const told = await holdersTold(tx, campaignId);
  await tx.publication.updateMany({ where: { id: publication.id }, data: { state: 'stopped', endedAt: at } });
  await tx.outboxMessage.updateMany({
    where: { campaignId, state: 'scheduled' },
    data: { state: 'failed', reason: 'stopped', settledAt: at },
  });
  const { count: withdrawn } = await tx.voucher.updateMany({
    where: { campaignId, state: 'active' },
    data: { state: 'withdrawn', endedAt: at },
  });
  await askAgain(tx, campaignId, null);
  const used = await tx.voucher.count({ where: { campaignId, state: { not: 'withdrawn' } } });
  await tx.campaign.updateMany({
    where: { id: campaignId },
    data: { state: 'stopped', endedAt: at, ...(row.tracked && { taken: used }), listingFee: 0n },
  });
  if (row.listingFee > 0n) {
    const fee = money(row.listingFee, toCurrency(row.currency));
    await book(tx, deps, listingReversalEntry(campaignId, row.shopId, fee));
  }
  await tellHolders(tx, deps, row, told);
  return { kind: 'stopped', withdrawn };
}

interface Holder {
  id: string;
  phone: string;
  locale: string;
  newsBy: string;
  email: string | null;
}

/** Whoever has, or may already have, a coupon in hand: to them it is said that it is worth nothing. */
const holdersTold = (tx: Tx, campaignId: string): Promise<Holder[]> =>
  tx.query<Holder>(sql`
    SELECT c."id", c."phone", c."locale", c."newsBy", c."email" FROM "Voucher" v
    JOIN "Customer" c ON c."id" = v."customerId"
    LEFT JOIN "OutboxMessage" m ON m."key" = 'coupon:' || v."campaignId" || ':' || v."customerId"
    WHERE v."campaignId" = ${campaignId} AND v."state" = 'active'
      AND (m."state" IS NULL OR m."state" <> 'scheduled')
    ORDER BY v."id"`);

const pageOf = 500;

async function tellHolders(tx: Tx, { now, newId }: Deps, row: OwnCampaign, holders: Holder[]): Promise<void> {
  const at = now();
  const facts = JSON.stringify({ kind: 'coupon-withdrawn', shop: namesOf(row.shop), title: row.title });
  for (let from = 0; from < holders.length; from += pageOf) {
    const page = holders.slice(from, from + pageOf);
    const addresses = await addressesOf(tx, page);
    await tx.outboxMessage.createMany({
      data: page.map((holder) => ({
        id: newId(),
        key: `coupon-withdrawn:${row.id}:${holder.id}`,
        kind: 'coupon-withdrawn',
        ...(addresses.get(holder.id) ?? { channel: 'text', recipient: holder.phone }),
        bulk: true,
        locale: holder.locale,
        facts,
        state: 'scheduled',
        dueAt: at,
        createdAt: at,
      })),
    });
  }
}
