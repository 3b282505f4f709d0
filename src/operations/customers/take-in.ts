import type { Tx } from '../../store/open-store.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CustomerFacts } from './customer-operations.ts';
import { toCustomerFacts } from './customer-row.ts';

interface Newcomer {
  userId: string;
  /** Proved. */
  phone: string;
  name: string;
  /** By member number and PIN, from any chat: the telephone is told when no other chat can be. */
  byNumber?: boolean;
}

/**
 * The customer of a proved number, made where there is none, and this chat user's from now on. Whoever had the number in
 * the chat before has it no more: numbers change hands. A member by that number is linked.
 */
export async function takeIn(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { userId, phone, name, byNumber = false }: Newcomer,
): Promise<{ kind: 'signed-up' | 'welcome-back'; customer: CustomerFacts }> {
  const { now, newId } = deps;
  await tx.lock(`customer:${phone}`);
  const user = await tx.chatUser.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
  const member = await tx.member.findUnique({ where: { phone }, select: { id: true, name: true, locale: true } });
  const known = await tx.customer.findUnique({ where: { phone }, select: { id: true, locale: true } });
  const id = known?.id ?? newId();
  const memberId = member?.id ?? null;
  // A member who changed the number: the customer of the old one is a member no more.
  if (memberId) await tx.customer.updateMany({ where: { memberId, id: { not: id } }, data: { memberId: null } });
  const facts = { locale: user.locale, memberId };
  const customer = known
    ? await tx.customer.update({ where: { id }, data: facts })
    : await tx.customer.create({ data: { id, phone, name: member?.name ?? name, createdAt: now(), ...facts } });
  const before = await tx.chatUser.findUnique({ where: { customerId: id } });
  if (before?.id !== userId) {
    const locale = known?.locale ?? member?.locale ?? user.locale;
    await tellOfMove(tx, deps, { before, phone: byNumber ? phone : null, locale });
  }
  await tx.chatUser.updateMany({
    where: { customerId: id, id: { not: userId } },
    data: { customerId: null, talk: null },
  });
  await tx.chatUser.updateMany({ where: { id: userId }, data: { customerId: id } });
  return { kind: known ? 'welcome-back' : 'signed-up', customer: toCustomerFacts(customer) };
}

interface Move {
  before: { id: string; locale: string; blockedAt: Date | null } | null;
  /** Null: not told there. */
  phone: string | null;
  locale: string;
}

/** Whoever had it before shall know, and what to do when it was somebody else. */
async function tellOfMove(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, move: Move): Promise<void> {
  const { before, phone } = move;
  const key = `chat-moved:${deps.newId()}`;
  const facts = { kind: 'chat-moved' } as const;
  if (before && !before.blockedAt) {
    const { id: recipient, locale } = before;
    await tell(tx, deps, { key, channel: 'chat', recipient, locale, facts: { ...facts, told: 'old-chat' } });
  } else if (phone !== null) {
    const to = { channel: 'text', recipient: phone, locale: move.locale } as const;
    await tell(tx, deps, { key, ...to, facts: { ...facts, told: 'phone' } });
  }
}
