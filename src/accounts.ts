import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './config.ts';
import { deriveKey } from './providers/keys.ts';
import type { StripeAccount } from './providers/stripe/client.ts';
import type { TwilioAccount } from './providers/twilio/account.ts';

/** With what we speak to the outer world, whether it is real or played by the simulator. */
export interface Accounts {
  secret: Buffer;
  twilio: TwilioAccount;
  stripe: StripeAccount & { webhookSecret: string };
  /** What the simulator must be told to play its parts; null when nothing is left to play. */
  simulator: Record<string, string> | null;
}

export function openAccounts(settings: Settings): Accounts {
  const secret = secretOf(settings);
  const played = (what: string) => deriveKey(secret, `simulated ${what}`).toString('hex').slice(0, 32);
  const apiUrl = `http://127.0.0.1:${settings.simulatorPort}`;
  const { phones, cards } = settings;
  const twilio =
    phones.kind === 'twilio' ? phones : { accountSid: `AC${played('account')}`, authToken: played('token'), apiUrl };
  const stripe =
    cards.kind === 'stripe'
      ? cards
      : { secretKey: `sk_test_${played('card key')}`, webhookSecret: `whsec_${played('card events')}`, apiUrl };
  const needed = phones.kind === 'simulated' || cards.kind === 'simulated';
  return { secret, twilio, stripe, simulator: needed ? forSimulator(settings, twilio, stripe) : null };
}

const forSimulator = (settings: Settings, twilio: TwilioAccount, stripe: Accounts['stripe']) => ({
  SIMULATOR_PORT: String(settings.simulatorPort),
  GIFTLINE_URL: settings.publicUrl,
  TWILIO_VOICE_NUMBER: settings.voiceNumber,
  TWILIO_MESSAGE_NUMBER: settings.messageNumber,
  TWILIO_ACCOUNT_SID: twilio.accountSid,
  TWILIO_AUTH_TOKEN: twilio.authToken,
  STRIPE_SECRET_KEY: stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
});

/** The secret key as set, or one that is made at the first start and kept beside the database, readable by its owner only. */
function secretOf({ secretKey, dataDir }: Settings): Buffer {
  if (secretKey !== null) return Buffer.from(secretKey);
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim());
}
