import { expect } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import type { Desk } from '../support/desk.ts';
import { people } from '../support/world.ts';

type Person = 'jisu' | 'yuna';

/** What a story must leave behind when all is done. */
export interface Leaves {
  /** States of the certificates. */
  certificates: string[];
  /** Kinds of the texts that each person got, each exactly once. */
  told: Record<Person, string[]>;
}

interface Ended {
  store: Store;
  desk: Desk;
}

/** Money has a certificate or a refund, nobody paid twice, no money is held, and each text came once. */
export async function expectRightEnd(ended: Ended, leaves: Leaves): Promise<void> {
  const certificates = await ended.store.read.certificate.findMany({ select: { state: true } });
  expect(certificates.map(({ state }) => state).sort()).toEqual([...leaves.certificates].sort());
  await expectMoneyRight(ended);
  await expectTextsOnce(ended, leaves.told);
}

async function expectMoneyRight({ store, desk }: Ended): Promise<void> {
  const holds = await store.read.hold.findMany({
    include: { refund: true, purchase: { include: { certificate: true } } },
  });
  const [intents, refunds] = await Promise.all([desk.intents(), desk.refunds()]);
  expect(intents.filter(({ status }) => status === 'requires_capture')).toEqual([]);

  const charged = intents.filter(({ status }) => status === 'succeeded');
  const captured = holds.filter(({ state }) => state === 'captured');
  expect(charged.map(({ id }) => id).sort()).toEqual(captured.map(({ gatewayId }) => gatewayId).sort());
  for (const { purchase, refund } of captured) {
    const certificate = purchase?.certificate;
    const isLive = certificate !== undefined && certificate !== null && certificate.state !== 'cancelled';
    expect([isLive, refund?.state]).toEqual(isLive ? [true, undefined] : [false, 'done']);
  }

  const returned = captured.flatMap(({ refund }) => refund ?? []);
  expect(refunds.map(({ id, amount }) => `${id} ${amount}`).sort()).toEqual(
    returned.map(({ gatewayId, amount }) => `${gatewayId} ${amount}`).sort(),
  );
  const live = captured.flatMap(({ purchase }) => purchase?.certificate ?? []).filter((c) => c.state !== 'cancelled');
  expect(sum(charged.map((one) => one.amount_received)) - sum(refunds.map(({ amount }) => amount))).toBe(
    sum(live.map(({ issued }) => Number(issued))),
  );
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

async function expectTextsOnce({ store, desk }: Ended, told: Leaves['told']): Promise<void> {
  const messages = await store.read.outboxMessage.findMany();
  expect(messages.filter(({ state }) => state !== 'sent' && state !== 'delivered')).toEqual([]);
  for (const name of ['jisu', 'yuna'] as const) {
    const written = messages.filter(({ recipient }) => recipient === people[name]);
    expect([name, ...written.map(({ kind }) => kind).sort()]).toEqual([name, ...[...told[name]].sort()]);
    const inbox = (await desk.phone(people[name]).messages()).filter(({ to }) => to === people[name]);
    expect(inbox.map(({ body }) => masked(body)).sort()).toEqual(written.map(({ body }) => body).sort());
  }
}

/** A text as it is kept: without what opens the linked page. */
const masked = (body: string): string => body.replace(/\/([gw])\/[A-Z2-7]{26}/g, '/$1/***');
