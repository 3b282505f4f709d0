import { mayDownload, type Offered } from '../../core/coupons/download.ts';
import { isListed } from '../../core/shops/is-listed.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { tryCustomerPin } from '../customers/customer-pin.ts';
import type { Deps } from '../ports.ts';
import { freeNumbers } from '../tills/free-numbers.ts';
import type { CouponOperations, FetchOutcome } from './coupon-operations.ts';
import { newVoucher } from './issue-voucher.ts';
import { type CampaignRow, campaignWithShop } from './offer-view.ts';
import { returningTo } from './returning-to.ts';
import { toVoucherViews, voucherWithCampaign } from './voucher-view.ts';

type Ask = Parameters<CouponOperations['fetchCoupon']>[0];

export const fetchCoupon =
  (deps: Deps): CouponOperations['fetchCoupon'] =>
  (ask) =>
    deps.store.transaction((tx) => fetchOne(tx, deps, ask));

async function fetchOne(tx: Tx, deps: Deps, ask: Ask): Promise<FetchOutcome> {
  const { customerId, campaignId } = ask;
  await tx.lock(`fetch:${campaignId}:${customerId}`);
  const own = await ownVoucher(tx, deps, ask);
  if (own) return { kind: 'already-yours', voucher: own };
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, include: campaignWithShop });
  if (!campaign?.tracked) return { kind: 'unknown-campaign' };
  if (!isListed(campaign.shop)) return { kind: 'not-on-offer' };
  const allowed = mayDownload(toOffered(campaign), deps.now());
  if (allowed.kind !== 'yes') return allowed;
  const refused = await proved(tx, deps, campaign, ask);
  if (refused) return refused;
  return take(tx, deps, campaign, ask);
}

async function ownVoucher(tx: Tx, deps: Deps, { campaignId, customerId }: Ask) {
  const row = await tx.voucher.findUnique({
    where: { campaignId_customerId: { campaignId, customerId } },
    include: voucherWithCampaign,
  });
  return row && ((await toVoucherViews(tx, deps, [row]))[0] ?? null);
}

/** EC-03: a leaflet's discount for anybody who signed up, a ticket for whoever knows the PIN. Null: proved enough. */
async function proved(
  tx: Tx,
  deps: Deps,
  campaign: CampaignRow,
  { customerId, pin, attempt }: Ask,
): Promise<FetchOutcome | null> {
  if (campaign.proof !== 'strict') return null;
  if (pin === null) return { kind: 'pin-needed' };
  const tried = await tryCustomerPin(tx, deps, { customerId, pin, attempt });
  return tried.kind === 'right' ? null : tried;
}

/** EC-04. The stock is taken by one statement that no other can come between. */
async function take(tx: Tx, deps: Deps, campaign: CampaignRow, ask: Ask): Promise<FetchOutcome> {
  const { id, stock } = campaign;
  const { count } = await tx.campaign.updateMany({
    where: { id, state: 'published', stock, ...(stock !== null && { taken: { lt: stock } }) },
    data: { taken: { increment: 1 } },
  });
  if (count === 0) {
    const now = await tx.campaign.findUniqueOrThrow({ where: { id } });
    const still = mayDownload(toOffered(now), deps.now());
    if (still.kind === 'yes') throw new Stale();
    return still;
  }
  const [serial = ''] = await freeNumbers(tx, deps, 1);
  const before = await returningTo(tx, campaign.shopId, [ask.customerId]);
  const holderKind = before.has(ask.customerId) ? 'returning' : 'new';
  const voucher = newVoucher(deps, { campaign, customerId: ask.customerId, via: 'store', holderKind, serial });
  await tx.voucher.create({ data: voucher });
  const row = await tx.voucher.findUniqueOrThrow({ where: { id: voucher.id }, include: voucherWithCampaign });
  const [view] = await toVoucherViews(tx, deps, [row]);
  if (!view) throw new Error('a coupon that was just written is not there');
  return { kind: 'fetched', voucher: view };
}

const toOffered = (row: Omit<Offered, 'state' | 'audience'> & { state: string; audience: string }): Offered => ({
  ...row,
  state: row.state as Offered['state'],
  audience: row.audience as Offered['audience'],
});
