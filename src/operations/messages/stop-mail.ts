import { mailSender } from '../../core/messages/address.ts';
import type { Deps } from '../ports.ts';
import type { MailOperations } from './mail-operations.ts';

type Choosing = Pick<Deps, 'store' | 'now' | 'keys'>;

export const showMailChoice =
  ({ store, keys }: Choosing): MailOperations['showMailChoice'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    const found = await store.read.optOut.findUnique({
      where: { recipient_sender: { recipient: address, sender: mailSender } },
    });
    return { kind: 'choice', address, stopped: found !== null };
  };

export const stopMail =
  ({ store, now, keys }: Choosing): MailOperations['stopMail'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    const key = { recipient: address, sender: mailSender };
    await store.transaction(async (tx) => {
      await tx.lock(`opt-out:${address}`);
      const known = await tx.optOut.findUnique({ where: { recipient_sender: key } });
      if (!known) await tx.optOut.create({ data: { ...key, since: now() } });
    });
    return { kind: 'stopped', address };
  };

/** Only whoever has a mail to this address can do it. */
export const resumeMail =
  ({ store, keys }: Choosing): MailOperations['resumeMail'] =>
  async (token) => {
    const address = keys.openUnsubscribeToken(token);
    if (address === null) return { kind: 'unknown-link' };
    await store.transaction((tx) => tx.optOut.deleteMany({ where: { recipient: address, sender: mailSender } }));
    return { kind: 'resumed', address };
  };
