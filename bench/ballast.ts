import Database from 'better-sqlite3';

/**
 * Fills a database of ours with past business: `count` certificates that were bought, accepted, used in part and told
 * of, and one member for every five. Every table that a turn, a purchase or a redemption asks grows with them.
 */
export function fillWithPast(file: string, count: number): void {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -512000');
  const shopId = database.prepare(`SELECT "id" FROM "Shop" WHERE "code" = '101'`).pluck().get() as string;
  const terminalId = database.prepare(`SELECT "id" FROM "Terminal" WHERE "shopId" = ?`).pluck().get(shopId) as string;
  // A year of days, in the order in which things happened.
  const at = (offset: number) =>
    `strftime('%Y-%m-%dT%H:%M:%fZ', '2025-11-01', '+' || (i * 31536000 / ${count} + ${offset}) || ' seconds')`;
  const id = (kind: string) => `printf('01900000-${kind}-7%03x-8000-%012x', i % 4096, i)`;
  const member = `printf('01900000-0001-7%03x-8000-%012x', (i / 5) % 4096, i / 5)`;
  const phone = `printf('+8210%08d', 20000100 + (i * 7919) % 79000000)`;
  const random = `lower(hex(randomblob(16)))`;
  const tables: [table: string, rows: number, columns: Record<string, string>][] = [
    [
      'Member',
      Math.ceil(count / 5),
      {
        id: id('0001'),
        number: `printf('2%07d', i)`,
        name: `'김회원'`,
        phone: `printf('+8211%08d', i)`,
        locale: `'ko'`,
        showsName: '0',
        pinSalt: random,
        pinHash: random,
        cardCustomer: random,
        cardMethod: random,
        cardBrand: `'visa'`,
        cardLast4: `'4242'`,
        createdAt: at(0),
      },
    ],
    [
      'Hold',
      count,
      {
        id: id('0002'),
        key: `'past:' || i`,
        memberId: member,
        shopId: 'shopId',
        callerPhone: phone,
        amount: '50000',
        currency: `'KRW'`,
        state: `'captured'`,
        gatewayId: `'pi_past_' || i`,
        expiresAt: at(600),
        tries: '0',
        createdAt: at(0),
        settledAt: at(60),
      },
    ],
    [
      'Purchase',
      count,
      {
        id: id('0003'),
        holdId: id('0002'),
        memberId: member,
        shopId: 'shopId',
        channel: `'phone'`,
        buyerName: `'김회원'`,
        memberNumber: `'200000'`,
        callerPhone: phone,
        recipientPhone: phone,
        recipientName: `'최*나'`,
        createdAt: at(60),
      },
    ],
    [
      'Certificate',
      count,
      {
        id: id('0004'),
        number: `printf('%012d', 300000000000 + (i * 104729) % 600000000000)`,
        purchaseId: id('0003'),
        shopId: 'shopId',
        currency: `'KRW'`,
        issued: '50000',
        balance: '30000',
        state: `'active'`,
        holderPhone: phone,
        holderName: `'최*나'`,
        buyerName: `'김회원'`,
        pinSalt: random,
        pinHash: random,
        cardVersion: '1',
        tokenHash: random,
        pageHash: random,
        expiresAt: `'2030-01-01T00:00:00.000Z'`,
        createdAt: at(60),
        activatedAt: at(3600),
      },
    ],
    [
      'Gift',
      count,
      {
        id: id('0005'),
        certificateId: id('0004'),
        recipientPhone: phone,
        number: '11 + i',
        state: `'accepted'`,
        tokenHash: random,
        lapsesAt: at(2592000),
        createdAt: at(60),
        decidedAt: at(3600),
      },
    ],
    [
      'Redemption',
      count,
      {
        id: id('0006'),
        certificateId: id('0004'),
        shopId: 'shopId',
        terminalId: 'terminalId',
        amount: '20000',
        balanceAfter: '30000',
        at: at(86400),
      },
    ],
    [
      'LedgerEntry',
      count * 2,
      { id: id('0007'), key: `'past:' || i`, kind: `'capture'`, currency: `'KRW'`, at: at(60) },
    ],
    ['Posting', count * 2, { entryId: id('0007'), line: '0', account: `'cash'`, subject: `''`, amount: '50000' }],
    [
      'Posting',
      count * 2,
      { entryId: id('0007'), line: '1', account: `'certificate'`, subject: id('0004'), amount: '-50000' },
    ],
    [
      'ShopRecord',
      count * 3,
      {
        id: id('0008'),
        shopId: 'shopId',
        kind: `'used'`,
        certificateNumber: `'300000000000'`,
        amount: '20000',
        balance: '30000',
        currency: `'KRW'`,
        at: at(60),
      },
    ],
    [
      'OutboxMessage',
      count * 3,
      {
        id: id('0009'),
        key: `'past:' || i`,
        kind: `'receipt'`,
        recipient: phone,
        locale: `'ko'`,
        facts: `'{}'`,
        state: `'delivered'`,
        dueAt: at(60),
        tries: '1',
        providerId: random,
        createdAt: at(60),
        sentAt: at(61),
        settledAt: at(70),
      },
    ],
    [
      'IdempotencyKey',
      count,
      {
        terminalId: 'terminalId',
        key: `'past:' || i`,
        requestHash: random,
        outcome: `'redeemed'`,
        body: `'[]'`,
        at: at(86400),
      },
    ],
    [
      'Call',
      count,
      {
        sid: `'CApast' || i`,
        caller: phone,
        called: `'+8215880000'`,
        language: `'ko'`,
        step: `'goodbye'`,
        startedAt: at(0),
        endedAt: at(90),
      },
    ],
    [
      'CallTurn',
      count * 5,
      { callSid: `'CApast' || (i / 5)`, turn: 'i % 5', step: `'menu'`, outcome: `'buy'`, at: at(0) },
    ],
  ];
  database.transaction(() => {
    for (const [table, rows, columns] of tables) {
      const values = Object.values(columns).map((value) =>
        value.replace(/^shopId$/, `'${shopId}'`).replace(/^terminalId$/, `'${terminalId}'`),
      );
      database.exec(`
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${rows})
        INSERT INTO "${table}" (${Object.keys(columns)
          .map((name) => `"${name}"`)
          .join(', ')})
        SELECT ${values.join(', ')} FROM n`);
    }
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
