import type { MessageFacts } from '../core/messages/message-facts.ts';
import { toCurrency } from '../core/money.ts';
import { maskedPhone } from '../core/phone.ts';
import { plainMoney } from '../operations/messages/plain-amount.ts';
import { namesOf } from '../operations/messages/shop-names.ts';
import { tell } from '../operations/messages/tell.ts';
import type { Tx } from '../store/open-store.ts';
import type { OutboxDeps } from './outbox-deps.ts';

type Failing = Pick<OutboxDeps, 'now' | 'newId'>;
interface FailedRow {
  id: string;
  kind: string;
  facts: string;
}

/**
 * The message is dead, for a reason. Where it would have told a recipient of a gift, the buyer is told instead.
 * Does nothing to a message that has come to its end already.
 */
export async function failMessage(tx: Tx, deps: Failing, row: FailedRow, reason: string): Promise<boolean> {
  const failed = await tx.outboxMessage.updateMany({
    where: { id: row.id, state: { in: ['scheduled', 'sending', 'sent'] } },
    data: { state: 'failed', reason, claimedUntil: null, settledAt: deps.now() },
  });
  if (failed.count === 0) return false;
  if (row.kind === 'gift-offered') await tellBuyer(tx, deps, row);
  return true;
}

async function tellBuyer(tx: Tx, deps: Failing, row: FailedRow): Promise<void> {
  const facts = JSON.parse(row.facts) as MessageFacts;
  if (facts.kind !== 'gift-offered') return;
  const gift = await tx.gift.findUnique({
    where: { id: facts.giftId },
    include: { certificate: { include: { shop: true, purchase: { include: { member: true } } } } },
  });
  if (gift?.state !== 'offered') return;
  const { shop, purchase, holderName, holderPhone, issued, currency } = gift.certificate;
  await tell(tx, deps, {
    key: `undeliverable:${row.id}`,
    recipient: purchase.member.phone,
    facts: {
      kind: 'gift-undeliverable',
      shop: namesOf(shop),
      amount: plainMoney({ minor: issued, currency: toCurrency(currency) }),
      recipient: holderName ?? maskedPhone(holderPhone),
    },
  });
}
