import { commissionOn } from '../../core/coupons/fees.ts';
import { useVoucher } from '../../core/coupons/voucher.ts';
import { commissionEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { hasPin, tryHolderPin } from '../certificates/holder-pin.ts';
import { feeInForce } from '../fees/fee-in-force.ts';
import { book } from '../ledger/book.ts';
import type { Deps } from '../ports.ts';
import type { Code } from './find-certificate.ts';
import { type FoundCoupon, findCoupon, lacksPin, pinOf, toHeld, wantsPin, withoutPin } from './find-voucher.ts';
import { recordVoucher } from './record-voucher.ts';
import { tellOfVoucher } from './tell-of-voucher.ts';
import type { CouponUse, RedeemAnswer, Terminal } from './till-operations.ts';

interface Ask {
  terminal: Terminal;
  code: Code;
  pin: string | null;
  bill: bigint;
  /** Names this very attempt at the PIN. */
  attempt: string;
}

/** EC-07, EC-08: a coupon is used once, wherever it is taken; an untracked one as often as it is shown. */
export async function redeemVoucher(tx: Tx, deps: Deps, ask: Ask): Promise<RedeemAnswer> {
  const { code, terminal } = ask;
  const named = await findCoupon(tx, code, terminal.shopId);
  if ('kind' in named) return named;
  if (named.voucher) await tx.lock(`voucher:${named.voucher.id}`);
  const refused = await proved(tx, deps, named, ask);
  if (refused) return refused;
  const found = await findCoupon(tx, code, terminal.shopId);
  if ('kind' in found) return found;
  const currency = toCurrency(found.campaign.currency);
  const outcome = useVoucher({ ...toHeld(found), currency }, ask.bill, deps.now());
  if (outcome.kind === 'below-least-spend') {
    return { kind: outcome.kind, least: money(outcome.least, currency) };
  }
  if (outcome.kind === 'bill-too-large') return { kind: outcome.kind, most: money(outcome.most, currency) };
  return outcome.kind === 'used' ? save(tx, deps, ask, found, outcome.off) : outcome;
}

/** EC-03: a strict coupon wants its holder's PIN here too. Null: proved enough. */
async function proved(
  tx: Tx,
  deps: Deps,
  named: FoundCoupon,
  { terminal, pin, attempt }: Ask,
): Promise<RedeemAnswer | null> {
  const voucher = wantsPin(named);
  if (!voucher) return null;
  // Against a PIN that was never chosen no guess is wrong, and none is counted.
  if (lacksPin(voucher)) return withoutPin(named, deps.now());
  if (pin === null) return { kind: 'pin-needed' };
  const guess = { shopId: terminal.shopId, holderPhone: voucher.customer.phone, pin, attempt };
  const tried = await tryHolderPin(tx, deps, guess, () => hasPin(deps, pin, pinOf(voucher)));
  return tried.kind === 'right' ? null : tried;
}

async function save(tx: Tx, deps: Deps, { terminal, bill }: Ask, found: FoundCoupon, off: bigint): Promise<CouponUse> {
  const { campaign, voucher } = found;
  const at = deps.now();
  const currency = toCurrency(campaign.currency);
  if (voucher) {
    const { count } = await tx.voucher.updateMany({
      where: { id: voucher.id, state: 'active' },
      data: { state: 'used', endedAt: at },
    });
    if (count === 0) throw new Stale();
  }
  const { shopId } = terminal;
  const rule = await feeInForce(tx, { kind: 'commission', shopId, currency, at });
  const toPay = money(bill - off, currency);
  const commission = commissionOn(rule, toPay);
  const id = deps.newId();
  await tx.voucherRedemption.create({
    data: {
      id,
      campaignId: campaign.id,
      voucherId: voucher?.id ?? null,
      shopId,
      terminalId: terminal.id,
      bill,
      off,
      currency,
      commission,
      at,
    },
  });
  if (commission > 0n) await book(tx, deps, commissionEntry(id, shopId, money(commission, currency)));
  await recordVoucher(tx, deps, found, { kind: 'coupon-used', off, terminal });
  if (voucher) await tellOfVoucher(tx, deps, voucher, { kind: 'coupon-used', id, shopId, off, at });
  return {
    kind: 'coupon-used',
    id,
    serial: voucher?.serial ?? null,
    title: campaign.title,
    offer: toHeld(found).offer,
    bill: money(bill, currency),
    off: money(off, currency),
    toPay,
    at: at.toISOString(),
  };
}
