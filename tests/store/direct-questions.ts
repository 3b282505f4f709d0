import type { Tx } from '../../src/store/open-store.ts';

/** What is asked of the store and of Prisma alike. `plain`: answered without Prisma. */
interface Case {
  says: string;
  model: string;
  method: string;
  args: unknown;
  plain: boolean;
}

export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 20, 3, minutes, 4, 5));

/** A shop, members, and holds of every kind: instants, nulls, big numbers and words that SQL might stumble over. */
export async function fill(tx: Tx): Promise<void> {
  const shop = { trade: 'retail', currency: 'KRW', presets: '[]', pinPolicy: 'always', validDays: 365 };
  await tx.shop.create({
    data: {
      id: 's1',
      code: '101',
      name: `한라'악기`,
      nameEn: 'Halla "Music"',
      leastAmount: 1n,
      mostAmount: 2n,
      createdAt: at(0),
      ...shop,
    },
  });
  const card = { cardCustomer: 'c', cardMethod: 'm', cardBrand: 'visa', cardLast4: '4242' };
  for (const n of [1, 2]) {
    const pin = { pinSalt: 's', pinHash: 'h', showsName: n === 2 };
    await tx.member.create({
      data: {
        id: `m${n}`,
        number: `10000${n}`,
        name: `김지수${n}`,
        phone: `+8210${n}`,
        locale: 'ko',
        createdAt: at(n),
        ...card,
        ...pin,
      },
    });
  }
  const states = ['asked', 'open', 'captured', 'released'];
  const amounts = [1_000n, 20_000n, 9_007_199_254_740_993n];
  await tx.hold.createMany({
    data: Array.from({ length: 24 }, (_, n) => ({
      id: `h${String(n).padStart(2, '0')}`,
      key: `call:${n}`,
      memberId: n % 3 === 0 ? 'm2' : 'm1',
      shopId: 's1',
      callerPhone: `+8210${n % 4}`,
      amount: amounts[n % 3] ?? 1n,
      currency: 'KRW',
      state: states[n % 4] ?? 'asked',
      pending: n % 5 === 0 ? 'capture' : n % 5 === 1 ? 'release' : null,
      nextTryAt: n % 2 === 0 ? at(n % 4) : null,
      tries: n % 3,
      expiresAt: at(10 + n),
      createdAt: at(n % 4),
    })),
  });
  await tx.purchase.create({
    data: {
      id: 'p1',
      holdId: 'h02',
      memberId: 'm1',
      shopId: 's1',
      channel: 'phone',
      buyerName: '김',
      memberNumber: '100001',
      callerPhone: '+8210',
      recipientPhone: '+8211',
      createdAt: at(1),
    },
  });
  await tx.certificate.create({
    data: {
      id: 'c1',
      number: '200000000001',
      purchaseId: 'p1',
      shopId: 's1',
      currency: 'KRW',
      issued: 5n,
      balance: 5n,
      state: 'active',
      holderPhone: '+8211',
      buyerName: '김',
      createdAt: at(1),
      expiresAt: at(50),
    },
  });
  await tx.attempt.create({ data: { kind: 'pin', subject: 'x', key: 'one', at: at(0) } });
}

const plain = (model: string, method: string, says: string, args: unknown): Case => ({
  says,
  model,
  method,
  args,
  plain: true,
});
const left = (model: string, method: string, says: string, args: unknown): Case => ({
  says,
  model,
  method,
  args,
  plain: false,
});

export const questions: Case[] = [
  plain('member', 'findUnique', 'by a unique column', { where: { phone: '+82101' } }),
  plain('member', 'findUnique', 'nobody', { where: { id: 'nobody' } }),
  plain('member', 'findUnique', 'some columns', { where: { id: 'm2' }, select: { name: true, showsName: true } }),
  plain('attempt', 'findUnique', 'by a key of three columns', {
    where: { kind_subject_key: { kind: 'pin', subject: 'x', key: 'one' } },
  }),
  plain('hold', 'findUniqueOrThrow', 'with the rows it points at', {
    where: { id: 'h03' },
    include: { member: true, shop: true },
  }),
  plain('certificate', 'findFirst', 'three steps away', {
    where: { number: '200000000001', shopId: 's1' },
    include: { shop: true, purchase: { include: { member: { select: { phone: true } } } } },
  }),
  plain('certificate', 'findFirst', 'only what it points at', {
    where: { id: 'c1' },
    select: { purchase: { select: { greeting: true } } },
  }),
  plain('hold', 'findMany', 'nothing is said of what is undefined', {
    where: { state: 'open', pending: undefined },
    orderBy: { id: 'asc' },
  }),
  plain('hold', 'findMany', 'in pages', { orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 5, skip: 3 }),
  plain('hold', 'findMany', 'nothing among nothing', { where: { id: { in: [] } } }),
  plain('hold', 'findMany', 'what is null is not "not capture"', {
    where: { pending: { not: 'capture' } },
    orderBy: { id: 'asc' },
  }),
  plain('hold', 'findMany', 'an instant as text', {
    where: { createdAt: at(1).toISOString() },
    orderBy: { id: 'asc' },
  }),
  plain('hold', 'count', 'some', { where: { OR: [{ state: 'open' }, { pending: null, tries: { gte: 1 } }] } }),
  plain('hold', 'count', 'all', {}),
  plain('hold', 'aggregate', 'a sum', { where: { memberId: 'm1' }, _sum: { amount: true } }),
  plain('hold', 'aggregate', 'the sum of nothing', { where: { memberId: 'nobody' }, _sum: { amount: true } }),
  left('hold', 'aggregate', 'the least', { _min: { createdAt: true } }),
  left('hold', 'findMany', 'by what others are', { where: { member: { name: '김지수1' } }, orderBy: { id: 'asc' } }),
  left('shop', 'findMany', 'with those that point at it', { include: { holds: { orderBy: { id: 'asc' }, take: 2 } } }),
  left('hold', 'findMany', 'the last ones', { orderBy: { id: 'asc' }, take: -2 }),
  left('member', 'findMany', 'by a part of a name', { where: { name: { contains: '지수' } }, orderBy: { id: 'asc' } }),
];

export const changes: Case[] = [
  plain('optOut', 'create', 'a row', { data: { recipient: '+821', sender: `'; DROP TABLE "Hold"; --`, since: at(0) } }),
  plain('attempt', 'createMany', 'several rows', {
    data: [1, 2].map((n) => ({ kind: 'pin', subject: 'y', key: `${n}`, at: at(n) })),
  }),
  plain('attempt', 'createMany', 'none', { data: [] }),
  plain('hold', 'updateMany', 'those in a state', {
    where: { state: 'open', pending: null },
    data: { pending: 'release', nextTryAt: at(30), tries: { increment: 1 } },
  }),
  plain('hold', 'updateMany', 'nobody', { where: { id: 'nobody' }, data: { tries: 3 } }),
  plain('hold', 'update', 'to null', {
    where: { id: 'h00' },
    data: { pending: null, settledAt: at(9), amount: 9_007_199_254_740_995n },
  }),
  plain('member', 'update', 'yes to no', { where: { id: 'm2' }, data: { showsName: false } }),
  plain('attempt', 'deleteMany', 'some', { where: { kind: 'pin', subject: 'x' } }),
  left('attempt', 'deleteMany', 'all', {}),
  left('attempt', 'upsert', 'one', {
    where: { kind_subject_key: { kind: 'pin', subject: 'x', key: 'one' } },
    create: { kind: 'pin', subject: 'x', key: 'one', at: at(0) },
    update: { at: at(5) },
  }),
];
