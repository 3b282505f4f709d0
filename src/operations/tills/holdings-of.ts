import { usability } from '../../core/certificates/certificate.ts';
import { voucherUsability } from '../../core/coupons/voucher.ts';
import { parseMobile } from '../../core/phone.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { hasPin, tryHolderPin } from '../certificates/holder-pin.ts';
import type { Deps } from '../ports.ts';
import { findByPhone } from './find-certificate.ts';
import { pinOf, toHeld, type VoucherAtTill, voucherAtTill } from './find-voucher.ts';
import type { TillOperations } from './till-operations.ts';
import { toCouponView, toTillView } from './till-views.ts';

const mostOfOneHolder = 50;

/** What somebody without a smartphone can use here: named by telephone number and PIN (GC-12, EC-05). */
export const holdingsOf =
  (deps: Deps): TillOperations['holdingsOf'] =>
  ({ terminal, phone, pin }) =>
    deps.store.transaction(async (tx) => {
      const { shopId } = terminal;
      const number = parseMobile(phone, deps.limits.homeCountry);
      const { holderPhone, rows } = await findByPhone(tx, deps, phone, shopId);
      const vouchers =
        number.kind === 'mobile'
          ? await tx.voucher.findMany({
              where: { customerId: await customerIdOf(tx, number.phone) },
              include: voucherAtTill,
              // Active ones first, as the alphabet has it; what is over still knows whose PIN is right.
              orderBy: [{ state: 'asc' }, { expiresAt: 'asc' }],
              take: mostOfOneHolder,
            })
          : [];
      const here = await takenAt(tx, shopId, vouchers);
      await tx.lock(`holder:${shopId}:${holderPhone}`);
      const own = {
        certificates: rows.filter((row) => hasPin(deps, pin, row)),
        coupons: here.filter((row) => hasPin(deps, pin, pinOf(row))),
      };
      const guess = { shopId, holderPhone, pin, attempt: deps.newId() };
      const tried = await tryHolderPin(tx, deps, guess, () => own.certificates.length + own.coupons.length > 0);
      if (tried.kind !== 'right') return tried;
      const at = deps.now();
      const usable = own.certificates.filter((row) => usability(toCertificate(row), at).kind === 'usable');
      const good = own.coupons.filter(
        (voucher) => voucherUsability(toHeld({ campaign: voucher.campaign, voucher }), at).kind === 'usable',
      );
      return {
        kind: 'holdings',
        certificates: usable.map(toTillView),
        coupons: good.map((voucher) => toCouponView({ campaign: voucher.campaign, voucher })),
      };
    });

type Tx = Parameters<Parameters<Deps['store']['transaction']>[0]>[0];

const customerIdOf = async (tx: Tx, phone: string): Promise<string> =>
  (await tx.customer.findUnique({ where: { phone }, select: { id: true } }))?.id ?? '';

async function takenAt(tx: Tx, shopId: string, vouchers: VoucherAtTill[]): Promise<VoucherAtTill[]> {
  const campaignIds = [...new Set(vouchers.map(({ campaignId }) => campaignId))];
  if (campaignIds.length === 0) return [];
  const taken = await tx.campaignShop.findMany({ where: { shopId, campaignId: { in: campaignIds } } });
  const here = new Set(taken.map(({ campaignId }) => campaignId));
  return vouchers.filter(({ campaignId }) => here.has(campaignId));
}
