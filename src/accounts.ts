import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './config.ts';
import { deriveKey } from './providers/keys.ts';
import type { StripeAccount } from './providers/stripe/client.ts';
import type { TwilioAccount } from './providers/twilio/account.ts';

export interface TelegramAccount {
  token: string;
  /** Null: api.telegram.org. */
  apiUrl: string | null;
  /** What Telegram sends with every update, since we told it so. */
  webhookSecret: string;
}

/** With what we speak to the outer world, whether it is real or played by the simulator. */
export interface Accounts {
  secret: Buffer;
  twilio: TwilioAccount;
  stripe: StripeAccount & { webhookSecret: string };
  telegram: TelegramAccount;
  /** As nodemailer takes it. */
  smtpUrl: string;
  /** What the simulator must be told to play its parts; null when nothing is left to play. */
  simulator: Record<string, string> | null;
}

export function openAccounts(settings: Settings): Accounts {
  const secret = secretOf(settings);
  const played = (what: string) => deriveKey(secret, `simulated ${what}`).toString('hex').slice(0, 32);
  const apiUrl = `http://127.0.0.1:${settings.simulatorPort}`;
  const { phones, cards, chat, mail } = settings;
  const twilio =
    phones.kind === 'twilio' ? phones : { accountSid: `AC${played('account')}`, authToken: played('token'), apiUrl };
  const stripe =
    cards.kind === 'stripe'
      ? cards
      : { secretKey: `sk_test_${played('card key')}`, webhookSecret: `whsec_${played('card events')}`, apiUrl };
  const webhookSecret = played('chat updates');
  const telegram =
    chat.kind === 'telegram'
      ? { ...chat, webhookSecret: chat.webhookSecret ?? webhookSecret }
      : // Telegram's form: the bot's id, a colon, 35 letters and digits.
        { token: `5880000001:AAG${played('chat token')}`, webhookSecret, apiUrl };
  const smtpUrl = mail.kind === 'smtp' ? mail.url : `smtp://127.0.0.1:${settings.simulatorSmtpPort}`;
  const accounts = { secret, twilio, stripe, telegram, smtpUrl };
  const needed = [phones, cards, chat, mail].some(({ kind }) => kind === 'simulated');
  return { ...accounts, simulator: needed ? forSimulator(settings, accounts) : null };
}

const forSimulator = (settings: Settings, { twilio, stripe, telegram }: Omit<Accounts, 'simulator'>) => ({
  SIMULATOR_PORT: String(settings.simulatorPort),
  SIMULATOR_SMTP_PORT: String(settings.simulatorSmtpPort),
  GIFTLINE_URL: settings.publicUrl,
  TWILIO_VOICE_NUMBER: settings.voiceNumber,
  TWILIO_MESSAGE_NUMBER: settings.messageNumber,
  TWILIO_ACCOUNT_SID: twilio.accountSid,
  TWILIO_AUTH_TOKEN: twilio.authToken,
  STRIPE_SECRET_KEY: stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
  TELEGRAM_BOT_TOKEN: telegram.token,
});

/** The secret key as set, or one that is made at the first start and kept beside the database, readable by its owner only. */
function secretOf({ secretKey, dataDir }: Settings): Buffer {
  if (secretKey !== null) return Buffer.from(secretKey);
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim());
}
