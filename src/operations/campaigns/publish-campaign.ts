import { listingFeeOf } from '../../core/coupons/fees.ts';
import { listingEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import { isListed } from '../../core/shops/is-listed.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { countAsking } from '../coupons/demand.ts';
import { untrackedVersion } from '../coupons/voucher-view.ts';
import { feeInForce } from '../fees/fee-in-force.ts';
import { book } from '../ledger/book.ts';
import type { Deps } from '../ports.ts';
import { campaignFor, type OwnCampaign } from './campaign-access.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { shopIdsOf, toDraft } from './campaign-row.ts';
import { faultsOf } from './draft-campaign.ts';

type Ask = Parameters<CampaignOperations['publishCampaign']>[0];
type Answer = Awaited<ReturnType<CampaignOperations['publishCampaign']>>;

export const publishCampaign =
  (deps: Deps): CampaignOperations['publishCampaign'] =>
  async (ask) => {
    const answer = await deps.store.transaction((tx) => publish(tx, deps, ask));
    if (answer.kind === 'published') deps.nudge();
    return answer;
  };

async function publish(tx: Tx, deps: Deps, { by, campaignId, version }: Ask): Promise<Answer> {
  const seen = await campaignFor(tx, by, campaignId);
  if (!seen) return { kind: 'unknown-campaign' };
  // Who asks while this goes on asks before it or after it, and is counted accordingly.
  await tx.lock(`demand:${seen.shopId}`);
  const row = await campaignFor(tx, by, campaignId);
  if (row?.state !== 'draft') return { kind: 'not-a-draft' };
  if (!isListed(row.shop)) return { kind: 'not-approved' };
  if (row.version !== version) return { kind: 'changed-meanwhile' };
  const faults = await faultsOf(tx, deps, row.shop, toDraft(row, await shopIdsOf(tx, campaignId)));
  if (faults.length > 0) return { kind: 'faults', faults };
  if (row.testedVersion !== version) return { kind: 'not-tested' };
  const total = await countAsking(tx, row.shopId);
  if (total === 0 && row.audience === 'askers') return { kind: 'nobody-asked' };
  return begin(tx, deps, row, total);
}

async function begin(tx: Tx, deps: Deps, row: OwnCampaign, total: number): Promise<Answer> {
  const { now, newId, keys, limits } = deps;
  const at = now();
  const { id, version, tracked, shopId, currency } = row;
  const untracked = {
    tokenHash: keys.tokenHash(keys.cardToken(id, untrackedVersion)),
    pageHash: keys.tokenHash(keys.pageToken(id, untrackedVersion)),
  };
  const fee = listingFeeOf(await feeInForce(tx, { kind: 'listing', shopId, currency, at }));
  const { count } = await tx.campaign.updateMany({
    where: { id, state: 'draft', version },
    data: {
      state: 'published',
      publishedAt: at,
      listingFee: fee,
      // Kept for those who asked, so that nobody else can fetch the last one before it is sent to them.
      ...(tracked ? { taken: total } : untracked),
    },
  });
  if (count === 0) throw new Stale();
  if (fee > 0n) await book(tx, deps, listingEntry(id, shopId, money(fee, toCurrency(currency))));
  const stopUntil = new Date(at.getTime() + limits.stoppableMs);
  await tx.publication.create({
    data: { id: newId(), campaignId: id, state: 'running', upTo: at, total, stopUntil, createdAt: at },
  });
  return { kind: 'published', total, stopUntil };
}
