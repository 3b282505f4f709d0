import { validate } from 'uuid';
import { parseWords } from '../../core/words.ts';
import type { Deps } from '../ports.ts';
import type { TerminalOperations } from './terminal-operations.ts';
import { isOwnShop } from './terminals-of.ts';

const longestName = 40;
/** One shop's; more counters than this are a chain's. */
const mostTerminals = 50;

type Added = Awaited<ReturnType<TerminalOperations['addTerminal']>>;

export const addTerminal =
  ({ store, keys, newId, now }: Deps): TerminalOperations['addTerminal'] =>
  ({ by, shopId, name: typed, once }) =>
    store.transaction(async (tx): Promise<Added> => {
      if (!(await isOwnShop(tx, { by, shopId }))) return { kind: 'unknown-shop' };
      const parsed = parseWords(typed.replace(/\s+/g, ' '), longestName);
      if (parsed.kind === 'empty') return { kind: 'fault', fault: { kind: 'missing' } };
      if (parsed.kind !== 'words') return { kind: 'fault', fault: parsed };
      const name = parsed.words;
      await tx.lock(`terminals ${shopId}`);
      const there = await tx.terminal.findMany({ where: { shopId, disabledAt: null } });
      const sent = there.find((one) => one.id === once && one.name === name);
      if (sent) return { kind: 'added', terminalId: sent.id };
      if (there.some((one) => one.name === name)) return { kind: 'fault', fault: { kind: 'taken' } };
      if (there.length >= mostTerminals) return { kind: 'too-many', most: mostTerminals };
      const isFree = validate(once) && !(await tx.terminal.findUnique({ where: { id: once } }));
      const id = isFree ? once : newId();
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
