import type { EntryFault } from '../../core/shops/shop-entry.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

const fault = { taken: { field: 'code', kind: 'taken' }, resting: { field: 'code', kind: 'resting' } } as const;

/**
 * The code asked for, when it is free; the lowest free one where none was asked for. What an approved shop gives up rests:
 * posters and links still say it, and must not lead to a stranger. Locked until the end.
 */
export async function takeCode(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'limits'>,
  asked: string,
  shopId: string | null,
): Promise<string | EntryFault> {
  const { now, limits } = deps;
  await tx.lock('shop codes');
  const shop = shopId === null ? null : await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
  if (shop && (asked === '' || asked === shop.code)) return shop.code;
  await tx.restingCode.deleteMany({ where: { since: { lte: new Date(now().getTime() - limits.codeRestsMs) } } });
  if (asked === '') return lowestFree(tx);
  const resting = await tx.restingCode.findUnique({ where: { code: asked } });
  if (resting && resting.shopId !== shopId) return fault.resting;
  if (await tx.shop.findUnique({ where: { code: asked }, select: { id: true } })) return fault.taken;
  if (shop?.approvedAt) {
    const others = await tx.restingCode.count({ where: { shopId: shop.id, code: { not: asked } } });
    const most = limits.restingCodesPerShop;
    if (others >= most) return { field: 'code', kind: 'changed-often', most };
    await tx.restingCode.create({ data: { code: shop.code, shopId: shop.id, since: now() } });
  }
  if (resting) await tx.restingCode.deleteMany({ where: { code: asked } });
  return asked;
}

async function lowestFree(tx: Tx): Promise<string | EntryFault> {
  const held = await tx.shop.findMany({ select: { code: true } });
  const resting = await tx.restingCode.findMany({ select: { code: true } });
  const used = new Set([...held, ...resting].map(({ code }) => code));
  for (let code = 101; code <= 999; code++) if (!used.has(String(code))) return String(code);
  return fault.taken;
}
