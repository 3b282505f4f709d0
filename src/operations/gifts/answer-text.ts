import { type Answer, type Decision, decideAnswer } from '../../core/gifts/answer.ts';
import type { Gift } from '../../core/gifts/gift.ts';
import type { MessageFacts, OpenGift } from '../../core/messages/message-facts.ts';
import type { Tx } from '../../store/open-store.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { accept } from './accept-gift.ts';
import { closedAs } from './find-open-gift.ts';
import type { GiftOperations } from './gift-operations.ts';
import { type GiftRow, giftWithCertificate, toGift } from './gift-row.ts';
import { close } from './refuse-gift.ts';

/** More gifts than this to one number are not listed in a text; the newest count. */
const mostGifts = 100;
const mostListed = 8;
const dayMs = 86_400_000;

type Text = Parameters<GiftOperations['answerText']>[0];
type Row = GiftRow & Gift;

/** GC-10 by text. One transaction: the text's id, what it changes and the reply. */
export const answerText =
  (deps: Deps): GiftOperations['answerText'] =>
  async (text) => {
    const outcome = await deps.store.transaction(async (tx) => {
      await tx.lock(`text:${text.sid}`);
      if (await tx.inboundText.findUnique({ where: { sid: text.sid } })) return { kind: 'repeated' };
      const done = await heed(tx, deps, text);
      await tx.inboundText.create({ data: { sid: text.sid, phone: text.from, outcome: done.kind, at: deps.now() } });
      return done;
    });
    if (outcome.kind === 'accept') deps.failpoint('acceptance.saved');
    if (outcome.kind === 'refuse') deps.failpoint('refusal.saved');
    deps.nudge();
    return outcome;
  };

async function heed(tx: Tx, deps: Deps, text: Text): Promise<{ kind: string }> {
  const { answer } = text;
  if (answer.kind === 'opt-out' || answer.kind === 'opt-in') {
    await keepOptOut(tx, deps, text, answer.kind === 'opt-out');
    return answer;
  }
  return decide(tx, deps, text, answer);
}

/** Honoured for each sender of ours by itself, as carriers do. */
async function keepOptOut(tx: Tx, { now }: Deps, { from: phone, to: sender }: Text, out: boolean): Promise<void> {
  await tx.lock(`opt-out:${phone}`);
  await tx.optOut.deleteMany({ where: { recipient: phone, sender } });
  if (out) await tx.optOut.create({ data: { recipient: phone, sender, since: now() } });
  else await sendWhatWaited(tx, phone, now());
}

/** What was not sent because of the opt-out and still matters: cards, and gifts that wait for an answer. */
async function sendWhatWaited(tx: Tx, recipient: string, at: Date): Promise<void> {
  const open = await tx.gift.findMany({
    where: { recipientPhone: recipient, state: 'offered', lapsesAt: { gt: at } },
    select: { id: true },
    take: mostGifts,
  });
  const waited = { recipient, state: 'failed', reason: 'opted-out', providerId: null };
  await tx.outboxMessage.updateMany({
    where: { ...waited, OR: [{ kind: 'card' }, { key: { in: open.map(({ id }) => `offer:${id}`) } }] },
    data: { state: 'scheduled', dueAt: at, reason: null, tries: 0, firstTriedAt: null, settledAt: null },
  });
}

async function decide(tx: Tx, deps: Deps, text: Text, answer: Answer): Promise<{ kind: string }> {
  await tx.lock(`recipient:${text.from}`);
  const rows = await tx.gift.findMany({
    where: { recipientPhone: text.from },
    include: giftWithCertificate,
    orderBy: { number: 'desc' },
    take: mostGifts,
  });
  const gifts: Row[] = rows.reverse().map(toGift);
  const decision = decideAnswer(answer, gifts, deps.now());
  if (decision.kind === 'accept') await accept(tx, deps, decision.gift, decision.pin);
  if (decision.kind === 'refuse') {
    await close(tx, deps, decision.gift, 'refused');
    deps.failpoint('refusal.saving');
  }
  const facts = replyTo(decision);
  if (facts && (await mayReply(tx, deps, text))) {
    await tell(tx, deps, { key: `reply:${text.sid}`, recipient: text.from, facts });
  }
  return { kind: decision.kind };
}

/** Two machines that answer each other must come to an end. */
async function mayReply(tx: Tx, { now, limits }: Deps, { from: phone }: Text): Promise<boolean> {
  const since = new Date(now().getTime() - dayMs);
  return (await tx.inboundText.count({ where: { phone, at: { gte: since } } })) < limits.repliesPerPhoneADay;
}

const listed = (open: Row[]): OpenGift[] =>
  open.slice(0, mostListed).map(({ number, certificate }) => ({
    giftNumber: number,
    shop: namesOf(certificate.shop),
    amount: toPlain({ amount: certificate.issued, currency: certificate.currency }),
  }));

/** Null: the card that acceptance sends is answer enough. */
function replyTo(decision: Decision<Row>): MessageFacts | null {
  switch (decision.kind) {
    case 'accept':
      return null;
    case 'refuse': {
      const { certificate } = decision.gift;
      const amount = toPlain({ amount: certificate.issued, currency: certificate.currency });
      return { kind: 'reply-refused', shop: namesOf(certificate.shop), amount };
    }
    case 'closed-gift':
      return { kind: 'reply-closed-gift', giftNumber: decision.gift.number, state: closedAs(decision.gift.state) };
    case 'nothing-open':
      return { kind: 'reply-nothing-open' };
    case 'unclear':
      return { kind: 'reply-unclear', digits: decision.digits, open: listed(decision.open) };
    default:
      return { kind: `reply-${decision.kind}`, open: listed(decision.open) };
  }
}
