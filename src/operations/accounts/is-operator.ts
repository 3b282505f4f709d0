import type { Deps } from '../ports.ts';

/** Whether `by` is an operator's account. Anybody else is told nothing, and changes nothing. */
export async function isOperator({ store }: Pick<Deps, 'store'>, by: string): Promise<boolean> {
  const account = await store.read.account.findUnique({ where: { id: by }, select: { role: true } });
  return account?.role === 'operator';
}
