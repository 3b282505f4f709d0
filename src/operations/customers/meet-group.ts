import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

/** Whoever asks in a group is answered, but not again and again. */
const toldAgainAfterMs = 60_000;

export const meetGroup =
  ({ store, now }: Deps): CustomerOperations['meetGroup'] =>
  (chat, asked) =>
    store.transaction(async (tx) => {
      const at = now();
      const written = await tx.execute(sql`
        INSERT INTO "Attempt" ("kind", "subject", "key", "at") VALUES ('group-met', ${chat}, 'once', ${at})
        ON CONFLICT DO NOTHING`);
      if (written === 1 || !asked) return { kind: written === 1 ? 'first' : 'met' } as const;
      // `at` is when it was told last.
      const due = { kind: 'group-met', subject: chat, at: { lte: new Date(at.getTime() - toldAgainAfterMs) } };
      const { count } = await tx.attempt.updateMany({ where: due, data: { at } });
      return { kind: count === 1 ? 'asked-again' : 'met' } as const;
    });
