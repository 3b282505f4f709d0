import { parseWords } from '../../core/words.ts';
import { tellOperators } from '../messages/tell-operators.ts';
import type { Deps } from '../ports.ts';
import type { BrowseOperations } from './browse-operations.ts';

const mostCharacters = 60;

/** RC-03. */
export const wishForShop =
  (deps: Deps): BrowseOperations['wishForShop'] =>
  async ({ customerId, name, place }) => {
    const named = parseWords(name, mostCharacters);
    if (named.kind !== 'words') return { kind: 'words', because: named };
    const placed = parseWords(place, mostCharacters);
    if (placed.kind !== 'words' && placed.kind !== 'empty') return { kind: 'words', because: placed };
    const { store, now, newId, limits } = deps;
    const answer = await store.transaction(async (tx) => {
      await tx.lock(`wishes:${customerId}`);
      const open = await tx.shopWish.findMany({ where: { customerId, state: 'open' }, select: { name: true } });
      // Told twice, as by a redelivered update, it is one wish.
      if (open.some((one) => one.name === named.words)) return { kind: 'wished' } as const;
      const most = limits.openWishesPerCustomer;
      if (open.length >= most) return { kind: 'too-many-open', most } as const;
      const id = newId();
      const facts = { name: named.words, place: placed.kind === 'words' ? placed.words : '' };
      await tx.shopWish.create({ data: { id, customerId, ...facts, state: 'open', createdAt: now() } });
      await tellOperators(tx, deps, { key: `wish:${id}`, what: 'wish', name: named.words });
      return { kind: 'wished' } as const;
    });
    deps.nudge();
    return answer;
  };
