import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { answers, freePort, startPrograms } from '../../scripts/programs.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { fire } from '../load/fire.ts';
import { type Line, playing, type Script, webhook } from '../load/webhooks.ts';
import { inTurn, median, type Scale } from '../rounds.ts';

const members = ['100001', '100002', '100003'];
const pins = ['2580', '1470', '3690'];
/** Everybody calls from a telephone of their own. */
export const callerOf = (number: number): string => `+8210${String(40_000_000 + (number % 50_000_000))}`;
const of = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

/** A caller who looks around and buys nothing: every turn is ours alone. Eleven webhooks with ring and hang-up. */
export const lookingAround: Script = [
  ['menu', () => '1'],
  ['member', ({ number }) => of(members, number)],
  ['pin', ({ number }) => of(pins, number)],
  ['shop', () => '0'],
  ['shop-list', () => '101'],
  ['amount', () => '*'],
  ['shop', () => '102'],
  ['amount', () => '5'],
  ['amount-other', () => '*'],
];

/** Turns of the real flow, in a process of their own, against a webhook that always says the same. */
export async function dialogue(scale: Scale): Promise<Figure[]> {
  const programs = await startPrograms(projectRoot());
  const { twilio } = programs.accounts;
  const line = { url: programs.appUrl, ...twilio };
  const bare = await startStatic(twilio);
  const p99: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  try {
    const calls = playing(line, lookingAround, { from: callerOf, hangUp: true });
    const form = { CallSid: 'CA00', From: callerOf(0), CallStatus: 'in-progress', Digits: '100001' };
    const same = { setupRequest: (request: object) => ({ ...request, ...webhook(bare.line, '/ivr/incoming', form) }) };
    const both = await inTurn(
      scale.rounds,
      async () => {
        const { rate, p99Ms } = await fire(line.url, calls, { seconds: scale.seconds });
        p99.ours.push(p99Ms);
        return rate;
      },
      async () => {
        const { rate, p99Ms } = await fire(bare.line.url, [same], { seconds: scale.seconds });
        p99.theirs.push(p99Ms);
        return rate;
      },
    );
    const slowest = { value: median(p99.ours), baseline: median(p99.theirs) };
    return [
      figure({ name: 'dialogue turns, 50 connections', unit: '/s', ...both, aim: { of: 'ratio', atLeast: 0.5 } }),
      figure({ name: 'dialogue turns, p99', unit: 'ms', ...slowest, aim: { of: 'ratio', atMost: 3 } }),
    ];
  } finally {
    bare.stop();
    await programs.stop();
  }
}

async function startStatic({ authToken, accountSid }: { authToken: string; accountSid: string }) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/static-webhook.js')], {
    env: { PATH: process.env.PATH ?? '', PORT: String(port), AUTH_TOKEN: authToken },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const line: Line = { url: `http://127.0.0.1:${port}`, authToken, accountSid };
  await answers(`${line.url}/readyz`);
  return { line, stop: () => child.kill('SIGKILL') };
}
