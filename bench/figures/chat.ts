import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type autocannon from 'autocannon';
import { answers, freePort, startPrograms, throwAwayFolder } from '../../scripts/programs.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { fire } from '../load/fire.ts';
import { type MessengerSink, openSink } from '../messenger-sink.ts';
import { inTurn, type Scale } from '../rounds.ts';

const token = '123456789:AAbenchbenchbenchbenchbenchbenchben';
const secret = 'bench-secret';
const chats = 1_000;
const updates = { full: 5_000, quick: 300 };

let lastUpdate = 0;

/** Somebody in one of a thousand chats presses Start: the bot shows its first page. */
const start: autocannon.Request = {
  setupRequest: (request) => {
    lastUpdate += 1;
    const id = 1_000_000 + (lastUpdate % chats);
    const person = { id, is_bot: false, first_name: '손님', language_code: 'ko' };
    const entities = [{ offset: 0, length: 6, type: 'bot_command' }];
    const message = {
      message_id: lastUpdate,
      date: 1_700_000_000,
      chat: { id, type: 'private', first_name: '손님' },
      from: person,
      text: '/start',
      entities,
    };
    return {
      ...request,
      method: 'POST',
      path: '/chat/telegram',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: lastUpdate, message }),
    };
  },
};

/** Updates that were answered in the chat, a second, against bare Fastify and telegraf that say back what was said. */
export async function chat(scale: Scale): Promise<Figure[]> {
  const sink = await openSink();
  const account = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_URL: sink.url, TELEGRAM_WEBHOOK_SECRET: secret };
  const programs = await startPrograms(projectRoot(), throwAwayFolder(), account);
  const echo = await startEcho(sink.url);
  const amount = scale.quick ? updates.quick : updates.full;
  const idle = { ours: cpuMs(programs.pid), theirs: cpuMs(echo.pid) };
  try {
    const both = await inTurn(
      scale.rounds,
      () => rateOf(programs.appUrl, sink, amount),
      () => rateOf(echo.url, sink, amount),
    );
    const [ours, theirs] = [cpuMs(programs.pid) - idle.ours, cpuMs(echo.pid) - idle.theirs];
    const updates = amount * (scale.rounds + 1);
    return [
      figure({ name: 'chat updates, 50 connections', unit: '/s', ...both, aim: { of: 'ratio', atLeast: 0.5 } }),
      figure({
        name: 'CPU of one chat update',
        unit: 'µs',
        value: (ours * 1_000) / updates,
        baseline: (theirs * 1_000) / updates,
        aim: { of: 'ratio', atMost: 2 },
      }),
    ];
  } finally {
    echo.stop();
    await programs.stop();
    sink.close();
  }
}

async function rateOf(url: string, sink: MessengerSink, amount: number): Promise<number> {
  const begun = performance.now();
  await fire(url, [start], { amount });
  await sink.hasTaken(amount);
  return (amount * 1_000) / (performance.now() - begun);
}

/** On two cores who sends and who counts may be slower than either bot: what each takes of a processor is not hidden. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * ticksMs;
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const ticksMs = 10;

async function startEcho(apiUrl: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/echo-bot.js')], {
    env: { PATH: process.env.PATH ?? '', PORT: String(port), TOKEN: token, API_URL: apiUrl, SECRET: secret },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/readyz`);
  return { url, pid: child.pid ?? 0, stop: () => child.kill('SIGKILL') };
}
