import { rmSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Telegram } from 'telegraf';
import { v7 } from 'uuid';
import { freePort, throwAwayFolder, until } from '../../scripts/programs.ts';
import { startSimulator } from '../../simulator/start.ts';
import { openAccounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { type Figure, figure } from '../figure.ts';
import { rateInLanes, type Scale } from '../rounds.ts';

const recipients = { full: 100_000, quick: 1_000 };
const lanes = 16;
const pageOf = 500;
const mostMs = 900_000;
/** No limit but the simulator's own speed: what providers take is far less. */
const unlimited = { perSecond: { text: 1e6, chat: 1e6, email: 1e6, call: 1e6 }, chatEveryMs: 0 };

/**
 * So many news in a publication, from the outbox to the simulated messenger, against telegraf alone that sends the same
 * words there in as many lanes. Without pictures: what a picture takes stands under cards.
 */
export async function bulk(scale: Scale): Promise<Figure[]> {
  const folder = throwAwayFolder();
  const ports = { PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) };
  const read = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'warn', ...ports });
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { settings } = read;
  const accounts = openAccounts(settings);
  const simulator = await startSimulator({
    port: settings.simulatorPort,
    appUrl: settings.publicUrl,
    lineNumber: settings.voiceNumber,
    messageNumber: settings.messageNumber,
    twilio: accounts.twilio,
    stripe: accounts.stripe,
    telegram: { token: accounts.telegram.token, limits: null },
  });
  const app = await openApp({ settings, accounts, pace: unlimited });
  try {
    const count = scale.quick ? recipients.quick : recipients.full;
    const first = await addPeople(simulator.url, count);
    const telegram = new Telegram(accounts.telegram.token, { apiRoot: simulator.url });
    const alone = await rateInLanes(count / 10, lanes, (index) => telegram.sendMessage(first + index, words));
    await write(app, first, count);
    const sent = await sendAll(app, count);
    return [
      figure({ name: `bulk messages to ${count.toLocaleString('en')}`, unit: '/s', value: sent.rate, baseline: alone }),
      figure({
        name: 'heap after the last of them, and after a fifth',
        unit: 'MB',
        value: sent.heapMb.last,
        baseline: sent.heapMb.fifth,
        aim: { of: 'ratio', atMost: 1.1 },
      }),
    ];
  } finally {
    await app.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const words =
  '[기프트라인] 북촌식당에서 쿠폰 ‘겨울 전골 할인’을 거두었습니다. 쓰실 수 없습니다. 요청은 그대로 남아 있습니다.';
const news = { kind: 'coupon-withdrawn', shop: { name: '북촌식당', nameEn: 'Bukchon Table' }, title: '겨울 전골 할인' };

async function addPeople(simulatorUrl: string, count: number): Promise<number> {
  const response = await fetch(`${simulatorUrl}/desk/messenger/people`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ firstName: '손님', count, started: true }),
  });
  const { ids } = (await response.json()) as { ids: [number, number] };
  return ids[0];
}

async function write({ store }: App, first: number, count: number): Promise<void> {
  const at = new Date();
  for (let from = 0; from < count; from += pageOf) {
    const data = Array.from({ length: Math.min(pageOf, count - from) }, (_, index) => {
      const recipient = (first + from + index).toString(36);
      const message = { channel: 'chat', recipient, bulk: true, campaignId: 'bench', locale: 'ko', state: 'scheduled' };
      const facts = JSON.stringify(news);
      return { id: v7(), key: `bench:${recipient}`, kind: news.kind, ...message, facts, dueAt: at, createdAt: at };
    });
    await store.transaction((tx) => tx.outboxMessage.createMany({ data }));
  }
}

async function sendAll({ store, workers }: App, count: number) {
  const done = () => store.read.outboxMessage.count({ where: { campaignId: 'bench', state: 'sent' } });
  const reaches = (wanted: number) =>
    until(`${wanted} messages`, mostMs, async () => ((await done()) >= wanted ? true : null));
  const begun = performance.now();
  workers.start();
  await reaches(count / 5);
  const fifth = heapMb();
  await reaches(count);
  const rate = (count * 1_000) / (performance.now() - begun);
  return { rate, heapMb: { fifth, last: heapMb() } };
}

/** What is left after everything that nobody needs is gone. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}
