import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { startSimulator } from './start.ts';

const needed = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'TELEGRAM_BOT_TOKEN',
] as const;

const file: NodeJS.Dict<string> = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};

/** The environment, over what stands in a file `.env` of the current folder. */
function read(name: string, otherwise: string): string {
  const value = process.env[name] || file[name];
  return value === undefined || value === '' ? otherwise : value;
}

function refuse(reason: string): never {
  process.stderr.write(`The simulator cannot start: ${reason}\n`);
  process.exit(2);
}

function readPort(name: string, otherwise: number): number {
  const port = Number(read(name, String(otherwise)));
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : refuse(`${name} must be a port number, 0 to 65535`);
}

const missing = needed.filter((name) => read(name, '') === '');
if (missing.length > 0) refuse(`${missing.join(', ')} must be passed by whoever starts it`);
const port = readPort('SIMULATOR_PORT', 3001);
const smtpPort = readPort('SIMULATOR_SMTP_PORT', port === 0 ? 0 : port + 1);
const appUrl = read('GIFTLINE_URL', 'http://127.0.0.1:3000');
if (!URL.canParse(appUrl)) refuse('GIFTLINE_URL must be an address such as http://127.0.0.1:3000');
const lineNumber = read('TWILIO_VOICE_NUMBER', '+8215880000');

const simulator = await startSimulator({
  port,
  smtpPort,
  appUrl,
  lineNumber,
  messageNumber: read('TWILIO_MESSAGE_NUMBER', lineNumber),
  twilio: { accountSid: read('TWILIO_ACCOUNT_SID', ''), authToken: read('TWILIO_AUTH_TOKEN', '') },
  stripe: { secretKey: read('STRIPE_SECRET_KEY', ''), webhookSecret: read('STRIPE_WEBHOOK_SECRET', '') },
  telegram: { token: read('TELEGRAM_BOT_TOKEN', '') },
  outgoingClock: 'real',
  deskDir: fileURLToPath(new URL('./desk/', import.meta.url)),
}).catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));

process.stdout.write(`Simulator: mail at ${simulator.smtpUrl}, phones, messenger and cards at ${simulator.url}\n`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    simulator.close().then(
      () => process.exit(0),
      (error: unknown) => refuse(String(error)),
    );
  });
}
