import { people, type World } from '../support/world.ts';

/** All that a redelivery must not change: rows of money and messages, what the phones got, what the card company did. */
export async function storySoFar(world: World): Promise<Record<string, unknown>> {
  const { desk } = world;
  const { read } = world.app.store;
  const byId = { orderBy: { id: 'asc' } } as const;
  const phones = Object.values(people);
  const inboxes = await Promise.all(phones.map(async (number) => [number, await world.phone(number).messages()]));
  return plain({
    holds: await read.hold.findMany(byId),
    purchases: await read.purchase.findMany(byId),
    certificates: await read.certificate.findMany(byId),
    gifts: await read.gift.findMany(byId),
    redemptions: await read.redemption.findMany(byId),
    refunds: await read.refund.findMany(byId),
    ledger: await read.ledgerEntry.findMany({ include: { postings: { orderBy: { line: 'asc' } } }, ...byId }),
    register: await read.shopRecord.findMany(byId),
    outbox: await read.outboxMessage.findMany({ orderBy: { key: 'asc' } }),
    texts: await read.inboundText.findMany({ orderBy: { sid: 'asc' } }),
    optOuts: await read.optOut.findMany({ orderBy: { recipient: 'asc' } }),
    keys: await read.idempotencyKey.findMany({ orderBy: { key: 'asc' } }),
    turns: await read.callTurn.findMany({ orderBy: [{ callSid: 'asc' }, { turn: 'asc' }, { step: 'asc' }] }),
    calls: await read.call.findMany({
      orderBy: { sid: 'asc' },
      // The sealed state is sealed anew each time; whether there is one is what counts.
      select: { sid: true, step: true, memberId: true, resumableUntil: true, resumedBy: true, endedAt: true },
    }),
    inboxes,
    intents: (await desk.intents()).map(({ id, status, amount_received }) => [id, status, amount_received]),
    paidBack: (await desk.refunds()).map(({ id, amount, status }) => [id, amount, status]),
  });
}

const plain = (facts: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
