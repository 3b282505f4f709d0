import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../operations/ports.ts';
import { addressSealer } from './seal-address.ts';

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
  };
  const hashKey = deriveKey(secret, 'token hash');
  const codeKey = deriveKey(secret, 'link code');
  const addresses = addressSealer(deriveKey(secret, 'email token'));
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
    giftToken: (id) => token(tokenKeys.gift, id),
    linkCode: (codeId) => String(hmac(codeKey, codeId).readUInt32BE() % 1_000_000).padStart(6, '0'),
    emailToken: addresses.seal,
    openEmailToken: addresses.open,
    chatLinkSeal: (text) => token(tokenKeys.chatLink, text),
    tokenHash: (text) => hmac(hashKey, text).toString('base64url'),
  };
}
