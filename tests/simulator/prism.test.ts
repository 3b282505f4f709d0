import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { account, line, openWorlds, yuna } from './fake-app.ts';
import { twilioAt } from './real-clients.ts';

const description = fileURLToPath(new URL('../../../shared/specs/twilio_api_v2010.json', import.meta.url));
const prismCli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Prism with Twilio's own description: as a stand-in that refuses what is not allowed, or as a watcher before a server. */
async function startPrism(...how: ['mock'] | ['proxy', string]): Promise<string> {
  const port = await freePort();
  const [mode, upstream] = how;
  const args = [prismCli, mode, '-h', '127.0.0.1', '-p', String(port), description, ...(upstream ? [upstream] : [])];
  const child: ChildProcess = spawn(process.execPath, args);
  onTestFinished(() => void child.kill());
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Prism is listening')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`prism ended with ${code}: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

const skip = 'Twilio’s description (shared/specs) is not beside the project';
const statusCallback = 'https://giftline.example/sms/status';
const message = { to: yuna, from: line, body: '선물', statusCallback };
const call = {
  to: yuna,
  from: line,
  url: 'https://giftline.example/ivr/outgoing',
  statusCallback: 'https://giftline.example/ivr/status',
  statusCallbackEvent: ['answered', 'completed'],
  machineDetection: 'Enable',
  timeout: 30,
};

test('the kinds of request that we use pass Twilio’s own description', { timeout: 120_000 }, async (ctx) => {
  if (!existsSync(description)) return ctx.skip(skip);
  const { messages, calls } = twilioAt(await startPrism('mock'));
  const mediaUrl = ['https://giftline.example/a.jpg', 'https://giftline.example/b.jpg'];
  expect((await messages.create({ ...message, mediaUrl })).sid).toBeTruthy();
  expect(
    (await messages.page({ to: yuna, from: line, dateSentAfter: new Date(), pageSize: 20 })).instances,
  ).toBeTruthy();
  expect((await messages(`SM${'0a'.repeat(16)}`).fetch()).sid).toBeTruthy();
  expect((await calls.create(call)).sid).toBeTruthy();
  expect((await calls(`CA${'0a'.repeat(16)}`).update({ status: 'completed' })).sid).toBeTruthy();
  expect((await calls.page({ to: yuna, pageSize: 5 })).instances).toBeTruthy();
  await expect(messages.create({ ...message, statusCallback: 'not an address' })).rejects.toMatchObject({
    status: 422,
  });
  await expect(messages.create({ ...message, scheduleType: 'later' as 'fixed' })).rejects.toMatchObject({
    status: 422,
  });
});

test('what the simulator answers passes Twilio’s own description', { timeout: 120_000 }, async (ctx) => {
  if (!existsSync(description)) return ctx.skip(skip);
  const { simulator } = await openWorlds();
  const violations: string[] = [];
  const { messages, calls } = twilioAt(await startPrism('proxy', simulator.url), account.authToken, (headers) => {
    const found = JSON.parse(String(headers['sl-violations'] ?? '[]')) as { location: string[]; message: string }[];
    // Twilio's own page addresses are paths (its examples show so), which the description calls "uri".
    const grave = found.filter((one) => !one.message.includes('must match format "uri"'));
    violations.push(...grave.map((one) => `${one.location.join('.')}: ${one.message}`));
  });
  const sent = await messages.create(message);
  await messages(sent.sid).fetch();
  expect(await messages.list({ to: yuna })).toHaveLength(1);
  const placed = await calls.create(call);
  await calls(placed.sid).fetch();
  expect(await calls.list({ to: yuna })).toHaveLength(1);
  await calls(placed.sid).update({ status: 'completed' });
  expect(violations).toEqual([]);
});
