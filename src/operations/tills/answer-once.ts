import { parse, stringify } from 'devalue';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { Repeatable, Terminal } from './till-operations.ts';

interface Keyed {
  terminal: Terminal;
  idempotencyKey: string;
  requestHash: string;
}

/**
 * One effect for each idempotency key (truth 4): the answer is kept in the transaction of its effect and given again;
 * another request with the same key is refused.
 */
export async function answerOnce<T extends { kind: string }>(
  tx: Tx,
  { now }: Deps,
  { terminal, idempotencyKey: key, requestHash }: Keyed,
  work: () => Promise<T>,
): Promise<Repeatable<T>> {
  const terminalId = terminal.id;
  await tx.lock(`key:${terminalId}:${key}`);
  const kept = await tx.idempotencyKey.findUnique({ where: { terminalId_key: { terminalId, key } } });
  if (kept && kept.requestHash !== requestHash) return { kind: 'key-used-for-another-request' };
  if (kept) return { kind: 'answer', replayed: true, answer: parse(kept.body) as T };
  const answer = await work();
  await tx.idempotencyKey.create({
    data: { terminalId, key, requestHash, outcome: answer.kind, body: stringify(answer), at: now() },
  });
  return { kind: 'answer', replayed: false, answer };
}

/** Whether a request with this key was answered before. */
export async function isKept({ store }: Deps, { terminal, idempotencyKey: key }: Keyed): Promise<boolean> {
  const terminalId = terminal.id;
  return (await store.read.idempotencyKey.findUnique({ where: { terminalId_key: { terminalId, key } } })) !== null;
}
