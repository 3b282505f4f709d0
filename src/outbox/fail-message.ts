import type { MessageFacts } from '../core/messages/message-facts.ts';
import { toCurrency } from '../core/money.ts';
import { maskedPhone } from '../core/phone.ts';
import { plainMoney } from '../operations/messages/plain-amount.ts';
import { namesOf } from '../operations/messages/shop-names.ts';
import { tell } from '../operations/messages/tell.ts';
import type { Tx } from '../store/open-store.ts';
import { optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';

type Failing = Pick<OutboxDeps, 'now' | 'newId'>;
interface FailedRow {
  id: string;
  kind: string;
  recipient: string;
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
  if (row.kind === 'card' && reason !== optedOut) await sendWithoutPicture(tx, deps, row);
  return true;
}

/** The holder has nothing else to spend it with: what could not come as a picture comes as a link, once. */
async function sendWithoutPicture(tx: Tx, deps: Failing, row: FailedRow): Promise<void> {
  const facts = JSON.parse(row.facts) as MessageFacts;
  if (facts.kind !== 'card' || facts.withoutPicture) return;
  await tell(tx, deps, {
    key: `card-link:${row.id}`,
    recipient: row.recipient,
    facts: { ...facts, withoutPicture: true },
  });
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
