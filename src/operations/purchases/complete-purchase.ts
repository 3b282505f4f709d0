import { firstGiftNumber } from '../../core/gifts/gift.ts';
import { captureEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import { maskedPhone } from '../../core/phone.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { recordInShop } from '../certificates/shop-record.ts';
import { book } from '../ledger/book.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { freeNumbers } from '../tills/free-numbers.ts';

/** GC-08: the money was captured; certificate, gift, booking, register and news are one transaction. Idempotent. */
export async function completePurchase(deps: Deps, holdId: string): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const purchase = await findPurchase(tx, holdId);
    if (purchase.hold.state === 'captured') return;
    await take(tx, deps, purchase);
    const issued = await issue(tx, deps, purchase);
    await book(tx, deps, captureEntry(holdId, issued.certificateId, amountOf(purchase)));
    await tellAll(tx, deps, purchase, issued);
    deps.failpoint('purchase.completing');
  });
  deps.failpoint('purchase.completed');
  deps.nudge();
}

const findPurchase = (tx: Tx, holdId: string) =>
  tx.purchase.findUniqueOrThrow({ where: { holdId }, include: { hold: true, shop: true, member: true } });

type Found = Awaited<ReturnType<typeof findPurchase>>;

const amountOf = ({ hold }: Found) => money(hold.amount, toCurrency(hold.currency));

async function take(tx: Tx, { now }: Deps, { hold }: Found): Promise<void> {
  const { count } = await tx.hold.updateMany({
    where: { id: hold.id, state: hold.state, pending: hold.pending },
    data: { state: 'captured', pending: null, nextTryAt: null, settledAt: now() },
  });
  if (count === 0) throw new Stale();
}

async function issue(tx: Tx, deps: Deps, purchase: Found) {
  const { hold, shop, recipientPhone } = purchase;
  const at = deps.now();
  const [number = ''] = await freeNumbers(tx, deps, 1);
  const certificate = {
    id: deps.newId(),
    number,
    purchaseId: purchase.id,
    shopId: shop.id,
    currency: hold.currency,
    issued: hold.amount,
    balance: hold.amount,
    state: 'pending',
    holderPhone: recipientPhone,
    holderName: purchase.recipientName,
    buyerName: purchase.buyerName,
    createdAt: at,
  };
  await tx.certificate.create({ data: certificate });
  const giftId = deps.newId();
  const giftNumber = await nextGiftNumber(tx, recipientPhone);
  const lapsesAt = new Date(at.getTime() + deps.limits.giftLapsesMs);
  await tx.gift.create({
    data: {
      id: giftId,
      certificateId: certificate.id,
      recipientPhone,
      number: giftNumber,
      state: 'offered',
      tokenHash: deps.keys.tokenHash(deps.keys.giftToken(giftId)),
      lapsesAt,
      createdAt: at,
    },
  });
  await recordInShop(tx, deps, certificate, {
    kind: 'sold',
    amount: hold.amount,
    balance: hold.amount,
    memberNumber: purchase.memberNumber,
  });
  return { certificateId: certificate.id, giftId, giftNumber, lapsesAt };
}

async function nextGiftNumber(tx: Tx, recipientPhone: string): Promise<number> {
  await tx.lock(`recipient:${recipientPhone}`);
  const newest = await tx.gift.findFirst({
    where: { recipientPhone },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return newest ? newest.number + 1 : firstGiftNumber;
}

async function tellAll(
  tx: Tx,
  deps: Deps,
  purchase: Found,
  issued: { certificateId: string; giftId: string; giftNumber: number; lapsesAt: Date },
): Promise<void> {
  const { hold, shop, member } = purchase;
  const bought = { shop: namesOf(shop), amount: toPlain(hold) };
  await tell(tx, deps, {
    key: `offer:${issued.giftId}`,
    recipient: purchase.recipientPhone,
    facts: {
      kind: 'gift-offered',
      ...bought,
      giftId: issued.giftId,
      giftNumber: issued.giftNumber,
      buyerName: purchase.buyerName,
      lapsesAt: issued.lapsesAt.toISOString(),
      hasGreeting: purchase.greeting !== null,
    },
  });
  // Who buys in the chat for themselves has read there what a receipt says, and hears of the gift.
  if (purchase.channel !== 'chat' || purchase.recipientPhone !== member.phone) {
    const recipient = purchase.recipientName ?? maskedPhone(purchase.recipientPhone);
    const card = { brand: member.cardBrand, last4: member.cardLast4 };
    await tell(tx, deps, {
      key: `receipt:${hold.id}`,
      recipient: member.phone,
      facts: { kind: 'receipt', ...bought, recipient, card },
    });
  }
  if (purchase.callerPhone === member.phone) return;
  const caller = purchase.callerPhone.startsWith('+') ? maskedPhone(purchase.callerPhone) : null;
  await tell(tx, deps, {
    key: `other-phone:${hold.id}`,
    recipient: member.phone,
    facts: { kind: 'bought-from-other-phone', ...bought, caller },
  });
}
