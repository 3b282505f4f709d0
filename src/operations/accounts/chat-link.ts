import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { toAccountFacts } from './account-row.ts';
import { isSame } from './is-same.ts';

const goodForMs = 10 * 60_000;
const idBytes = 16;
const secondsBytes = 4;
const sealedLength = Math.ceil(((idBytes + secondsBytes) * 8) / 6);

/** A link that was made before the last linking has another seal: each is good once. */
const sealOf = ({ keys }: Pick<Deps, 'keys'>, sealed: string, chatLinks: number): string =>
  keys.chatLinkSeal(`${sealed} ${chatLinks}`);

/**
 * Account, end and seal as 53 characters: what a deep link of the messenger carries has at most 64
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export const chatLink =
  (deps: Deps): AccountOperations['chatLink'] =>
  async (accountId) => {
    const { store, now } = deps;
    const where = { id: accountId };
    const { chatLinks } = await store.read.account.findUniqueOrThrow({ where, select: { chatLinks: true } });
    const bytes = Buffer.alloc(idBytes + secondsBytes);
    bytes.write(accountId.replaceAll('-', ''), 'hex');
    bytes.writeUInt32BE(Math.floor((now().getTime() + goodForMs) / 1_000), idBytes);
    const sealed = bytes.toString('base64url');
    return sealed + sealOf(deps, sealed, chatLinks);
  };

type Reading = Pick<Tx, 'account' | 'chatUser' | 'shop'> | Store['read'];
type Account = Awaited<ReturnType<Tx['account']['findUniqueOrThrow']>>;

type Found =
  | { kind: 'unknown-link' }
  | { kind: 'sign-up-first' }
  /** `before`: the account that writes from this chat now, when it is another. */
  | { kind: 'found'; account: Account; customerId: string; before: Account | null };

/** The account that a link names, while it is good, and the customer who opened it. */
async function find(from: Reading, deps: Deps, { userId, token }: { userId: string; token: string }): Promise<Found> {
  const sealed = token.slice(0, sealedLength);
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== idBytes + secondsBytes) return { kind: 'unknown-link' };
  if (bytes.readUInt32BE(idBytes) * 1_000 <= deps.now().getTime()) return { kind: 'unknown-link' };
  const id = bytes.toString('hex', 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const account = await from.account.findUnique({ where: { id } });
  if (!account) return { kind: 'unknown-link' };
  const madeAt = (chatLinks: number) => isSame(token.slice(sealedLength), sealOf(deps, sealed, chatLinks));
  const fresh = madeAt(account.chatLinks);
  const user = await from.chatUser.findUnique({ where: { id: userId }, select: { customerId: true } });
  const customerId = user?.customerId;
  // Pressed twice, or told to us twice, it says again that this chat is linked.
  const again = customerId === account.customerId && madeAt(account.chatLinks - 1);
  if (!fresh && !again) return { kind: 'unknown-link' };
  if (!customerId) return { kind: 'sign-up-first' };
  const writes = await from.account.findUnique({ where: { customerId } });
  return { kind: 'found', account, customerId, before: writes && writes.id !== id ? writes : null };
}

const shopsOf = (from: Reading, { id }: Account): Promise<ShopNames[]> =>
  from.shop.findMany({
    where: { ownerId: id, closedAt: null },
    orderBy: { code: 'asc' },
    select: { name: true, nameEn: true },
  });

/** Whoever opens a link may have got it from anybody, so it only says what it would do. */
export const seeChatLink =
  (deps: Deps): AccountOperations['seeChatLink'] =>
  async (ask) => {
    const { read } = deps.store;
    const found = await find(read, deps, ask);
    if (found.kind !== 'found') return found;
    const { account, customerId, before } = found;
    const shops = await shopsOf(read, account);
    if (account.customerId === customerId) return { kind: 'linked', shops };
    const leaving = before && (await shopsOf(read, before));
    return { kind: 'asking', shops, elsewhere: account.customerId !== null, leaving };
  };

export const linkChat =
  (deps: Deps): AccountOperations['linkChat'] =>
  (ask) =>
    deps.store.transaction(async (tx) => {
      await tx.lock('chat links');
      const found = await find(tx, deps, ask);
      if (found.kind !== 'found') return found;
      const { account, customerId, before } = found;
      if (account.customerId === customerId) return { kind: 'linked', shops: await shopsOf(tx, account) };
      // One chat is one account's: whoever opens the link of another leaves the first.
      if (before) await tx.account.update({ where: { id: before.id }, data: { customerId: null } });
      const data = { customerId, chatLinks: { increment: 1 } };
      await tx.account.update({ where: { id: account.id }, data });
      return { kind: 'linked', shops: await shopsOf(tx, account) };
    });

export const accountOfCustomer =
  ({ store }: Deps): AccountOperations['accountOfCustomer'] =>
  async (customerId) => {
    const account = await store.read.account.findUnique({ where: { customerId } });
    return account && toAccountFacts(account);
  };
