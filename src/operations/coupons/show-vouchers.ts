import { isListed } from '../../core/shops/is-listed.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';
import { campaignWithShop } from './offer-view.ts';
import {
  toUntrackedView,
  toVoucherViews,
  untrackedVersion,
  type VoucherRow,
  voucherWithCampaign,
} from './voucher-view.ts';

const mostShown = 50;

/** EC-05. */
export const vouchersOf =
  (deps: Deps): CouponOperations['vouchersOf'] =>
  async (customerId) => {
    const { read } = deps.store;
    const find = (where: object, order: object, take: number) =>
      read.voucher.findMany({ where: { customerId, ...where }, include: voucherWithCampaign, orderBy: order, take });
    const usable = await find({ state: 'active', expiresAt: { gt: deps.now() } }, { expiresAt: 'asc' }, mostShown);
    const known = new Set(usable.map(({ id }) => id));
    const newest = await find({}, { createdAt: 'desc' }, mostShown);
    const rows = [...usable, ...newest.filter(({ id }) => !known.has(id))].slice(0, mostShown);
    return toVoucherViews(read, deps, rows);
  };

export const voucherOf =
  (deps: Deps): CouponOperations['voucherOf'] =>
  async (customerId, voucherId) => {
    const { read } = deps.store;
    const row = await read.voucher.findFirst({ where: { id: voucherId, customerId }, include: voucherWithCampaign });
    return one(deps, row);
  };

export const showVoucher =
  (deps: Deps): CouponOperations['showVoucher'] =>
  async (pageToken) => {
    const { store, keys } = deps;
    const pageHash = keys.tokenHash(pageToken);
    const row = await store.read.voucher.findUnique({ where: { pageHash }, include: voucherWithCampaign });
    const tracked = await one(deps, row);
    if (tracked) return { kind: 'voucher', voucher: tracked };
    const campaign = await store.read.campaign.findUnique({ where: { pageHash }, include: campaignWithShop });
    if (!campaign) return { kind: 'unknown-voucher' };
    return { kind: 'voucher', voucher: await toUntrackedView(store.read, deps, campaign) };
  };

/** EC-11: for anyone, as often as anyone likes. */
export const showUntracked =
  (deps: Deps): CouponOperations['showUntracked'] =>
  async (campaignId) => {
    const { read } = deps.store;
    const where = { id: campaignId, tracked: false, state: 'published' };
    const campaign = await read.campaign.findFirst({ where, include: campaignWithShop });
    return campaign && isListed(campaign.shop) ? toUntrackedView(read, deps, campaign) : null;
  };

export const voucherCard =
  (deps: Deps): CouponOperations['voucherCard'] =>
  async (of) => {
    const { store, keys } = deps;
    if ('campaignId' in of) {
      // One that is given out no more is still good for whoever has it.
      const where = { id: of.campaignId, tracked: false, state: { in: ['published', 'ended'] } };
      const campaign = await store.read.campaign.findFirst({ where, include: campaignWithShop });
      const voucher = campaign && (await toUntrackedView(store.read, deps, campaign));
      return voucher && { voucher, token: keys.cardToken(of.campaignId, untrackedVersion) };
    }
    const { voucherId, cardVersion } = of;
    const row = await store.read.voucher.findFirst({
      where: { id: voucherId, cardVersion, state: { not: 'withdrawn' } },
      include: voucherWithCampaign,
    });
    const voucher = await one(deps, row);
    return voucher && { voucher, token: keys.cardToken(voucherId, cardVersion) };
  };

async function one(deps: Deps, row: VoucherRow | null) {
  return row && ((await toVoucherViews(deps.store.read, deps, [row]))[0] ?? null);
}
