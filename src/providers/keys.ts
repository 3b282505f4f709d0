import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { EmailProof, Keys, PasswordProof } from '../operations/ports.ts';
import { textSealer } from './seal-text.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 128 bits as 26 characters that every keyboard, QR and scanner knows (RFC 4648, without padding). */
function toBase32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n; // 130 bits: 26 characters of five
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = base32.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** A key of its own for each purpose, so that nothing made for one is good for another. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'giftline', purpose, 32));
}

/** All that is derived from the secret key. The secret stands outside the database: a stolen database opens nothing. */
export function openKeys(secret: Buffer): Keys {
  const pinKey = deriveKey(secret, 'pin');
  const tokenKeys = {
    card: deriveKey(secret, 'card token'),
    page: deriveKey(secret, 'page token'),
    gift: deriveKey(secret, 'gift token'),
    chatLink: deriveKey(secret, 'chat link'),
    device: deriveKey(secret, 'known device'),
    terminal: deriveKey(secret, 'terminal key'),
  };
  const hashKey = deriveKey(secret, 'token hash');
  const codeKey = deriveKey(secret, 'link code');
  const proofs = textSealer(deriveKey(secret, 'email proof'));
  const passwordLinks = textSealer(deriveKey(secret, 'password link'));
  const unsubscriptions = textSealer(deriveKey(secret, 'unsubscribe'));
  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const token = (key: Buffer, text: string) => toBase32(hmac(key, text).subarray(0, 16));
  const pinHash = (pin: string, salt: string) => hmac(pinKey, `${salt}:${pin}`).toString('base64url');
  return {
    newSalt: () => randomBytes(16).toString('base64url'),
    newToken: () => randomBytes(32).toString('base64url'),
    pinHash,
    pinMatches: (pin, salt, hash) => {
      const expected = Buffer.from(pinHash(pin, salt));
      const given = Buffer.alloc(expected.length);
      given.write(hash);
      return timingSafeEqual(expected, given) && hash.length === expected.length;
    },
    cardToken: (id, version) => token(tokenKeys.card, `${id}:${version}`),
    pageToken: (id, version) => token(tokenKeys.page, `${id}:${version}`),
    terminalKey: (id) => token(tokenKeys.terminal, id),
    giftToken: (id) => token(tokenKeys.gift, id),
    emailToken: (proof) => proofs.seal(proofToText(proof)),
    openEmailToken: (token) => proofFromText(proofs.open(token)),
    passwordToken: (link) => passwordLinks.seal(linkToText(link)),
    openPasswordToken: (token) => linkFromText(passwordLinks.open(token)),
    unsubscribeToken: (address) => unsubscriptions.seal(address),
    openUnsubscribeToken: (token) => unsubscriptions.open(token),
    // 2^32 is no multiple of a million: some codes are likelier than others by 0.02 percent, which helps nobody guess.
    linkCode: (id) => String(hmac(codeKey, id).readUInt32BE() % 1_000_000).padStart(6, '0'),
    deviceSeal: (text) => token(tokenKeys.device, text),
    chatLinkSeal: (text) => token(tokenKeys.chatLink, text),
    tokenHash: (text) => hmac(hashKey, text).toString('base64url'),
  };
}

/** Numbers in base 36, so that they are no runs of digits. */
const proofToText = ({ customerId, email, changes, askedAt }: EmailProof): string =>
  `${customerId} ${secondsToText(askedAt)} ${changes.toString(36)} ${email}`;

const secondsToText = (at: Date): string => Math.floor(at.getTime() / 1_000).toString(36);
const secondsFromText = (text: string): Date => new Date(Number.parseInt(text, 36) * 1_000);

function proofFromText(text: string | null): EmailProof | null {
  const [customerId, seconds, changes, email] = text?.split(' ') ?? [];
  if (!customerId || !seconds || !changes || !email) return null;
  return { customerId, email, changes: Number.parseInt(changes, 36), askedAt: secondsFromText(seconds) };
}

const linkToText = ({ accountId, forgotten, goodUntil }: PasswordProof): string =>
  `${accountId} ${secondsToText(goodUntil)} ${forgotten}`;

function linkFromText(text: string | null): PasswordProof | null {
  const [accountId, seconds, forgotten] = text?.split(' ') ?? [];
  if (!accountId || !seconds || !forgotten) return null;
  return { accountId, forgotten, goodUntil: secondsFromText(seconds) };
}
