import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { CustomerFacts } from './customer-operations.ts';
import { toCustomerFacts } from './customer-row.ts';

interface Newcomer {
  userId: string;
  /** Proved. */
  phone: string;
  name: string;
}

/**
 * The customer of a proved number, made where there is none, and this chat user's from now on. Whoever had the number in
 * the chat before has it no more: numbers change hands. A member by that number is linked.
 */
export async function takeIn(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { userId, phone, name }: Newcomer,
): Promise<{ kind: 'signed-up' | 'welcome-back'; customer: CustomerFacts }> {
  await tx.lock(`customer:${phone}`);
  const user = await tx.chatUser.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
  const member = await tx.member.findUnique({ where: { phone }, select: { id: true, name: true } });
  const known = await tx.customer.findUnique({ where: { phone }, select: { id: true } });
  const id = known?.id ?? newId();
  const memberId = member?.id ?? null;
  // A member who changed the number: the customer of the old one is a member no more.
  if (memberId) await tx.customer.updateMany({ where: { memberId, id: { not: id } }, data: { memberId: null } });
  const facts = { locale: user.locale, memberId };
  const customer = known
    ? await tx.customer.update({ where: { id }, data: facts })
    : await tx.customer.create({ data: { id, phone, name: member?.name ?? name, createdAt: now(), ...facts } });
  await tx.chatUser.updateMany({
    where: { customerId: id, id: { not: userId } },
    data: { customerId: null, talk: null },
  });
  await tx.chatUser.updateMany({ where: { id: userId }, data: { customerId: id } });
  return { kind: known ? 'welcome-back' : 'signed-up', customer: toCustomerFacts(customer) };
}
