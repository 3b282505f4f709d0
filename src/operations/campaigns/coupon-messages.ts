import { pinAsked } from '../../core/coupons/pin-asked.ts';
import type { Address } from '../../core/messages/address.ts';
import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import type { CampaignRow } from '../coupons/offer-view.ts';
import { untrackedVersion } from '../coupons/voucher-view.ts';
import { addressesOf } from '../customers/addresses-of.ts';
import { namesOf } from '../messages/shop-names.ts';
import { whenKind } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';

export interface Asker {
  id: string;
  phone: string;
  locale: string;
  newsBy: string;
  email: string | null;
  memberId: string | null;
  pinHash: string | null;
}

/** What a message says of a coupon. */
export interface IssuedVoucher {
  id: string;
  customerId: string;
  serial: string;
  cardVersion: number;
  expiresAt: Date;
}

/** One message for each of those who asked, by the way each of them wants (RC-10); texts wait for the morning. */
export async function couponMessages(
  tx: Tx,
  { now, newId, limits }: Deps,
  campaign: CampaignRow,
  askers: Asker[],
  vouchers: Map<string, IssuedVoucher>,
) {
  const at = now();
  const addresses = await addressesOf(tx, askers);
  return askers.map((asker) => {
    const address: Address = addresses.get(asker.id) ?? { channel: 'text', recipient: asker.phone };
    const facts = couponFacts(campaign, vouchers.get(asker.id) ?? null, asker);
    return {
      id: newId(),
      key: `coupon:${campaign.id}:${asker.id}`,
      kind: facts.kind,
      ...address,
      bulk: true,
      campaignId: campaign.id,
      locale: asker.locale,
      facts: JSON.stringify(facts),
      state: 'scheduled',
      dueAt: whenKind(address.channel, at, limits.timeZone),
      createdAt: at,
    };
  });
}

/** Voucher null: of an untracked campaign. */
function couponFacts(
  campaign: CampaignRow,
  voucher: IssuedVoucher | null,
  asker: Asker,
): Extract<MessageFacts, { kind: 'coupon' }> {
  const pin = pinAsked(campaign, asker);
  return {
    kind: 'coupon',
    campaignId: campaign.id,
    voucherId: voucher?.id ?? null,
    cardVersion: voucher?.cardVersion ?? untrackedVersion,
    shop: namesOf(campaign.shop),
    title: campaign.title,
    offer: campaign.offer,
    currency: toCurrency(campaign.currency),
    serial: voucher?.serial ?? null,
    expiresAt: (voucher?.expiresAt ?? campaign.validUntil).toISOString(),
    asked: true,
    ...(pin !== 'never' && { pinAsked: pin }),
  };
}
