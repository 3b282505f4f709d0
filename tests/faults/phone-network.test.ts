import { describe, expect, test } from 'vitest';
import { callsUpToConfirm } from '../acceptance/buying.ts';
import type { FaultAsk } from '../support/desk.ts';
import { people, type World } from '../support/world.ts';
import {
  accepted,
  allStruck,
  bought,
  buysAndIsRefused,
  buysPatiently,
  figuresOf,
  inAWorld,
  refused,
  trouble,
} from './trouble.ts';

figuresOf("Twilio's API with 429 and Retry-After, 500, nothing, or an answer lost after it accepted");

const bad: [string, Pick<FaultAsk, 'kind' | 'retryAfterSeconds'>][] = [
  ['when its answer is lost', { kind: 'lost-answer' }],
  ['when it is lost on the way', { kind: 'lost-request' }],
  ['when the network has an error', { kind: 'status-500' }],
  ['when the network is too busy', { kind: 'status-429', retryAfterSeconds: 7 }],
];
const sending = { party: 'twilio', method: 'POST', on: '/Messages' } as const;

async function accepts(world: World): Promise<void> {
  await world.phone(people.yuna).texts('1357');
  await world.settles();
}

async function buysAndIsAccepted(world: World): Promise<void> {
  await buysPatiently(world);
  await accepts(world);
}

test.each(bad)('each text, and the card, comes once %s', (_, how) =>
  inAWorld(accepted, async (world) => {
    await trouble(world, { ...sending, ...how, times: 2 });
    await buysPatiently(world);
    await allStruck(world);
    for (const seconds of [31, 61]) {
      world.passes({ seconds });
      await world.settles();
    }
    await trouble(world, { ...sending, ...how, times: 2 });
    await accepts(world);
    await allStruck(world);
  }),
);

test('texts whose answers are lost while their reports are lost too come once each', () =>
  inAWorld(accepted, async (world) => {
    await trouble(world, { ...sending, kind: 'lost-answer', times: 4 });
    await trouble(world, { party: 'webhooks', on: '/sms/status', kind: 'lost', times: 100 });
    await buysAndIsAccepted(world);
    await allStruck(world);
  }));

test('a network that is too busy is not asked before it wants to be', () =>
  inAWorld(bought, async (world) => {
    await trouble(world, { ...sending, kind: 'status-429', retryAfterSeconds: 7, times: 2 });
    // No time passes while the buyer waits, or a busy machine would have some of the seven seconds gone.
    await (await (await callsUpToConfirm(world)).presses('1').hears(/결제됐습니다/)).hangsUp();
    await world.settles();
    world.passes({ seconds: 6 });
    await world.settles();
    const sent = () => world.desk.requests('twilio').then((all) => all.filter(({ form }) => 'Body' in form).length);
    expect(await sent()).toBe(2);
    world.passes({ seconds: 1 });
    await world.settles();
    expect(await sent()).toBe(4);
  }));

describe('delivery reports', () => {
  const reports = { party: 'webhooks', on: '/sms/status', times: 100 } as const;

  test.for(['duplicate', 'lost'] as const)('that are %s change nothing for anybody', (kind) =>
    inAWorld(accepted, async (world) => {
      await trouble(world, { ...reports, kind });
      await buysAndIsAccepted(world);
      await allStruck(world);
    }),
  );

  test('that come late, backwards and twice change nothing for anybody', () =>
    inAWorld(accepted, async (world) => {
      await trouble(world, { ...reports, kind: 'held' });
      await buysAndIsAccepted(world);
      await allStruck(world);
      await world.desk.faults.clear();
      const released = await world.desk.release({ order: 'reversed', copies: 2 });
      expect(released.filter(({ status }) => status !== 200)).toEqual([]);
      await world.settles();
    }));
});

test('a recipient whose text is delivered twice refuses once', () =>
  inAWorld(refused, async (world) => {
    await trouble(world, { party: 'webhooks', on: '/sms/incoming', kind: 'duplicate' });
    await buysAndIsRefused(world);
    await allStruck(world);
  }));

test('a recipient whose text never arrives texts again', () =>
  inAWorld(accepted, async (world) => {
    await buysPatiently(world);
    await trouble(world, { party: 'webhooks', on: '/sms/incoming', kind: 'lost' });
    await accepts(world);
    await accepts(world);
    await allStruck(world);
  }));

test('a buyer each of whose keys is delivered twice buys once', () =>
  inAWorld(bought, async (world) => {
    await trouble(world, { party: 'webhooks', on: '/ivr/', kind: 'duplicate', times: 100 });
    await buysPatiently(world);
    await allStruck(world);
    expect(await world.desk.intents()).toHaveLength(1);
  }));
