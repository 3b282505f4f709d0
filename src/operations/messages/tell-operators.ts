import type { MessageFacts } from '../../core/messages/message-facts.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import { tell } from './tell.ts';

type OperatorNews = Extract<MessageFacts, { kind: 'operator-news' }>;

/** Something waits for the operator: a mail to each operator's account. */
export async function tellOperators(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { key, what, name }: { key: string; what: OperatorNews['what']; name: string },
): Promise<void> {
  const operators = await tx.account.findMany({ where: { role: 'operator' } });
  for (const { id, email, locale } of operators) {
    const facts = { kind: 'operator-news', what, name } as const;
    await tell(tx, deps, { key: `${key}:${id}`, channel: 'email', recipient: email, locale, facts });
  }
}
