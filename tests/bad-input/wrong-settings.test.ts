import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../src/config.ts';
import { type ChildProgram, childProgram } from '../support/child-program.ts';

const fiveWrong = {
  PORT: 'eighty',
  DATABASE_URL: 'mysql://somewhere',
  TWILIO_AUTH_TOKEN: 'token-without-an-account',
  TIME_ZONE: 'Asia/Atlantis',
  DEMO: 'yes',
};
const named = ['PORT', 'DATABASE_URL', 'TWILIO_ACCOUNT_SID', 'TIME_ZONE', 'DEMO'];

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_VOICE_NUMBER: '+8215880000',
  PUBLIC_URL: 'https://giftline.example',
};

const botToken = `1234567890:${'A'.repeat(35)}`;
const telegram = { TELEGRAM_BOT_TOKEN: botToken, PUBLIC_URL: 'https://giftline.example' };

const oneWrong: Record<string, Record<string, string>> = {
  PORT: { PORT: '70000' },
  PUBLIC_URL: { PUBLIC_URL: 'ftp://example.com' },
  SIMULATOR_PORT: { SIMULATOR_PORT: '-1' },
  SIMULATOR_SMTP_PORT: { SIMULATOR_PORT: '65535' },
  TWILIO_ACCOUNT_SID: { ...twilio, TWILIO_AUTH_TOKEN: 'token', TWILIO_ACCOUNT_SID: 'AC12' },
  TWILIO_AUTH_TOKEN: twilio,
  TWILIO_VOICE_NUMBER: { TWILIO_VOICE_NUMBER: '1588-0000' },
  TWILIO_MESSAGE_NUMBER: { TWILIO_MESSAGE_NUMBER: '+0' },
  STRIPE_SECRET_KEY: { STRIPE_SECRET_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' },
  STRIPE_WEBHOOK_SECRET: { STRIPE_SECRET_KEY: 'sk_test_1' },
  TELEGRAM_BOT_TOKEN: { TELEGRAM_WEBHOOK_SECRET: 'secret' },
  TELEGRAM_API_URL: { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_API_URL: 'localhost' },
  TELEGRAM_WEBHOOK_SECRET: { ...telegram, TELEGRAM_WEBHOOK_SECRET: 'with a space' },
  SMTP_URL: { SMTP_URL: 'mail.example.com' },
  SECRET_KEY: { SECRET_KEY: 'too short' },
  CURRENCY: { CURRENCY: 'EUR' },
  LOG_LEVEL: { LOG_LEVEL: 'loud' },
};

test.each(Object.entries(oneWrong))('a wrong %s is named, and nothing else is complained of', (name, env) => {
  const read = readSettings(env);
  expect(read).toEqual({ kind: 'faults', faults: [expect.stringMatching(new RegExp(`^${name} `))] });
});

test('all wrong settings are listed at once', () => {
  const read = readSettings({ ...fiveWrong, NODE_ENV: 'production' });
  const faults = read.kind === 'faults' ? read.faults : [];
  for (const name of [...named, 'SECRET_KEY'])
    expect(faults.filter((fault) => fault.startsWith(`${name} `))).toHaveLength(1);
  expect(faults).toHaveLength(6);
});

test('what is wrong is named without its value, which may be a secret', () => {
  const read = readSettings({
    SECRET_KEY: 'hidden',
    TWILIO_ACCOUNT_SID: 'hidden',
    STRIPE_SECRET_KEY: 'hidden',
    PORT: 'hidden',
  });
  expect(read.kind).toBe('faults');
  expect(JSON.stringify(read)).not.toContain('hidden');
});

test('Telegram calls only https on its four ports; another server of the Bot API calls any', () => {
  const faultsWith = (publicUrl: string) => {
    const read = readSettings({ TELEGRAM_BOT_TOKEN: botToken, PUBLIC_URL: publicUrl });
    return read.kind === 'faults' ? read.faults : [];
  };
  expect(faultsWith('')).toEqual([expect.stringMatching(/^PUBLIC_URL is needed with TELEGRAM_BOT_TOKEN/)]);
  for (const refused of ['http://giftline.example', 'https://giftline.example:3000']) {
    expect(faultsWith(refused)).toEqual([
      expect.stringMatching(/^PUBLIC_URL must be https on port 443, 80, 88 or 8443/),
    ]);
  }
  for (const called of ['https://giftline.example', 'https://giftline.example:8443/']) {
    expect(faultsWith(called)).toEqual([]);
  }
  expect(readSettings({ TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_API_URL: 'http://127.0.0.1:8081' }).kind).toBe(
    'settings',
  );
});

test('whoever has an account, if only for mail, gets no demo people by default', () => {
  const demoWith = (env: Record<string, string>) => {
    const read = readSettings(env);
    return read.kind === 'settings' ? read.settings.demo : read.faults;
  };
  expect(demoWith({})).toBe(true);
  expect(demoWith(telegram)).toBe(false);
  expect(demoWith({ SMTP_URL: 'smtps://user:password@mail.example.com' })).toBe(false);
});

test('nothing set at all is right, and so is an empty value', () => {
  expect(readSettings({}).kind).toBe('settings');
  expect(readSettings({ PORT: '', SECRET_KEY: '', DATABASE_URL: '' }).kind).toBe('settings');
});

let program: ChildProgram;
beforeAll(async () => {
  program = await childProgram(path.resolve(import.meta.dirname, '../../src/main.ts'));
});
afterAll(() => program.dispose());

test('the program does not start with five wrong settings: it lists all five, makes nothing and ends', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'giftline-settings-'));
  const dataDir = path.join(cwd, 'data');
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [program.file], { cwd, env: { PATH, DATA_DIR: dataDir, ...fiveWrong } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  expect(code).not.toBe(0);
  for (const name of named) expect(said).toMatch(new RegExp(`^ {2}- ${name} `, 'm'));
  expect(said.match(/^ {2}- /gm)).toHaveLength(5);
  expect(existsSync(dataDir)).toBe(false);
  rmSync(cwd, { recursive: true });
});
