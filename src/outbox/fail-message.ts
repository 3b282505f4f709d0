import { isOfPassword } from '../core/messages/address.ts';
import type { MessageFacts } from '../core/messages/message-facts.ts';
import { toCurrency } from '../core/money.ts';
import { maskedPhone } from '../core/phone.ts';
import { plainMoney } from '../operations/messages/plain-amount.ts';
import { namesOf } from '../operations/messages/shop-names.ts';
import { tell } from '../operations/messages/tell.ts';
import type { Tx } from '../store/open-store.ts';
import type { OutboxRow } from './claim-messages.ts';
import { optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';

type Failing = Pick<OutboxDeps, 'now' | 'newId' | 'timeZone'>;
type FailedRow = Pick<
  OutboxRow,
  'id' | 'key' | 'kind' | 'channel' | 'recipient' | 'locale' | 'facts' | 'bulk' | 'campaignId'
>;

/**
 * The message is dead, for a reason. What could not come by chat, mail or call comes by text, once. Where a text would
 * have told a recipient of a gift, the buyer is told instead. Does nothing to a message that has come to its end already.
 */
export async function failMessage(tx: Tx, deps: Failing, row: FailedRow, reason: string): Promise<boolean> {
  const failed = await tx.outboxMessage.updateMany({
    where: { id: row.id, state: { in: ['scheduled', 'sending', 'sent'] } },
    data: { state: 'failed', reason, claimedUntil: null, settledAt: deps.now() },
  });
  if (failed.count === 0) return false;
  if (row.channel !== 'text' && (await sendByText(tx, deps, row, reason))) return true;
  if (row.kind === 'gift-offered') await tellBuyer(tx, deps, row);
  if (row.channel === 'text' && reason !== optedOut) await sendWithoutPicture(tx, deps, row);
  return true;
}

/** What goes to very many can wait for the morning, by whatever way it comes at last. */
const kindlyTimed = ({ timeZone }: Failing, { bulk }: FailedRow) => (bulk ? { unhurriedIn: timeZone } : {});

/** Another message takes the place of this one, and stands for it in the progress of its publication. */
const countInstead = (tx: Tx, { id, campaignId }: FailedRow) =>
  campaignId === null ? null : tx.outboxMessage.updateMany({ where: { id }, data: { campaignId: null } });

/** False: there is no number to text to, or no wish for it. */
async function sendByText(tx: Tx, deps: Failing, row: FailedRow, reason: string): Promise<boolean> {
  // Whoever wants no more mail meant coupons most of all; and a link that proves an address is for that address, as what
  // is about an account is for its own.
  if ((row.bulk && reason === optedOut) || row.kind === 'email-link' || isOfPassword(row.kind)) return false;
  const recipient = await phoneOf(tx, row);
  if (recipient === null) return false;
  await tell(tx, deps, {
    key: `${row.key}:by-text`,
    channel: 'text',
    recipient,
    locale: row.locale,
    facts: JSON.parse(row.facts) as MessageFacts,
    bulk: row.bulk,
    ...kindlyTimed(deps, row),
    campaignId: row.campaignId,
  });
  await countInstead(tx, row);
  return true;
}

async function phoneOf(tx: Tx, { channel, recipient }: FailedRow): Promise<string | null> {
  if (channel === 'call') return recipient;
  if (channel === 'email') {
    const customer = await tx.customer.findUnique({ where: { email: recipient }, select: { phone: true } });
    return customer?.phone ?? null;
  }
  const user = await tx.chatUser.findUnique({
    where: { id: recipient },
    select: { customer: { select: { phone: true } } },
  });
  return user?.customer?.phone ?? null;
}

/** The holder has nothing else to spend it with: what could not come as a picture comes as a link, once. */
async function sendWithoutPicture(tx: Tx, deps: Failing, row: FailedRow): Promise<void> {
  const facts = JSON.parse(row.facts) as MessageFacts;
  if ((facts.kind !== 'card' && facts.kind !== 'coupon') || facts.withoutPicture) return;
  await tell(tx, deps, {
    key: `${facts.kind}-link:${row.id}`,
    channel: 'text',
    recipient: row.recipient,
    locale: row.locale,
    facts: { ...facts, withoutPicture: true },
    bulk: row.bulk,
    ...kindlyTimed(deps, row),
    campaignId: row.campaignId,
  });
  await countInstead(tx, row);
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
