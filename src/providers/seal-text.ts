import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Texts that travel in an address, where nobody can read, guess or change them. */
export interface TextSealer {
  /** The same text always gives the same seal, so that an address sent twice is one address. */
  seal(text: string): string;
  /** Null for what was not sealed here. */
  open(sealed: string): string | null;
}

const nonceBytes = 12;
const tagBytes = 16;
/** The longest that is sealed: an id, an e-mail address of 254 characters and a time. */
const mostCharacters = 600;

/**
 * AES-256-GCM. The nonce is a MAC of the text under a key of its own: two texts never share one, and no counter or
 * chance is needed.
 */
export function textSealer(key: Buffer): TextSealer {
  const nonceKey = Buffer.from(hkdfSync('sha256', key, 'giftline', 'nonce', 32));
  return {
    seal(text) {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed) {
      if (sealed.length > mostCharacters) return null;
      const bytes = Buffer.from(sealed, 'base64url');
      // Signs that base64 passes over, or that say nothing, would make many seals of one.
      if (bytes.length <= nonceBytes + tagBytes || bytes.toString('base64url') !== sealed) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const text = decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8');
        return text + decipher.final('utf8');
      } catch {
        return null; // Changed on the way, or never ours: what the tag is there to tell.
      }
    },
  };
}
