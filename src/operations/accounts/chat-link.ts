import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { toAccountFacts } from './account-row.ts';

const goodForMs = 10 * 60_000;
const idBytes = 16;
const secondsBytes = 4;

/**
 * Account, end and seal as 62 characters: what a deep link of the messenger carries has at most 64
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export const chatLink =
  ({ keys, now }: Deps): AccountOperations['chatLink'] =>
  async (accountId) => {
    const bytes = Buffer.alloc(idBytes + secondsBytes);
    bytes.write(accountId.replaceAll('-', ''), 'hex');
    bytes.writeUInt32BE(Math.floor((now().getTime() + goodForMs) / 1_000), idBytes);
    const sealed = bytes.toString('base64url');
    return sealed + keys.chatLinkSeal(sealed);
  };

/** The account that a link names, while it is good. */
function accountIn(token: string, { keys, now }: Deps): string | null {
  const length = Math.ceil(((idBytes + secondsBytes) * 8) / 6);
  const sealed = token.slice(0, length);
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== idBytes + secondsBytes || token.slice(length) !== keys.chatLinkSeal(sealed)) return null;
  if (bytes.readUInt32BE(idBytes) * 1_000 <= now().getTime()) return null;
  return bytes.toString('hex', 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const linkChat =
  (deps: Deps): AccountOperations['linkChat'] =>
  ({ userId, token }) =>
    deps.store.transaction(async (tx) => {
      const id = accountIn(token, deps);
      const account = id === null ? null : await tx.account.findUnique({ where: { id } });
      if (!account) return { kind: 'unknown-link' };
      const user = await tx.chatUser.findUnique({ where: { id: userId }, select: { customerId: true } });
      const customerId = user?.customerId;
      if (!customerId) return { kind: 'sign-up-first' };
      // One chat is one account's: whoever opens the link of another leaves the first.
      await tx.account.updateMany({ where: { customerId, id: { not: account.id } }, data: { customerId: null } });
      await tx.account.update({ where: { id: account.id }, data: { customerId } });
      const shops = await tx.shop.findMany({
        where: { ownerId: account.id, closedAt: null },
        orderBy: { code: 'asc' },
        select: { name: true, nameEn: true },
      });
      return { kind: 'linked', shops };
    });

export const accountOfCustomer =
  ({ store }: Deps): AccountOperations['accountOfCustomer'] =>
  async (customerId) => {
    const account = await store.read.account.findUnique({ where: { customerId } });
    return account && toAccountFacts(account);
  };
