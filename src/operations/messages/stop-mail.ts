import { mailSender } from '../../core/messages/address.ts';
import type { Reads, Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { MailOperations } from './mail-operations.ts';

type Choosing = Pick<Deps, 'store' | 'now' | 'keys'>;
type NewsBy = Extract<Awaited<ReturnType<MailOperations['stopMail']>>, { address: string }>['newsBy'];

export const showMailChoice =
  ({ store: { read }, keys }: Choosing): MailOperations['showMailChoice'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    return {
      kind: 'choice',
      address,
      stopped: await wantsNoMail(read, address),
      newsBy: await newsByOf(read, address),
    };
  };

export const stopMail =
  ({ store, now, keys }: Choosing): MailOperations['stopMail'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    const key = { recipient: address, sender: mailSender };
    return store.transaction(async (tx) => {
      await tx.lock(`opt-out:${address}`);
      const known = await tx.optOut.findUnique({ where: { recipient_sender: key } });
      if (!known) await tx.optOut.create({ data: { ...key, since: now() } });
      await sendNewsElsewhere(tx, address);
      return { kind: 'stopped', address, newsBy: await newsByOf(tx, address) } as const;
    });
  };

/** Only whoever has a mail to this address can do it. */
export const resumeMail =
  ({ store, keys }: Choosing): MailOperations['resumeMail'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    return store.transaction(async (tx) => {
      await tx.lock(`opt-out:${address}`);
      await wantMailAgain(tx, address);
      await tx.customer.updateMany({ where: { email: address }, data: { newsBy: 'email' } });
      return { kind: 'resumed', address, newsBy: await newsByOf(tx, address) } as const;
    });
  };

export async function wantsNoMail(read: Pick<Reads, 'optOut'>, address: string): Promise<boolean> {
  const where = { recipient_sender: { recipient: address, sender: mailSender } };
  return (await read.optOut.findUnique({ where })) !== null;
}

export async function wantMailAgain(tx: Tx, address: string): Promise<void> {
  await tx.optOut.deleteMany({ where: { recipient: address, sender: mailSender } });
}

/** What somebody asked for must come, if not by mail. */
async function sendNewsElsewhere(tx: Tx, email: string): Promise<void> {
  const customer = await tx.customer.findUnique({ where: { email }, select: { id: true, newsBy: true } });
  if (customer?.newsBy !== 'email') return;
  const { id } = customer;
  const chat = await tx.chatUser.findUnique({ where: { customerId: id }, select: { blockedAt: true } });
  await tx.customer.updateMany({ where: { id }, data: { newsBy: chat && !chat.blockedAt ? 'chat' : 'text' } });
}

async function newsByOf(read: Pick<Reads, 'customer'>, email: string): Promise<NewsBy> {
  const customer = await read.customer.findUnique({ where: { email }, select: { newsBy: true } });
  return (customer?.newsBy ?? null) as NewsBy;
}
