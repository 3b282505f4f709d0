import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 2;

/** The balance is what the ledger says, lies within 0 … issued, and fits the state. */
export async function auditCertificates(store: Store): Promise<Violation[]> {
  const unbooked = await store.query<{ number: string; balance: bigint; booked: bigint }>(sql`
    SELECT c."number" AS "number", c."balance" AS "balance", CAST(COALESCE(-SUM(p."amount"), 0) AS BIGINT) AS "booked"
    FROM "Certificate" c LEFT JOIN "Posting" p ON p."account" = 'certificate' AND p."subject" = c."id"
    GROUP BY c."id", c."number", c."balance" HAVING COALESCE(-SUM(p."amount"), 0) <> c."balance"`);
  const misstated = await store.query<{ number: string; state: string; balance: bigint; issued: bigint }>(sql`
    SELECT "number", "state", "balance", "issued" FROM "Certificate"
    WHERE "balance" < 0 OR "balance" > "issued"
      OR ("state" = 'pending' AND "balance" <> "issued")
      OR ("state" = 'active' AND "balance" = 0)
      OR ("state" IN ('redeemed', 'cancelled', 'expired') AND "balance" <> 0)
      OR "state" NOT IN ('pending', 'active', 'redeemed', 'cancelled', 'expired')`);
  const redeemed = await store.query<{ number: string; used: bigint; booked: bigint }>(sql`
    SELECT c."number" AS "number", CAST(COALESCE(r."used", 0) AS BIGINT) AS "used",
      CAST(COALESCE(l."booked", 0) AS BIGINT) AS "booked"
    FROM "Certificate" c
    LEFT JOIN (SELECT "certificateId", SUM("amount") AS "used" FROM "Redemption" WHERE "rolledBackAt" IS NULL
      GROUP BY "certificateId") r ON r."certificateId" = c."id"
    LEFT JOIN (SELECT p."subject", SUM(p."amount") AS "booked" FROM "Posting" p
      JOIN "LedgerEntry" e ON e."id" = p."entryId"
      WHERE p."account" = 'certificate' AND e."kind" IN ('redemption', 'rollback')
      GROUP BY p."subject") l ON l."subject" = c."id"
    WHERE COALESCE(r."used", 0) <> COALESCE(l."booked", 0)`);
  return [
    ...unbooked.map(({ number, balance, booked }) => ({
      truth,
      says: `certificate ${number} has a balance of ${balance}, the ledger says ${booked}`,
    })),
    ...misstated.map(({ number, state, balance, issued }) => ({
      truth,
      says: `certificate ${number} is ${state} with ${balance} of ${issued}`,
    })),
    ...redeemed.map(({ number, used, booked }) => ({
      truth,
      says: `certificate ${number} was used for ${used}, the ledger says ${booked}`,
    })),
    ...(await giftsAgainstCertificates(store)),
  ];
}

/** Gift and certificate are two machines that must not part. */
async function giftsAgainstCertificates(store: Store): Promise<Violation[]> {
  const apart = await store.query<{ number: string; certificate: string; gift: string }>(sql`
    SELECT c."number" AS "number", c."state" AS "certificate", g."state" AS "gift"
    FROM "Certificate" c JOIN "Gift" g ON g."certificateId" = c."id"
    WHERE (g."state" = 'offered' AND c."state" <> 'pending')
      OR (g."state" = 'accepted' AND c."state" = 'pending')
      OR (g."state" IN ('refused', 'lapsed') AND c."state" <> 'cancelled')`);
  return apart.map(({ number, certificate, gift }) => ({
    truth,
    says: `certificate ${number} is ${certificate} while its gift is ${gift}`,
  }));
}
