import type { House } from './house.ts';

/** A statement of the baseline: an insert of a row as we wrote it, or the update that we did. */
export interface Write {
  table: string;
  /** What is set or inserted. */
  row: Record<string, unknown>;
  /** For an update: what is added to a column. */
  adds?: Record<string, number>;
  /** For an update: the row, and what guards it. */
  where?: Record<string, unknown>;
}

/** The rows that completing this purchase wrote. */
export async function writesOfPurchase({ store: { read } }: House, holdId: string): Promise<Write[]> {
  const hold = await read.hold.findUniqueOrThrow({ where: { id: holdId } });
  const purchase = await read.purchase.findUniqueOrThrow({ where: { holdId } });
  const certificate = await read.certificate.findUniqueOrThrow({ where: { purchaseId: purchase.id } });
  const gift = await read.gift.findUniqueOrThrow({ where: { certificateId: certificate.id } });
  const { state, pending, nextTryAt, settledAt } = hold;
  return [
    {
      table: 'Hold',
      row: { state, pending, nextTryAt, settledAt },
      where: { id: holdId, state: 'open', pending: 'capture' },
    },
    insert('Certificate', certificate),
    insert('Gift', gift),
    ...(await recordsOf(read, certificate.number, 'sold')),
    ...(await bookingOf(read, `capture:${holdId}`)),
    ...(await messagesOf(read, [`offer:${gift.id}`, `receipt:${holdId}`])),
  ];
}

/** What stood there before a purchase was completed. */
export async function purchaseBefore({ store: { read } }: House, holdId: string): Promise<Write[]> {
  const hold = await read.hold.findUniqueOrThrow({ where: { id: holdId } });
  const purchase = await read.purchase.findUniqueOrThrow({ where: { holdId } });
  const open = { state: 'open', pending: 'capture', nextTryAt: hold.createdAt, settledAt: null };
  return [insert('Hold', { ...hold, ...open }), insert('Purchase', purchase)];
}

/** The rows that this sale wrote. */
export async function writesOfRedemption({ store: { read } }: House, id: string): Promise<Write[]> {
  const redemption = await read.redemption.findUniqueOrThrow({ where: { id } });
  const certificate = await read.certificate.findUniqueOrThrow({ where: { id: redemption.certificateId } });
  const { balanceAfter, amount, at } = redemption;
  const records = await read.shopRecord.findMany({
    where: { certificateNumber: certificate.number, kind: 'used', balance: balanceAfter },
  });
  const { terminalId } = redemption;
  const body = 'x'.repeat(300);
  return [
    {
      table: 'Certificate',
      row: { balance: balanceAfter, state: 'active', endedAt: null },
      where: { id: certificate.id, state: 'active', balance: balanceAfter + amount },
    },
    insert('Redemption', redemption),
    ...records.map((row) => insert('ShopRecord', row)),
    ...(await bookingOf(read, `redemption:${id}`)),
    ...(await messagesOf(read, [`used:${id}`])),
    insert('IdempotencyKey', { terminalId, key: id, requestHash: id, outcome: 'redeemed', body, at }),
  ];
}

/** The rows that fetching this coupon wrote; everybody takes from the same stock. */
export async function writesOfDownload({ store: { read } }: House, voucherId: string): Promise<Write[]> {
  const voucher = await read.voucher.findUniqueOrThrow({ where: { id: voucherId } });
  const campaign = { id: voucher.campaignId, state: 'published' };
  return [{ table: 'Campaign', row: {}, adds: { taken: 1 }, where: campaign }, insert('Voucher', voucher)];
}

type Read = House['store']['read'];

const insert = (table: string, row: object): Write => ({ table, row: { ...row } });

const recordsOf = async (read: Read, certificateNumber: string, kind: string) =>
  (await read.shopRecord.findMany({ where: { certificateNumber, kind } })).map((row) => insert('ShopRecord', row));

async function bookingOf(read: Read, key: string): Promise<Write[]> {
  const entry = await read.ledgerEntry.findUniqueOrThrow({ where: { key } });
  const postings = await read.posting.findMany({ where: { entryId: entry.id }, orderBy: { line: 'asc' } });
  return [insert('LedgerEntry', entry), ...postings.map((row) => insert('Posting', row))];
}

const messagesOf = async (read: Read, keys: string[]) =>
  (await read.outboxMessage.findMany({ where: { key: { in: keys } } })).map((row) => insert('OutboxMessage', row));

/** The statement as SQL with places for its values in order. */
export function statementOf({ table, row, adds = {}, where }: Write, place: (index: number) => string) {
  const columns = Object.keys(row);
  const added = Object.keys(adds);
  const values = [...Object.values(row), ...Object.values(adds), ...Object.values(where ?? {})];
  if (!where) {
    const places = columns.map((_, index) => place(index)).join(', ');
    return { text: `INSERT INTO "${table}" (${columns.map(quoted).join(', ')}) VALUES (${places})`, values };
  }
  const changes = [
    ...columns.map((name, index) => `${quoted(name)} = ${place(index)}`),
    ...added.map((name, index) => `${quoted(name)} = ${quoted(name)} + ${place(columns.length + index)}`),
  ];
  const before = columns.length + added.length;
  const guards = Object.keys(where).map((name, index) => `${quoted(name)} = ${place(before + index)}`);
  return { text: `UPDATE "${table}" SET ${changes.join(', ')} WHERE ${guards.join(' AND ')}`, values };
}

const quoted = (name: string): string => `"${name}"`;
