import type { Tx } from '../../store/open-store.ts';
import { spendAttempt } from '../accounts/sign-in-budget.ts';
import type { Deps } from '../ports.ts';

type Spent = { kind: 'spent' } | { kind: 'too-many' | 'too-many-numbers'; most: number; until: Date };

const numbers = 'test-card-number';

/** `stranger`: a number that nobody proved to be the maker's; null: the maker's own chat. */
export async function spendTestCard(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'limits' | 'newId' | 'now'>,
  { shopId, stranger }: { shopId: string; stranger: string | null },
): Promise<Spent> {
  const { keys, limits, newId } = deps;
  const full = stranger === null ? null : await numbersSpent(tx, deps, shopId, keys.tokenHash(`phone ${stranger}`));
  if (full) return full;
  const { testCardsPerShop } = limits;
  const tried = await spendAttempt(tx, deps, [{ kind: 'test-card', subject: shopId, ...testCardsPerShop }], newId());
  if (tried.kind === 'closed') return { kind: 'too-many', most: testCardsPerShop.most, until: tried.until };
  if (stranger !== null) await noteNumber(tx, deps, shopId, keys.tokenHash(`phone ${stranger}`));
  return tried;
}

/** One row for each number, of the last time that it was used. */
async function numbersSpent(
  tx: Tx,
  { limits, now }: Pick<Deps, 'limits' | 'now'>,
  subject: string,
  number: string,
): Promise<Spent | null> {
  await tx.lock(`${numbers}:${subject}`);
  const { most, withinMs } = limits.testCardNumbersPerShop;
  const since = new Date(now().getTime() - withinMs);
  await tx.attempt.deleteMany({ where: { kind: numbers, subject, at: { lte: since } } });
  const used = await tx.attempt.findMany({ where: { kind: numbers, subject }, orderBy: { at: 'asc' } });
  const [first] = used;
  if (!first || used.length < most || used.some(({ key }) => key === number)) return null;
  return { kind: 'too-many-numbers', most, until: new Date(first.at.getTime() + withinMs) };
}

async function noteNumber(tx: Tx, { now }: Pick<Deps, 'now'>, subject: string, key: string): Promise<void> {
  const at = now();
  const { count } = await tx.attempt.updateMany({ where: { kind: numbers, subject, key }, data: { at } });
  if (count === 0) await tx.attempt.create({ data: { kind: numbers, subject, key, at } });
}
