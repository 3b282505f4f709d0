import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type autocannon from 'autocannon';
import { type Programs, startPrograms, throwAwayFolder } from '../../scripts/programs.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { type House, holderPin, memberPhone, openHouse, spendable, terminalKey } from '../house.ts';
import { fire } from '../load/fire.ts';
import { type Call, playing, type Script, webhook } from '../load/webhooks.ts';
import { type RawDatabase, rawSqlite } from '../raw-sqlite.ts';
import { inTurn, rateInLanes, type Scale } from '../rounds.ts';
import { purchaseBefore, writesOfPurchase, writesOfRedemption } from '../same-rows.ts';

/** A whole purchase, to the step before the money moves. */
const upToConfirm: Script = [
  ['menu', () => '1'],
  ['member', () => '0'],
  ['pin', () => '2580'],
  ['shop', () => '101'],
  ['amount', () => '1'],
  ['recipient', ({ sid }) => `010${String(20_000_000 + (Number.parseInt(sid.slice(2, 10), 16) % 29_000_000))}`],
  ['recipient-confirm', () => '1'],
  ['greeting', () => '2'],
];
const wholePurchase: Script = [...upToConfirm, ['confirm', () => '1']];

interface Scene {
  scale: Scale;
  programs: Programs;
  /** The program's database, looked at from here. */
  house: House;
  /** A copy of it from before the load. */
  raw: RawDatabase;
}

/** The running program on SQLite, spoken to over HTTP, against better-sqlite3 writing the same rows. */
export async function overHttp(scale: Scale): Promise<Figure[]> {
  const dataDir = throwAwayFolder();
  const file = join(dataDir, 'giftline.db');
  const first = await startPrograms(projectRoot(), dataDir);
  const { secret } = first.accounts;
  await first.stop({ keep: true });
  const preparing = await openHouse(`file:${file}`, secret);
  const codes = await spendable(preparing, 50);
  await preparing.close();
  copyFileSync(file, join(dataDir, 'raw.db'));
  const programs = await startPrograms(projectRoot(), dataDir);
  const house = await openHouse(`file:${file}`, secret);
  const raw = rawSqlite(join(dataDir, 'raw.db'));
  const scene = { scale, programs, house, raw };
  try {
    const redemptions = await redeeming(scene, codes);
    const purchases = await confirming(scene);
    const whole = await wholeCalls(scene);
    return [
      figure({ name: 'redemptions, over HTTP', unit: '/s', ...redemptions, aim: { of: 'ratio', atLeast: 0.2 } }),
      figure({
        name: 'purchase commits, over HTTP (the turn that captures)',
        unit: '/s',
        ...purchases,
        aim: { of: 'ratio', atLeast: 0.1 },
      }),
      figure({ name: 'whole purchases by telephone, card company and messages too', unit: '/s', value: whole }),
    ];
  } finally {
    await house.close();
    raw.close();
    await programs.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function redeeming({ scale, programs, house, raw }: Scene, codes: readonly string[]) {
  const { works } = scale;
  let sent = 0;
  let done: string[] = [];
  const sale: autocannon.Request = {
    method: 'POST',
    path: '/api/v1/redemptions',
    setupRequest: (request) => {
      sent += 1;
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${terminalKey}`,
        'idempotency-key': randomUUID(),
      };
      const body = JSON.stringify({ code: codes[sent % codes.length], pin: holderPin, amount: 100 });
      return { ...request, headers, body };
    },
    onResponse: (_status, body) => done.push(JSON.parse(body).id),
  };
  const ours = async () => {
    done = [];
    return (await fire(programs.appUrl, [sale], { amount: works })).rate;
  };
  const theirs = async () => {
    const sales = await house.store.read.redemption.findMany({
      where: { id: { in: done } },
      orderBy: { id: 'asc' },
    });
    // What one till took off after another must be taken off in that order again.
    const inOrder = sales.toSorted((one, other) => Number(other.balanceAfter - one.balanceAfter));
    return raw.rate(await Promise.all(inOrder.map(({ id }) => writesOfRedemption(house, id))));
  };
  return inTurn(scale.rounds, ours, theirs);
}

/** Calls are brought to the step `confirm` before the clock runs. */
function confirming({ scale, programs, house, raw }: Scene) {
  const line = { url: programs.appUrl, ...programs.accounts.twilio };
  let holds: string[] = [];
  const ours = async () => {
    const waiting: Call[] = [];
    const script = playing(line, upToConfirm, {
      from: () => memberPhone,
      hangUp: false,
      ended: (call) => waiting.push(call),
    });
    await fire(line.url, script, { amount: scale.works * script.length, connections: 20 });
    const known = new Set((await house.store.read.hold.findMany({ where: { state: 'captured' } })).map(({ id }) => id));
    const ready = waiting.map((call) => {
      const form = { CallSid: call.sid, From: call.from, CallStatus: 'in-progress', Digits: '1' };
      return webhook(line, call.next, form);
    });
    const rate = await rateInLanes(ready.length, 20, async (index) => {
      const { path = '', ...request } = ready[index] ?? {};
      const response = await fetch(line.url + path, request);
      const twiml = await response.text();
      if (!/step=(done|capture)&/.test(twiml)) throw new Error(`a purchase was not confirmed: ${twiml}`);
    });
    const captured = await house.store.read.hold.findMany({ where: { state: 'captured', reason: null } });
    holds = captured.map(({ id }) => id).filter((id) => !known.has(id));
    return rate;
  };
  const theirs = async () => {
    raw.write(await Promise.all(holds.map((id) => purchaseBefore(house, id))));
    return raw.rate(await Promise.all(holds.map((id) => writesOfPurchase(house, id))));
  };
  return inTurn(scale.rounds, ours, theirs);
}

/** Purchases a second when calls do nothing else. */
async function wholeCalls({ scale, programs }: Scene): Promise<number> {
  const line = { url: programs.appUrl, ...programs.accounts.twilio };
  const script = playing(line, wholePurchase, { from: () => memberPhone, hangUp: true });
  const { rate } = await fire(line.url, script, { amount: scale.works * script.length, connections: 20 });
  return rate / script.length;
}
