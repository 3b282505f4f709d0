import { mailSender, ofPasswords } from '../../core/messages/address.ts';
import type { Store } from '../../store/open-store.ts';
import { join, sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 8;

/**
 * Each message is sent, or waits with a due time, or is dead with a reason; none was sent after an opt-out from its sender,
 * or to a chat whose owner had blocked the bot. What is about a password comes all the same.
 */
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
    WHERE m."sentAt" > o."since" AND m."channel" = CASE o."sender" WHEN ${mailSender} THEN 'email' ELSE 'text' END
      AND m."kind" NOT IN (${join(ofPasswords)})
    UNION ALL
    SELECT m."id" AS "id" FROM "OutboxMessage" m
    JOIN "ChatUser" u ON u."id" = m."recipient"
    WHERE m."channel" = 'chat' AND m."sentAt" > u."blockedAt"`);
  return [
    ...adrift.map(({ id, state }) => ({ truth, says: `message ${id} is adrift: ${state}` })),
    ...unwanted.map(({ id }) => ({ truth, says: `message ${id} was sent after an opt-out` })),
  ];
}
