import { parseWords } from '../../core/words.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { isOperator } from '../accounts/is-operator.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tellShop } from '../messages/tell-shop.ts';
import type { Deps } from '../ports.ts';
import type { ApprovalOperations } from './approval-operations.ts';
import { noDeclinedNames } from './shop-rows.ts';

const mostReason = 300;
const mostShown = 200;

/** New names of approved shops, the shops by code. */
export const namesToApprove =
  (deps: Deps): ApprovalOperations['namesToApprove'] =>
  async (by) => {
    if (!(await isOperator(deps, by))) return [];
    const shops = await deps.store.read.shop.findMany({
      where: { askedName: { not: null }, approvedAt: { not: null }, closedAt: null },
      include: { owner: { select: { name: true, email: true } } },
      orderBy: { code: 'asc' },
      take: mostShown,
    });
    return shops.map(({ id, code, owner, askedName, askedNameEn, ...shop }) => ({
      ...namesOf(shop),
      id,
      code,
      owner,
      asked: { name: askedName ?? '', nameEn: askedNameEn ?? '' },
    }));
  };

type Ask = Parameters<ApprovalOperations['approveName']>[0];

export const approveName =
  (deps: Deps): ApprovalOperations['approveName'] =>
  (ask) =>
    answer(deps, ask, {
      done: { kind: 'approved' } as const,
      isDone: ({ name, nameEn }) => name === ask.asked.name && nameEn === ask.asked.nameEn,
      give: async (tx, shop) => {
        await settle(tx, ask, { ...namesOf(ask.asked), ...noDeclinedNames });
        const key = `shop-renamed:${shop.id}:${deps.now().toISOString()}`;
        await tellShop(tx, deps, shop, {
          key,
          facts: { kind: 'shop-renamed', shop: ask.asked, before: namesOf(shop) },
        });
      },
    });

export const declineName =
  (deps: Deps): ApprovalOperations['declineName'] =>
  (ask) =>
    answer(deps, ask, {
      done: { kind: 'declined' } as const,
      isDone: () => true,
      give: async (tx, shop) => {
        const parsed = parseWords(ask.reason, mostReason);
        const reason = parsed.kind === 'words' ? parsed.words : '';
        await settle(tx, ask, {
          declinedName: ask.asked.name,
          declinedNameEn: ask.asked.nameEn,
          nameDeclinedFor: reason || null,
        });
        const key = `shop-name-declined:${shop.id}:${deps.now().toISOString()}`;
        const facts = { kind: 'shop-name-declined', shop: namesOf(shop), asked: ask.asked, reason } as const;
        await tellShop(tx, deps, shop, { key, facts });
      },
    });

type ShopRow = Awaited<ReturnType<Tx['shop']['findUniqueOrThrow']>>;

interface Answering<A> {
  done: A;
  /** Nothing waits any more: whether that is by this answer. */
  isDone(shop: ShopRow): boolean;
  give(tx: Tx, shop: ShopRow): Promise<void>;
}

/** Answers the names that the operator saw, and no others that the owner has asked for since. */
async function answer<A>(
  deps: Deps,
  { by, shopId, asked }: Pick<Ask, 'by' | 'shopId' | 'asked'>,
  { done, isDone, give }: Answering<A>,
): Promise<A | { kind: 'changed-meanwhile' } | { kind: 'unknown-shop' }> {
  if (!(await isOperator(deps, by))) return { kind: 'unknown-shop' };
  const answered = await deps.store.transaction(async (tx) => {
    await tx.lock(`shop ${shopId}`);
    const shop = await tx.shop.findUnique({ where: { id: shopId } });
    if (!shop?.approvedAt) return { kind: 'unknown-shop' } as const;
    // Pressed twice, it is answered once.
    if (shop.askedName === null && isDone(shop)) return done;
    if (shop.askedName !== asked.name || shop.askedNameEn !== asked.nameEn)
      return { kind: 'changed-meanwhile' } as const;
    await give(tx, shop);
    return done;
  });
  deps.nudge();
  return answered;
}

async function settle(tx: Tx, { shopId, asked }: Pick<Ask, 'shopId' | 'asked'>, names: object): Promise<void> {
  const { count } = await tx.shop.updateMany({
    where: { id: shopId, askedName: asked.name, askedNameEn: asked.nameEn },
    data: { ...names, askedName: null, askedNameEn: null },
  });
  if (count === 0) throw new Stale();
}
