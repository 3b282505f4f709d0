import { namesToKeep } from '../../core/shops/names-to-keep.ts';
import { checkShopEntry } from '../../core/shops/shop-entry.ts';
import { tellOperators } from '../messages/tell-operators.ts';
import type { Deps } from '../ports.ts';
import type { KeepingOperations } from './keeping-operations.ts';
import { takeCode } from './shop-codes.ts';
import { createShop, noDeclinedNames, toShopColumns } from './shop-rows.ts';

/** One person's shops; who has more speaks with the operator. */
const mostShops = 50;

export const addShop =
  (deps: Deps): KeepingOperations['addShop'] =>
  async (accountId, asked) => {
    const checked = checkShopEntry(asked, deps.limits.homeCountry);
    if (checked.kind === 'faults') return checked;
    const { entry } = checked;
    const added = await deps.store.transaction(async (tx): ReturnType<KeepingOperations['addShop']> => {
      const code = await takeCode(tx, deps, entry.code, null);
      if (typeof code !== 'string') return { kind: 'faults', faults: [code] };
      const own = await tx.shop.findMany({ where: { ownerId: accountId }, take: mostShops });
      // A form that was sent twice adds one shop.
      const same = own.find(
        ({ name, place, approvedAt }) => !approvedAt && name === entry.name && place === entry.place,
      );
      if (same) return { kind: 'added', shopId: same.id };
      const most = deps.limits.unapprovedShopsPerOwner;
      if (own.filter(({ approvedAt }) => !approvedAt).length >= most) {
        return { kind: 'faults', faults: [{ field: 'name', kind: 'too-many-waiting', most }] };
      }
      if (own.length >= mostShops) return { kind: 'faults', faults: [{ field: 'code', kind: 'taken' }] };
      const shopId = await createShop(tx, deps, { entry, code, ownerId: accountId });
      await tellOperators(tx, deps, { key: `shop:${shopId}`, what: 'shop', name: entry.name });
      return { kind: 'added', shopId };
    });
    deps.nudge();
    return added;
  };

/** RC-03. A shop that was declined waits for the operator again, and so do new names of one that was approved. */
export const changeShop =
  (deps: Deps): KeepingOperations['changeShop'] =>
  async (accountId, shopId, asked) => {
    const checked = checkShopEntry(asked, deps.limits.homeCountry);
    const changed = await deps.store.transaction(async (tx): ReturnType<KeepingOperations['changeShop']> => {
      await tx.lock(`shop ${shopId}`);
      const shop = await tx.shop.findUnique({ where: { id: shopId } });
      if (shop?.ownerId !== accountId || (shop.approvedAt && shop.closedAt)) return { kind: 'unknown-shop' };
      if (checked.kind === 'faults') return checked;
      const { entry } = checked;
      const code = await takeCode(tx, deps, entry.code, shopId);
      if (typeof code !== 'string') return { kind: 'faults', faults: [code] };
      const again = shop.closedAt !== null;
      const names = namesToKeep(shop, entry);
      await tx.shop.update({
        where: { id: shopId },
        data: {
          ...toShopColumns(entry),
          ...names,
          ...noDeclinedNames,
          code,
          ...(again ? { closedAt: null, declinedFor: null } : {}),
        },
      });
      const key = `shop:${shopId}:${shop.closedAt?.toISOString()}`;
      if (again) await tellOperators(tx, deps, { key, what: 'shop', name: entry.name });
      // Once: what was asked for later stands on the operator's page, too.
      if (names.askedName !== null && shop.askedName === null) {
        const today = deps.now().toISOString().slice(0, 10);
        await tellOperators(tx, deps, {
          key: `shop-name:${shopId}:${today}`,
          what: 'shop-name',
          name: names.askedName,
        });
      }
      return { kind: 'changed' };
    });
    deps.nudge();
    return changed;
  };
