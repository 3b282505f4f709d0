import { parseWords } from '../../core/words.ts';
import type { Tx } from '../../store/open-store.ts';
import { isOperator } from '../accounts/is-operator.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tellShop } from '../messages/tell-shop.ts';
import type { Deps } from '../ports.ts';
import type { ApprovalOperations } from './approval-operations.ts';
import { ownedShops } from './own-shops.ts';

const mostReason = 300;

export const shopsToApprove =
  (deps: Deps): ApprovalOperations['shopsToApprove'] =>
  async (by) => {
    if (!(await isOperator(deps, by))) return [];
    const { read } = deps.store;
    const shops = await ownedShops(deps, { approvedAt: null, closedAt: null });
    const owners = await read.shop.findMany({
      where: { id: { in: shops.map(({ id }) => id) } },
      select: { id: true, owner: { select: { name: true, email: true } } },
    });
    return shops.map((shop) => ({ ...shop, owner: owners.find(({ id }) => id === shop.id)?.owner ?? null }));
  };

export const listedShops =
  (deps: Deps): ApprovalOperations['listedShops'] =>
  async (by) => {
    if (!(await isOperator(deps, by))) return [];
    return deps.store.read.shop.findMany({
      where: { approvedAt: { not: null }, closedAt: null },
      select: { id: true, code: true, name: true, nameEn: true },
      orderBy: { code: 'asc' },
    });
  };

/** RC-03. Approved twice, it is approved once. */
export const approveShop =
  (deps: Deps): ApprovalOperations['approveShop'] =>
  async ({ by, shopId, chainOf }) => {
    if (!(await isOperator(deps, by))) return { kind: 'unknown-shop' };
    const approved = await deps.store.transaction(async (tx) => {
      await tx.lock(`shop ${shopId}`);
      const shop = await tx.shop.findUnique({ where: { id: shopId } });
      if (!shop) return { kind: 'unknown-shop' } as const;
      if (shop.approvedAt) return { kind: 'approved' } as const;
      const chainId = chainOf === null ? null : await chainWith(tx, deps, chainOf);
      if (chainOf !== null && chainId === null) return { kind: 'unknown-shop' } as const;
      const at = deps.now();
      const data = { approvedAt: at, closedAt: null, declinedFor: null, ...(chainId === null ? {} : { chainId }) };
      await tx.shop.update({ where: { id: shopId }, data });
      const facts = { kind: 'shop-approved', shop: namesOf(shop) } as const;
      await tellShop(tx, deps, shop, { key: `shop-approved:${shopId}:${at.toISOString()}`, facts });
      return { kind: 'approved' } as const;
    });
    deps.nudge();
    return approved;
  };

/** The chain of a shop; one of its own name begins where it had none. */
async function chainWith(tx: Tx, { newId, now }: Deps, shopId: string): Promise<string | null> {
  await tx.lock(`chain of ${shopId}`);
  const shop = await tx.shop.findUnique({ where: { id: shopId } });
  if (!shop?.approvedAt) return null;
  if (shop.chainId) return shop.chainId;
  const id = newId();
  await tx.chain.create({ data: { id, name: shop.name, nameEn: shop.nameEn, createdAt: now() } });
  await tx.shop.update({ where: { id: shopId }, data: { chainId: id } });
  return id;
}

export const declineShop =
  (deps: Deps): ApprovalOperations['declineShop'] =>
  async ({ by, shopId, reason: typed }) => {
    if (!(await isOperator(deps, by))) return { kind: 'unknown-shop' };
    const parsed = parseWords(typed, mostReason);
    const reason = parsed.kind === 'words' ? parsed.words : '';
    const declined = await deps.store.transaction(async (tx) => {
      await tx.lock(`shop ${shopId}`);
      const shop = await tx.shop.findUnique({ where: { id: shopId } });
      if (!shop || shop.approvedAt) return { kind: 'unknown-shop' } as const;
      if (shop.closedAt) return { kind: 'declined' } as const;
      const at = deps.now();
      await tx.shop.update({ where: { id: shopId }, data: { closedAt: at, declinedFor: reason || null } });
      const facts = { kind: 'shop-declined', shop: namesOf(shop), reason } as const;
      await tellShop(tx, deps, shop, { key: `shop-declined:${shopId}:${at.toISOString()}`, facts });
      return { kind: 'declined' } as const;
    });
    deps.nudge();
    return declined;
  };
