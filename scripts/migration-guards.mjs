// What Prisma's schema cannot say: value rules and append-only tables, written once for both databases.
// Every new migration ends with all of them. That is on purpose: SQLite cannot add a CHECK to an existing table and
// loses a table's triggers whenever Prisma rebuilds the table, so each migration puts the whole set back.

/** Rules use double-quoted column names only; a NULL passes, as in any CHECK. */
const rules = [
  ['Account', 'role', oneOf('role', ['operator', 'shop-owner'])],
  ['Shop', 'amounts', '"leastAmount" > 0 AND "mostAmount" >= "leastAmount"'],
  ['Shop', 'valid_days', '"validDays" > 0'],
  ['Shop', 'trade', oneOf('trade', ['retail', 'restaurant', 'car-rental', 'lodging', 'sights'])],
  ['Shop', 'pin_policy', oneOf('pinPolicy', ['always', 'above', 'never'])],
  ['Shop', 'pin_above', `"pinPolicy" <> 'above' OR "pinAbove" IS NOT NULL`],
  ['Hold', 'amount', '"amount" > 0'],
  ['Hold', 'state', oneOf('state', ['asked', 'open', 'captured', 'released'])],
  ['Hold', 'pending', oneOf('pending', ['capture', 'release'])],
  ['Certificate', 'issued', '"issued" > 0'],
  ['Certificate', 'balance', '"balance" >= 0 AND "balance" <= "issued"'],
  ['Certificate', 'state', oneOf('state', ['pending', 'active', 'redeemed', 'expired', 'cancelled'])],
  ['Gift', 'state', oneOf('state', ['offered', 'accepted', 'refused', 'lapsed'])],
  ['Redemption', 'amount', '"amount" > 0 AND "balanceAfter" >= 0'],
  ['Refund', 'amount', '"amount" > 0'],
  ['Refund', 'state', oneOf('state', ['asked', 'done', 'failed'])],
  ['Posting', 'amount', '"amount" <> 0'],
  ['Posting', 'account', oneOf('account', ['cash', 'certificate', 'shop', 'refund', 'expired'])],
  ['ShopRecord', 'amounts', '"amount" >= 0 AND "balance" >= 0'],
  ['OutboxMessage', 'state', oneOf('state', ['scheduled', 'sending', 'sent', 'delivered', 'failed'])],
];

const appendOnly = ['LedgerEntry', 'Posting'];

/** The whole set as SQL for 'sqlite' or 'postgresql'; running it again changes nothing. */
export function guardsFor(dialect) {
  const [rule, closed] = dialect === 'sqlite' ? [sqliteRule, sqliteAppendOnly] : [postgresqlRule, postgresqlAppendOnly];
  const parts = [...rules.map(rule), ...appendOnly.map(closed)];
  return `-- Guards, from scripts/migration-guards.mjs\n${parts.join('\n')}\n`;
}

function oneOf(column, values) {
  return `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`;
}

function sqliteRule([table, name, rule]) {
  const onNew = rule.replace(/"(\w+)"/g, 'NEW."$1"');
  return ['INSERT', 'UPDATE']
    .map((event) => {
      const trigger = `"${table}_${name}_${event.toLowerCase()}_check"`;
      return (
        `DROP TRIGGER IF EXISTS ${trigger};\n` +
        `CREATE TRIGGER ${trigger} BEFORE ${event} ON "${table}" WHEN NOT (${onNew})\n` +
        `BEGIN SELECT RAISE(ABORT, '${table}_${name}_check failed'); END;`
      );
    })
    .join('\n');
}

function postgresqlRule([table, name, rule]) {
  return (
    `ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS "${table}_${name}_check";\n` +
    `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}_check" CHECK (${rule});`
  );
}

function sqliteAppendOnly(table) {
  return ['UPDATE', 'DELETE']
    .map((event) => {
      const trigger = `"${table}_no_${event.toLowerCase()}"`;
      return (
        `DROP TRIGGER IF EXISTS ${trigger};\n` +
        `CREATE TRIGGER ${trigger} BEFORE ${event} ON "${table}"\n` +
        `BEGIN SELECT RAISE(ABORT, '${table} is append-only: correct it by a new entry'); END;`
      );
    })
    .join('\n');
}

function postgresqlAppendOnly(table) {
  return (
    `CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$\n` +
    `BEGIN RAISE EXCEPTION '% is append-only: correct it by a new entry', TG_TABLE_NAME; END $$;\n` +
    `CREATE OR REPLACE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}"\n` +
    `FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();`
  );
}
