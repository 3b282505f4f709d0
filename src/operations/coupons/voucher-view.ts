import { lookOf } from '../../core/coupons/look.ts';
import { pinAsked } from '../../core/coupons/pin-asked.ts';
import { type HeldVoucher, type VoucherState, voucherUsability } from '../../core/coupons/voucher.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { VoucherView } from './coupon-operations.ts';
import { type CampaignRow, campaignWithShop, describe, type Reading, shopsOf } from './offer-view.ts';

export const voucherWithCampaign = {
  campaign: { include: campaignWithShop },
  customer: { select: { locale: true, phone: true, memberId: true, pinHash: true } },
} as const;

const findOne = (tx: Tx) => tx.voucher.findFirstOrThrow({ include: voucherWithCampaign });
export type VoucherRow = Awaited<ReturnType<typeof findOne>>;

type Use = VoucherView['uses'][number] & { voucherId: string | null };

/** Coupons as their holders see them, in the order given. */
export async function toVoucherViews(
  from: Reading,
  deps: Pick<Deps, 'keys' | 'now'>,
  rows: VoucherRow[],
): Promise<VoucherView[]> {
  if (rows.length === 0) return [];
  const shops = await shopsOf(from, [...new Set(rows.map(({ campaignId }) => campaignId))]);
  const uses = await usesOf(
    from,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    toView(
      deps,
      row,
      shops.get(row.campaignId) ?? [],
      uses.filter((use) => use.voucherId === row.id),
    ),
  );
}

function toView(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  row: VoucherRow,
  shops: ShopNames[],
  uses: Use[],
): VoucherView {
  const { campaign } = row;
  const described = describe(campaign, shops);
  const held: HeldVoucher = {
    ...described,
    state: row.state as VoucherState,
    expiresAt: row.expiresAt,
    leastSpend: null,
  };
  const ranOut = voucherUsability(held, now()).kind === 'expired';
  return {
    ...described,
    voucherId: row.id,
    cardVersion: row.cardVersion,
    serial: row.serial,
    state: ranOut ? 'expired' : held.state,
    expiresAt: row.expiresAt,
    locale: row.customer.locale,
    look: lookOf(campaign),
    pinAsked: pinAsked(campaign, row.customer),
    uses: uses.map(({ voucherId: _, ...use }) => use),
    pageToken: keys.pageToken(row.id, row.cardVersion),
  };
}

const mostUses = 200;

async function usesOf(from: Reading, voucherIds: string[]): Promise<Use[]> {
  const rows = await from.voucherRedemption.findMany({
    where: { voucherId: { in: voucherIds } },
    include: { shop: true },
    orderBy: { at: 'desc' },
    take: mostUses,
  });
  return rows.map(({ voucherId, at, shop, off, currency, rolledBackAt }) => ({
    voucherId,
    at,
    shop: namesOf(shop),
    off: money(off, toCurrency(currency)),
    rolledBackAt,
  }));
}

/** EC-11: what everybody may show of an untracked campaign: no serial, no holder, no uses of anyone. */
export async function toUntrackedView(
  from: Reading,
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  campaign: CampaignRow,
): Promise<VoucherView> {
  const shops = await shopsOf(from, [campaign.id]);
  return {
    ...describe(campaign, shops.get(campaign.id) ?? []),
    voucherId: null,
    cardVersion: untrackedVersion,
    serial: null,
    state: campaign.state === 'stopped' ? 'withdrawn' : campaign.validUntil <= now() ? 'expired' : 'active',
    expiresAt: campaign.validUntil,
    locale: 'ko',
    look: lookOf(campaign),
    pinAsked: 'never',
    uses: [],
    pageToken: keys.pageToken(campaign.id, untrackedVersion),
  };
}

/** The one QR of an untracked campaign. */
export const untrackedVersion = 1;
