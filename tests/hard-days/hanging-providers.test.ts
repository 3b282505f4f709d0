import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Programs } from '../faults/programs.ts';
import { Scene } from '../faults/scene.ts';
import { figure, percentile } from '../support/figure.ts';
import { people } from '../support/world.ts';
import { buyersKeys, Line, type LineCall } from './line.ts';

const callsASecond = 20;
const loadSeconds = 15;
const hangsMs = 60_000;
/** Who waits for a card company that hangs waits this long. How quick the others are is a figure, by the machine. */
const waitedInVainMs = 4_000;
const jisu = { member: '100001', pin: '2580', phone: people.jisu };
const sora = { member: '100003', pin: '3690', phone: people.sora };

const gifts = 10;
const confirming = 20;
/** As many names as may be looked up for one member in a day. */
const naming = 10;

/** Nobody that anyone knows. */
const stranger = (nth: number): string => `010${40_000_000 + nth}`;
const e164 = (typed: string): string => `+82${typed.slice(1)}`;

test('20 calls a second while all providers hang for 60 seconds: no webhook waits long, nothing accepted is lost', {
  timeout: 180_000,
}, async () => {
  const programs = await Programs.bundle();
  const scene = await Scene.open(programs);
  try {
    await scene.starts();
    const { url, authToken } = scene.address;
    const line = new Line({ addresses: [url], origin: url, authToken });
    // A caller whose line broke is offered the purchase again; who is still on the line after a minute is not taken for one.
    await scene.passes({ seconds: 90 });
    const ready = await getReady(scene, line);
    await providersHang(scene);
    await scene.keepsWorking();
    line.answered.length = 0;
    const [idleMb, hanging] = [await scene.memoryMb(), await underLoad(line, ready)];
    const busyMb = await scene.memoryMb();
    const { answered } = line;
    const tookMs = answered.map((one) => one.tookMs);
    const p99 = Math.round(percentile(tookMs, 0.99));

    await scene.desk.faults.clear();
    for (const seconds of [5, 10, 60, 120, 600, 900]) {
      await scene.passes({ seconds });
      await scene.settles();
    }
    const lost = await lostOf(scene, ready);
    figure('providers that hang for 60 s under 20 calls a second', {
      calls: hanging.calls,
      webhooks: answered.length,
      'p50 ms': Math.round(percentile(tookMs, 0.5)),
      'p99 ms': p99,
      'most ms': Math.round(Math.max(...tookMs)),
      'memory MB': `${Math.round(idleMb)} → ${Math.round(busyMb)}`,
      'accepted and lost': lost.length,
    });
    expect({ lost, failed: hanging.failed }).toEqual({ lost: [], failed: [] });
    expect(answered.filter(({ status }) => status !== 200 && status !== 204)).toEqual([]);
    expect(p99).toBeLessThan(waitedInVainMs);
    await scene.isSound();
  } finally {
    await scene.close();
    await programs.dispose();
  }
});

interface Ready {
  /** Recipients whose gifts are open. */
  offered: string[];
  atConfirm: { call: LineCall; recipient: string }[];
  atRecipient: LineCall[];
}

/** While all is well: gifts are offered, and callers have come to where the trouble will meet them. */
async function getReady(scene: Scene, line: Line): Promise<Ready> {
  const ready: Ready = { offered: [], atConfirm: [], atRecipient: [] };
  for (let nth = 0; nth < gifts + confirming; nth += 1) {
    const recipient = stranger(nth);
    const call = await line.calls(sora.phone, buyersKeys(sora, recipient)).goesOnTo('confirm');
    if (nth >= gifts) ready.atConfirm.push({ call, recipient });
    else {
      await call.goesOnTo('done');
      ready.offered.push(recipient);
    }
  }
  for (let nth = 0; nth < naming; nth += 1) {
    const keys = buyersKeys(jisu, stranger(500 + nth));
    ready.atRecipient.push(await line.calls(jisu.phone, keys).goesOnTo('recipient'));
  }
  await scene.settles();
  return ready;
}

/** Half of what is asked is never heard, the other half is done and answered a minute later. */
async function providersHang({ desk }: Scene): Promise<void> {
  for (const party of ['stripe', 'twilio'] as const) {
    await desk.faults.add({ party, kind: 'hang', probability: 0.5, times: 100_000, seed: 7 });
    await desk.faults.add({ party, kind: 'late', delayMs: hangsMs, times: 100_000 });
  }
}

/** New callers come evenly; those who are ready press on, and recipients answer, spread over the same time. */
async function underLoad(line: Line, ready: Ready): Promise<{ calls: number; failed: string[] }> {
  const failed: string[] = [];
  let goesOn = true;
  const begun: Promise<unknown>[] = [];
  const begin = (deed: () => Promise<unknown>) =>
    begun.push(deed().catch((error: unknown) => failed.push(String(error))));
  const waitsFor = (call: LineCall, end: string) => call.goesOnTo(end, () => goesOn).then(() => call.hangsUp());
  const others = [
    ...ready.atConfirm.map(
      ({ call }) =>
        () =>
          waitsFor(call, 'done'),
    ),
    // They stay on the line, so that nobody else is offered what they hold.
    ...ready.atRecipient.map((call) => () => call.goesOnTo('recipient-confirm', () => goesOn)),
    ...ready.offered.map((recipient) => () => taken(line.texts(e164(recipient), '1357'))),
  ];
  const calls = callsASecond * loadSeconds;
  const every = Math.floor(calls / others.length);
  for (let nth = 0; nth < calls; nth += 1) {
    const buyer = nth % 2 === 0 ? jisu : sora;
    const call = line.calls(buyer.phone, buyersKeys(buyer, stranger(1_000 + nth)));
    begin(() => waitsFor(call, 'recipient'));
    const other = nth % every === 0 ? others.shift() : undefined;
    if (other) begin(other);
    await pause(1_000 / callsASecond);
  }
  goesOn = false;
  await Promise.all(begun);
  return { calls, failed };
}

async function taken(text: Promise<{ status: number; body: string }>): Promise<void> {
  const { status, body } = await text;
  if (status !== 200) throw new Error(`a text: ${status} ${body}`);
}

/** What people were told is done, and is not: bought, accepted, sent, let go. */
function lostOf(scene: Scene, ready: Ready): Promise<string[]> {
  return scene.looksInto(async (store) => {
    const certificates = await store.read.certificate.findMany({ select: { holderPhone: true, state: true } });
    const states = new Map(certificates.map(({ holderPhone, state }) => [holderPhone, state]));
    const messages = await store.read.outboxMessage.findMany();
    const intents = await scene.desk.intents();

    return [
      ...ready.offered.filter((typed) => states.get(e164(typed)) !== 'active').map((typed) => `not accepted: ${typed}`),
      ...ready.atConfirm
        .filter(({ recipient }) => !states.has(e164(recipient)))
        .map(({ recipient }) => `not bought: ${recipient}`),
      ...(certificates.length === gifts + confirming ? [] : [`${certificates.length} certificates`]),
      ...messages.filter(({ state }) => state !== 'delivered').map(({ kind, state }) => `${kind} is ${state}`),
      ...intents.filter(({ status }) => status === 'requires_capture').map(({ id }) => `${id} is still held`),
    ];
  });
}
