// What Prisma's schema cannot say: value rules and append-only tables, written once for both databases.
// Every new migration ends with all of them. That is on purpose: SQLite cannot add a CHECK to an existing table and
// loses a table's triggers whenever Prisma rebuilds the table, so each migration puts the whole set back.

/** Rules use double-quoted column names only; a NULL passes, as in any CHECK. */
const rules = [
  ['Account', 'role', oneOf('role', ['operator', 'shop-owner'])],
  ['Shop', 'amounts', '"leastAmount" > 0 AND "mostAmount" >= "leastAmount"'],
  ['Shop', 'valid_days', '"validDays" > 0'],
  [
    'Shop',
    'trade',
    oneOf('trade', ['retail', 'restaurant', 'cafe', 'beauty', 'car-rental', 'lodging', 'sights', 'culture', 'other']),
  ],
  ['Shop', 'threshold', '"threshold" > 0 AND "demandTold" >= 0'],
  ['Shop', 'declined_name', '("declinedName" IS NULL) = ("declinedNameEn" IS NULL)'],
  ['Shop', 'asked_name', '("askedName" IS NULL) = ("askedNameEn" IS NULL)'],
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
  ['Posting', 'account', oneOf('account', ['cash', 'certificate', 'shop', 'refund', 'expired', 'fee'])],
  ['ShopRecord', 'amounts', '"amount" >= 0 AND "balance" >= 0'],
  ['OutboxMessage', 'channel', oneOf('channel', ['text', 'chat', 'email', 'call'])],
  ['Customer', 'news_by', oneOf('newsBy', ['chat', 'text', 'email'])],
  ['ShopWish', 'state', oneOf('state', ['open', 'listed', 'declined'])],
  ['CouponRequest', 'want', oneOf('want', ['percentage', 'amount', 'gift-item'])],
  ['CouponRequest', 'state', oneOf('state', ['open', 'answered', 'withdrawn', 'lapsed'])],
  ['CouponRequest', 'open_key', `("state" = 'open') = ("openKey" IS NOT NULL)`],
  ['Campaign', 'state', oneOf('state', ['draft', 'published', 'ended', 'stopped'])],
  ['Campaign', 'maker', oneOf('maker', ['shop', 'operator'])],
  ['Campaign', 'offer_kind', oneOf('offerKind', ['percentage', 'amount', 'gift-item', 'fixed-value', 'ticket'])],
  ['Campaign', 'proof', oneOf('proof', ['light', 'strict'])],
  ['Campaign', 'audience', oneOf('audience', ['askers', 'everyone'])],
  ['Campaign', 'stock', '"taken" >= 0 AND ("stock" IS NULL OR "taken" <= "stock")'],
  ['Publication', 'state', oneOf('state', ['running', 'done', 'stopped'])],
  ['Publication', 'progress', '"answered" >= 0 AND "answered" <= "total"'],
  ['Voucher', 'state', oneOf('state', ['active', 'used', 'expired', 'withdrawn'])],
  ['Voucher', 'holder_kind', oneOf('holderKind', ['new', 'returning'])],
  ['Voucher', 'via', oneOf('via', ['request', 'store'])],
  ['VoucherRedemption', 'amounts', '"bill" >= 0 AND "off" >= 0 AND "commission" >= 0'],
  ['FeeRule', 'kind', oneOf('kind', ['listing', 'commission'])],
  ['FeeRule', 'amounts', '"minor" >= 0 AND "basisPoints" >= 0 AND "basisPoints" <= 10000'],
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
