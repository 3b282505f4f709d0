import { parseWords } from '../../core/words.ts';
import type { Deps } from '../ports.ts';
import type { TerminalOperations } from './terminal-operations.ts';
import { isOwnShop, shownKey } from './terminals-of.ts';

const longestName = 40;
/** One shop's; more counters than this are a chain's. */
const mostTerminals = 50;

type Added = Awaited<ReturnType<TerminalOperations['addTerminal']>>;

export const addTerminal =
  ({ store, keys, newId, now }: Deps): TerminalOperations['addTerminal'] =>
  ({ by, shopId, name: typed }) =>
    store.transaction(async (tx): Promise<Added> => {
      if (!(await isOwnShop(tx, { by, shopId }))) return { kind: 'unknown-shop' };
      const parsed = parseWords(typed.replace(/\s+/g, ' '), longestName);
      if (parsed.kind === 'empty') return { kind: 'fault', fault: { kind: 'missing' } };
      if (parsed.kind !== 'words') return { kind: 'fault', fault: parsed };
      const name = parsed.words;
      await tx.lock(`terminals ${shopId}`);
      const there = await tx.terminal.findMany({ where: { shopId, disabledAt: null } });
      const same = there.find((one) => one.name === name);
      if (same && shownKey({ keys, now }, same)) return { kind: 'added', terminalId: same.id };
      if (same) return { kind: 'fault', fault: { kind: 'taken' } };
      if (there.length >= mostTerminals) return { kind: 'too-many', most: mostTerminals };
      const id = newId();
      const keyHash = keys.tokenHash(keys.terminalKey(id));
      await tx.terminal.create({ data: { id, shopId, name, keyHash, createdAt: now() } });
      return { kind: 'added', terminalId: id };
    });

export const disableTerminal =
  ({ store, now }: Deps): TerminalOperations['disableTerminal'] =>
  ({ by, shopId, terminalId }) =>
    store.transaction(async (tx) => {
      const own = await isOwnShop(tx, { by, shopId });
      const { count } = own
        ? await tx.terminal.updateMany({
            where: { id: terminalId, shopId, disabledAt: null },
            data: { disabledAt: now() },
          })
        : { count: 0 };
      return { kind: count === 1 ? ('disabled' as const) : ('unknown-terminal' as const) };
    });
