import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

export const meetGroup =
  ({ store, now }: Deps): CustomerOperations['meetGroup'] =>
  async (chat) => {
    const written = await store.transaction((tx) =>
      tx.execute(sql`
        INSERT INTO "Attempt" ("kind", "subject", "key", "at") VALUES ('group-met', ${chat}, 'once', ${now()})
        ON CONFLICT DO NOTHING`),
    );
    return { kind: written === 1 ? 'first' : 'met' };
  };
