import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

/** How long after its time a hold or refund may still be waiting for its turn. */
const lateMs = 60 * 60_000;

/** Truths 3 and 5: money has a certificate or a refund, the cash account says so, and each hold is in one state. */
export async function auditPayments(store: Store, at: Date): Promise<Violation[]> {
  return [...(await capturesAreShown(store)), ...(await cashIsRight(store)), ...(await holdsAreInOneState(store, at))];
}

async function capturesAreShown(store: Store): Promise<Violation[]> {
  const rows = await store.query<{ id: string; state: string; certificates: bigint; refunds: bigint }>(sql`
    SELECT h."id" AS "id", h."state" AS "state", CAST(COUNT(c."id") AS BIGINT) AS "certificates",
      CAST(COUNT(r."id") AS BIGINT) AS "refunds"
    FROM "Hold" h
    LEFT JOIN "Purchase" p ON p."holdId" = h."id"
    LEFT JOIN "Certificate" c ON c."purchaseId" = p."id"
    LEFT JOIN "Refund" r ON r."holdId" = h."id"
    GROUP BY h."id", h."state"
    HAVING (h."state" = 'captured' AND COUNT(c."id") + COUNT(r."id") = 0)
      OR (h."state" <> 'captured' AND COUNT(c."id") + COUNT(r."id") > 0)
      OR COUNT(c."id") > 1`);
  const unpaired = await store.query<{ id: string }>(sql`
    SELECT r."holdId" AS "id" FROM "Refund" r
    JOIN "Hold" h ON h."id" = r."holdId"
    LEFT JOIN "Purchase" p ON p."holdId" = h."id"
    LEFT JOIN "Certificate" c ON c."purchaseId" = p."id"
    WHERE r."amount" <> h."amount" OR (c."id" IS NOT NULL AND c."state" <> 'cancelled')`);
  return [
    ...rows.map(({ id, state, certificates, refunds }) => ({
      truth: 3,
      says: `hold ${id} is ${state} with ${certificates} certificates and ${refunds} refunds`,
    })),
    ...unpaired.map(({ id }) => ({ truth: 3, says: `hold ${id} is refunded in part, or beside a live certificate` })),
  ];
}

async function cashIsRight(store: Store): Promise<Violation[]> {
  const rows = await store.query<{ currency: string; captured: bigint; refunded: bigint; cash: bigint }>(sql`
    SELECT k."currency" AS "currency",
      CAST(COALESCE((SELECT SUM("amount") FROM "Hold" h WHERE h."state" = 'captured' AND h."currency" = k."currency"), 0) AS BIGINT) AS "captured",
      CAST(COALESCE((SELECT SUM("amount") FROM "Refund" r WHERE r."state" = 'done' AND r."currency" = k."currency"), 0) AS BIGINT) AS "refunded",
      CAST(COALESCE((SELECT SUM(p."amount") FROM "Posting" p JOIN "LedgerEntry" e ON e."id" = p."entryId"
        WHERE p."account" = 'cash' AND e."currency" = k."currency"), 0) AS BIGINT) AS "cash"
    FROM (SELECT DISTINCT "currency" FROM "Hold") k`);
  return rows
    .filter(({ captured, refunded, cash }) => BigInt(captured) - BigInt(refunded) !== BigInt(cash))
    .map(({ currency, captured, refunded, cash }) => ({
      truth: 3,
      says: `captured ${captured} − refunded ${refunded} ${currency} is not the cash account's ${cash}`,
    }));
}

async function holdsAreInOneState({ read }: Store, at: Date): Promise<Violation[]> {
  const late = new Date(at.getTime() - lateMs);
  const holds = await read.hold.findMany({
    where: {
      OR: [
        { state: 'open', pending: null, expiresAt: { lt: late } },
        { state: 'asked', nextTryAt: null },
        { state: 'asked', createdAt: { lt: late } },
        { pending: { not: null }, nextTryAt: null },
        { state: { in: ['captured', 'released'] }, pending: { not: null } },
        { state: { in: ['captured', 'released'] }, settledAt: null },
        { state: { notIn: ['asked', 'open', 'captured', 'released'] } },
      ],
    },
    select: { id: true, state: true, pending: true },
  });
  const refunds = await read.refund.findMany({
    where: { OR: [{ state: 'asked', nextTryAt: null }, { state: 'failed' }] },
    select: { id: true, state: true },
  });
  return [
    ...holds.map(({ id, state, pending }) => ({
      truth: 5,
      says: `hold ${id} is stuck: ${state}${pending ? `, to be ${pending}d` : ''}`,
    })),
    ...refunds.map(({ id, state }) => ({ truth: 3, says: `refund ${id} is ${state} and nobody is looking after it` })),
  ];
}
