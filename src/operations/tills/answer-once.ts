import { parse, stringify } from 'devalue';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { Repeatable, Terminal } from './till-operations.ts';

interface Keyed {
  terminal: Terminal;
  idempotencyKey: string;
  requestHash: string;
}

/** As it is kept: tills count up or write the time into their keys, and such digits may look like a card number (truth 9). */
export const hashOfKey = ({ keys }: Pick<Deps, 'keys'>, idempotencyKey: string): string =>
  keys.tokenHash(`idempotency key ${idempotencyKey}`);

/** By its hash; a key that was kept before keys were hashed still stands there as it came. */
const named = (deps: Deps, { terminal, idempotencyKey: key }: Keyed) => ({
  terminalId: terminal.id,
  key: { in: [hashOfKey(deps, key), key] },
});

/**
 * One effect for each idempotency key (truth 4): the answer is kept in the transaction of its effect and given again;
 * another request with the same key is refused.
 */
export async function answerOnce<T extends { kind: string }>(
  tx: Tx,
  deps: Deps,
  keyed: Keyed,
  work: () => Promise<T>,
): Promise<Repeatable<T>> {
  const { terminal, idempotencyKey, requestHash } = keyed;
  const terminalId = terminal.id;
  await tx.lock(`key:${terminalId}:${idempotencyKey}`);
  const kept = await tx.idempotencyKey.findFirst({ where: named(deps, keyed) });
  if (kept && kept.requestHash !== requestHash) return { kind: 'key-used-for-another-request' };
  if (kept) return { kind: 'answer', replayed: true, answer: parse(kept.body) as T };
  const answer = await work();
  const key = hashOfKey(deps, idempotencyKey);
  await tx.idempotencyKey.create({
    data: { terminalId, key, requestHash, outcome: answer.kind, body: stringify(answer), at: deps.now() },
  });
  return { kind: 'answer', replayed: false, answer };
}

/** Whether a request with this key was answered before. */
export const isKept = async (deps: Deps, keyed: Keyed): Promise<boolean> =>
  (await deps.store.read.idempotencyKey.findFirst({ where: named(deps, keyed) })) !== null;
