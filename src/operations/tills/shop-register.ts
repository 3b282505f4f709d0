import { money, toCurrency } from '../../core/money.ts';
import type { Deps } from '../ports.ts';
import type { TillOperations } from './till-operations.ts';

const mostLines = 200;

export const shopRegister =
  ({ store }: Deps): TillOperations['shopRegister'] =>
  async ({ terminal: { shopId }, after, limit }) => {
    const last = after === null ? null : await store.read.shopRecord.findFirst({ where: { id: after, shopId } });
    const later = last ? { OR: [{ at: { gt: last.at } }, { at: last.at, id: { gt: last.id } }] } : {};
    const rows = await store.read.shopRecord.findMany({
      where: { shopId, ...later },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: Math.min(limit, mostLines),
    });
    return rows.map(({ shopId: _, currency, amount, balance, ...line }) => ({
      ...line,
      amount: money(amount, toCurrency(currency)),
      balance: money(balance, toCurrency(currency)),
    }));
  };
