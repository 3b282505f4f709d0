import { hasCardNumber } from '../../core/payments/card-number.ts';
import type { Store } from '../../store/open-store.ts';
import { raw, sql } from '../../store/sql.ts';
import type { Violation } from './violation.ts';

const truth = 9;
const pageRows = 1_000;

/** No card number anywhere; PINs only as salted hashes. */
export async function auditSecrets(store: Store): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const table of await tables(store)) {
    for (let offset = 0; ; offset += pageRows) {
      const rows = await store.query<Record<string, unknown>>(
        sql`SELECT * FROM ${raw(`"${table}"`)} ORDER BY 1, 2 LIMIT ${pageRows} OFFSET ${offset}`,
      );
      for (const row of rows) found.push(...inRow(table, row));
      if (rows.length < pageRows) break;
    }
  }
  return [...found, ...(await barePins(store))];
}

/** Digits of hashes and sealed texts are chance, and those of an address (telephone, mail, chat) are its owner's. */
const isHashOrAddress = (table: string, column: string): boolean =>
  /(Hash|Salt|Phone)$|^(sealed|phone|email|recipient|sender|caller|called|chat)$/.test(column) ||
  ['IdempotencyKey.key', 'Attempt.subject', 'Attempt.key', 'ChatUser.id'].includes(`${table}.${column}`);

const address = /[^\s"<>|:,]+@[^\s"<>|:,]+\.[a-z]+|\+[1-9]\d{6,14}(?!\d)/gi;

const inRow = (table: string, row: Record<string, unknown>): Violation[] =>
  Object.entries(row)
    .filter(([column]) => !isHashOrAddress(table, column))
    .filter(([, value]) => typeof value === 'string' && hasCardNumber(value.replace(address, ' ')))
    .map(([column]) => ({ truth, says: `${table}.${column} carries what looks like a card number` }));

async function tables(store: Store): Promise<string[]> {
  const rows =
    store.dialect === 'sqlite'
      ? await store.query<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`)
      : await store.query<{ name: string }>(
          sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
        );
  return rows.map(({ name }) => name).filter((name) => !/^(sqlite_|_prisma)/.test(name));
}

/** An HMAC-SHA-256 in base64url has 43 characters. */
async function barePins(store: Store): Promise<Violation[]> {
  const rows = await store.query<{ id: string }>(sql`
    SELECT "id" FROM "Member" WHERE LENGTH("pinHash") <> 43 OR LENGTH("pinSalt") < 16
    UNION SELECT "id" FROM "Certificate" WHERE "pinHash" IS NOT NULL AND (LENGTH("pinHash") <> 43 OR LENGTH("pinSalt") < 16)
    UNION SELECT "id" FROM "Customer" WHERE "pinHash" IS NOT NULL AND (LENGTH("pinHash") <> 43 OR LENGTH("pinSalt") < 16)`);
  return rows.map(({ id }) => ({ truth, says: `the PIN of ${id} is not kept as a salted hash` }));
}
