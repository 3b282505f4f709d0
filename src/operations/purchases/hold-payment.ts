import { startOfDay } from '../../core/calendar.ts';
import { money } from '../../core/money.ts';
import { checkDailyLimit } from '../../core/payments/daily-limit.ts';
import { checkAmount } from '../../core/shops/amount.ts';
import type { Tx } from '../../store/open-store.ts';
import { leaseUntil } from '../payments/retry.ts';
import { settle } from '../payments/settle-hold.ts';
import type { UnderWay } from '../payments/under-way.ts';
import type { Deps } from '../ports.ts';
import { toShopFacts } from '../shops/find-shop.ts';
import type { HoldOutcome, PurchaseOperations } from './purchase-operations.ts';
import { waitWhile } from './wait-for-hold.ts';

type Ask = Parameters<PurchaseOperations['holdPayment']>[0];

export const holdPayment =
  (deps: Deps, underWay: UnderWay): PurchaseOperations['holdPayment'] =>
  async (ask) => {
    const asked = await askOnce(deps, ask);
    if (asked.kind === 'refused') return asked.refusal;
    const { holdId } = asked;
    if (asked.kind === 'new') {
      deps.failpoint('hold.asked');
      void underWay.start(holdId, () => settle(deps, holdId, 'hold'));
    }
    const hold = await waitWhile(deps, underWay, holdId, (row) => row.state === 'asked');
    switch (hold.state) {
      case 'asked':
        return { kind: 'waiting', holdId };
      case 'open':
      case 'captured':
        return { kind: 'held', holdId, expiresAt: hold.expiresAt };
      default:
        return { kind: hold.reason === 'declined' ? 'declined' : 'hold-failed' };
    }
  };

type Asked =
  | { kind: 'new'; holdId: string }
  | { kind: 'known'; holdId: string }
  | { kind: 'refused'; refusal: HoldOutcome };

/** Writes down that the card company is to be asked, once for each key. */
const askOnce = (deps: Deps, ask: Ask): Promise<Asked> =>
  deps.store.transaction(async (tx) => {
    await tx.lock(`buyer:${ask.memberId}`);
    const known = await tx.hold.findUnique({ where: { key: ask.key }, select: { id: true } });
    if (known) return { kind: 'known', holdId: known.id } as const;
    const refusal = await refusalOf(tx, deps, ask);
    if (refusal) return { kind: 'refused', refusal } as const;
    const at = deps.now();
    const holdId = deps.newId();
    await tx.hold.create({
      data: {
        id: holdId,
        key: ask.key,
        memberId: ask.memberId,
        shopId: ask.shopId,
        callerPhone: ask.caller,
        amount: ask.amount.minor,
        currency: ask.amount.currency,
        state: 'asked',
        expiresAt: new Date(at.getTime() + deps.limits.holdMs),
        nextTryAt: leaseUntil(at),
        createdAt: at,
      },
    });
    return { kind: 'new', holdId } as const;
  });

async function refusalOf(tx: Tx, deps: Deps, { memberId, shopId, amount, caller }: Ask): Promise<HoldOutcome | null> {
  const shop = toShopFacts(await tx.shop.findUniqueOrThrow({ where: { id: shopId } }));
  const range = checkAmount(amount, shop);
  if (range.kind !== 'within') return range;
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { phone: true } });
  const { _sum } = await tx.hold.aggregate({
    where: {
      memberId,
      callerPhone: { not: member.phone },
      state: { not: 'released' },
      // Not `NOT`: what is null is neither in the database's eyes.
      OR: [{ pending: null }, { pending: { not: 'release' } }],
      createdAt: { gte: startOfDay(deps.now(), deps.limits.timeZone) },
    },
    _sum: { amount: true },
  });
  const ask = { amount: amount.minor, ownPhone: caller === member.phone };
  const limit = checkDailyLimit(ask, _sum.amount ?? 0n, deps.limits.strangePhoneADay);
  return limit.kind === 'within' ? null : { kind: 'daily-limit', left: money(limit.left, amount.currency) };
}
