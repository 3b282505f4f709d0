import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 8;

/** Each message is sent, or waits with a due time, or is dead with a reason; none was sent after an opt-out. */
export async function auditOutbox(store: Store): Promise<Violation[]> {
  const adrift = await store.query<{ id: string; state: string }>(sql`
    SELECT "id", "state" FROM "OutboxMessage"
    WHERE ("state" = 'sending' AND "claimedUntil" IS NULL)
      OR ("state" IN ('sent', 'delivered') AND ("sentAt" IS NULL OR "providerId" IS NULL OR "body" IS NULL))
      OR ("state" = 'failed' AND "reason" IS NULL)
      OR "state" NOT IN ('scheduled', 'sending', 'sent', 'delivered', 'failed')`);
  const unwanted = await store.query<{ id: string }>(sql`
    SELECT m."id" AS "id" FROM "OutboxMessage" m
    JOIN "OptOut" o ON o."recipient" = m."recipient"
    WHERE m."sentAt" > o."since"`);
  return [
    ...adrift.map(({ id, state }) => ({ truth, says: `message ${id} is adrift: ${state}` })),
    ...unwanted.map(({ id }) => ({ truth, says: `message ${id} was sent after an opt-out` })),
  ];
}
