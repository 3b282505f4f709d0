import type { Deps } from '../ports.ts';
import type { TillOperations } from './till-operations.ts';

/** Keys that stand in the published demo data: never good for anything in production. */
const isDemoKey = (key: string): boolean => key.startsWith('demo-');

export const terminalByKey =
  ({ store, keys, limits }: Deps): TillOperations['terminalByKey'] =>
  async (key) => {
    if (limits.refuseDemoKeys && isDemoKey(key)) return null;
    const terminal = await store.read.terminal.findUnique({ where: { keyHash: keys.tokenHash(key) } });
    if (!terminal || terminal.disabledAt) return null;
    const { id, shopId, name } = terminal;
    return { id, shopId, name };
  };
