import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Thirteen digits in a row could be taken for a card number by whoever scans a database for one. */
const looksLikeACard = /\d{13}/;

function unlikeACard(make: () => string): string {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const id = make();
    if (!looksLikeACard.test(id)) return id;
  }
  throw new Error('no identifier without a long run of digits in 100 attempts');
}

/** Twilio's form: two letters and 32 hexadecimal digits. */
export const newSid = (prefix: 'SM' | 'MM' | 'CA' | 'RE' | 'ME'): string =>
  prefix + unlikeACard(() => randomBytes(16).toString('hex'));

/** Stripe's form: a prefix and 24 letters and digits. */
export const newStripeId = (prefix: string): string =>
  `${prefix}_${unlikeACard(() => Array.from(randomBytes(24), (byte) => letters[byte % letters.length]).join(''))}`;

/** The messenger's forms: a file, a query of a button, a chat as a client sees it. */
export const newFileId = (): string => `AgACAgU${unlikeACard(() => randomBytes(36).toString('base64url'))}`;
export const newFileUniqueId = (): string => `AQAD${unlikeACard(() => randomBytes(9).toString('base64url'))}`;
export const newQueryId = (): string => unlikeACard(() => randomBytes(9).toString('hex'));

/** Postfix's form: a queue's name for a mail. */
export const newMailId = (): string => unlikeACard(() => randomBytes(8).toString('hex').toUpperCase());
