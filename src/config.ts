import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type Currency, isCurrency } from './core/money.ts';
import { parseE164 } from './core/phone.ts';

/** A provider with an account, or the simulator in its place. `apiUrl` null: the provider's own address. */
export type TextAndVoice =
  | { kind: 'twilio'; accountSid: string; authToken: string; apiUrl: string | null }
  | { kind: 'simulated' };
export type Cards =
  | { kind: 'stripe'; secretKey: string; webhookSecret: string; apiUrl: string | null }
  | { kind: 'simulated' };
/** `webhookSecret` null: derived from the secret key. */
export type Chat =
  | { kind: 'telegram'; token: string; webhookSecret: string | null; apiUrl: string | null }
  | { kind: 'simulated' };
export type Mail = { kind: 'smtp'; url: string } | { kind: 'simulated' };

export interface Settings {
  production: boolean;
  port: number;
  host: string;
  /** Origin without a slash at the end: what providers and people reach us by. */
  publicUrl: string;
  dataDir: string;
  /** Null: an SQLite file in dataDir. */
  databaseUrl: string | null;
  simulatorPort: number;
  /** Where the simulator takes mail. */
  simulatorSmtpPort: number;
  voiceNumber: string;
  messageNumber: string;
  phones: TextAndVoice;
  cards: Cards;
  chat: Chat;
  mail: Mail;
  /** Null: made and kept in dataDir. */
  secretKey: string | null;
  demo: boolean;
  timeZone: string;
  currency: Currency;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

export type ReadSettings = { kind: 'settings'; settings: Settings } | { kind: 'faults'; faults: string[] };

const port = z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const origin = url.refine(isOrigin, 'must be an address without a path');
const phone = z.string().refine((text) => parseE164(text) !== null, 'must be a number such as +8215880000');

const schema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:).+/, 'must start with postgresql:// or file:')
    .optional(),
  SIMULATOR_PORT: port.default(3001),
  SIMULATOR_SMTP_PORT: port.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_URL: url.optional(),
  TWILIO_VOICE_NUMBER: phone.default('+8215880000'),
  TWILIO_MESSAGE_NUMBER: phone.optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, 'must start with sk_ or rk_')
    .optional(),
  STRIPE_API_URL: url.optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'must be as BotFather gave it: digits, a colon, letters and digits')
    .optional(),
  TELEGRAM_API_URL: url.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 letters, digits, _ and -')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address' }).optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).optional(),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone such as Asia/Seoul').default('Asia/Seoul'),
  CURRENCY: z.string().refine(isCurrency, 'must be KRW, JPY or USD').default('KRW'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

type Raw = z.infer<typeof schema>;

/** The environment over what stands in a file `.env` of the current folder. */
export function loadSettings(): ReadSettings {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return readSettings({ ...file, ...process.env });
}

/** Reads every setting, or lists every fault. An empty value counts as not set. */
export function readSettings(env: Record<string, string | undefined>): ReadSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  const own = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const faults = [...own, ...together(given)];
  if (!parsed.success || faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'settings', settings: toSettings(parsed.data) };
}

/** What belongs together must be set together. */
function together(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  const needs = (name: string, other: string) => {
    if (given[name] && !given[other]) faults.push(`${other} is needed with ${name}`);
  };
  needs('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN');
  needs('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID');
  needs('TWILIO_API_URL', 'TWILIO_ACCOUNT_SID');
  needs('TWILIO_ACCOUNT_SID', 'TWILIO_VOICE_NUMBER');
  needs('STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET');
  needs('STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY');
  needs('STRIPE_API_URL', 'STRIPE_SECRET_KEY');
  if (given.TWILIO_ACCOUNT_SID && !given.TWILIO_API_URL && !given.PUBLIC_URL) {
    faults.push('PUBLIC_URL is needed with TWILIO_ACCOUNT_SID: Twilio must reach us, and signs that address');
  }
  needs('TELEGRAM_API_URL', 'TELEGRAM_BOT_TOKEN');
  needs('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN');
  if (given.TELEGRAM_BOT_TOKEN && !given.TELEGRAM_API_URL) {
    if (!given.PUBLIC_URL) faults.push('PUBLIC_URL is needed with TELEGRAM_BOT_TOKEN: Telegram must reach us');
    else if (!telegramCalls(given.PUBLIC_URL)) {
      faults.push(
        'PUBLIC_URL must be https on port 443, 80, 88 or 8443 with TELEGRAM_BOT_TOKEN: Telegram calls no other',
      );
    }
  }
  if (given.SIMULATOR_PORT === '65535' && !given.SIMULATOR_SMTP_PORT) {
    faults.push('SIMULATOR_SMTP_PORT is needed with SIMULATOR_PORT=65535: there is no port after it');
  }
  if (given.NODE_ENV === 'production') {
    if (!given.SECRET_KEY) faults.push('SECRET_KEY is needed when NODE_ENV=production');
    if (given.DEMO === '1') faults.push('DEMO=1 is refused when NODE_ENV=production');
  }
  return faults;
}

/** Webhooks are signed over, and links made from, the origin alone. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && ['/', ''].includes(new URL(text).pathname) && new URL(text).search === '';
}

/** Source: core.telegram.org/bots/webhooks. An address that is none at all has its own fault. */
function telegramCalls(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { protocol, port } = new URL(address);
  return protocol === 'https:' && ['', '80', '88', '8443'].includes(port);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function toSettings(raw: Raw): Settings {
  const phones: TextAndVoice =
    raw.TWILIO_ACCOUNT_SID && raw.TWILIO_AUTH_TOKEN
      ? {
          kind: 'twilio',
          accountSid: raw.TWILIO_ACCOUNT_SID,
          authToken: raw.TWILIO_AUTH_TOKEN,
          apiUrl: raw.TWILIO_API_URL ?? null,
        }
      : { kind: 'simulated' };
  const cards: Cards =
    raw.STRIPE_SECRET_KEY && raw.STRIPE_WEBHOOK_SECRET
      ? {
          kind: 'stripe',
          secretKey: raw.STRIPE_SECRET_KEY,
          webhookSecret: raw.STRIPE_WEBHOOK_SECRET,
          apiUrl: raw.STRIPE_API_URL ?? null,
        }
      : { kind: 'simulated' };
  const chat: Chat = raw.TELEGRAM_BOT_TOKEN
    ? {
        kind: 'telegram',
        token: raw.TELEGRAM_BOT_TOKEN,
        webhookSecret: raw.TELEGRAM_WEBHOOK_SECRET ?? null,
        apiUrl: raw.TELEGRAM_API_URL ?? null,
      }
    : { kind: 'simulated' };
  const mail: Mail = raw.SMTP_URL ? { kind: 'smtp', url: raw.SMTP_URL } : { kind: 'simulated' };
  const production = raw.NODE_ENV === 'production';
  const noAccount = [phones, cards, chat, mail].every(({ kind }) => kind === 'simulated');
  return {
    production,
    port: raw.PORT,
    host: raw.HOST,
    publicUrl: (raw.PUBLIC_URL ?? `http://127.0.0.1:${raw.PORT}`).replace(/\/$/, ''),
    dataDir: raw.DATA_DIR,
    databaseUrl: raw.DATABASE_URL ?? null,
    simulatorPort: raw.SIMULATOR_PORT,
    simulatorSmtpPort: raw.SIMULATOR_SMTP_PORT ?? (raw.SIMULATOR_PORT === 0 ? 0 : raw.SIMULATOR_PORT + 1),
    voiceNumber: raw.TWILIO_VOICE_NUMBER,
    messageNumber: raw.TWILIO_MESSAGE_NUMBER ?? raw.TWILIO_VOICE_NUMBER,
    phones,
    cards,
    chat,
    mail,
    secretKey: raw.SECRET_KEY ?? null,
    demo: raw.DEMO === undefined ? noAccount && !production : raw.DEMO === '1',
    timeZone: raw.TIME_ZONE,
    currency: raw.CURRENCY as Currency,
    logLevel: raw.LOG_LEVEL,
  };
}
