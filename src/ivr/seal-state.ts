import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

/** Keeps the state of a call secret and whole while it travels in a URL. */
export interface StateSealer {
  /** `callSid` is part of the seal: in another call it does not open. */
  seal(state: string, callSid: string): string;
  /** Null when it was not sealed by us, for this call, or was changed on the way. */
  open(sealed: string, callSid: string): string | null;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** Longer than any call's state. */
const longestState = 4_096;

/**
 * `key`: 32 bytes. The sealed text is base64url of nonce, tag and AES-256-GCM ciphertext; one that is longer than
 * `longestSealed` is not even looked at.
 */
export function stateSealer(key: Uint8Array, longestSealed = longestState): StateSealer {
  if (key.byteLength !== 32) throw new Error('the key for call states must be 32 bytes');
  const nonces = freshBytes(ivBytes);
  return {
    seal(state, callSid) {
      const iv = nonces();
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(callSid));
      const text = Buffer.concat([cipher.update(state, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed, callSid) {
      if (sealed.length > longestSealed || !/^[\w-]+$/.test(sealed)) return null;
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= ivBytes + tagBytes) return null;
      const iv = bytes.subarray(0, ivBytes);
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
        .setAAD(Buffer.from(callSid))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // The only thing that final() throws for is a tag that does not fit.
        return null;
      }
    },
  };
}

/** Random bytes, asked of the system for many at a time: each of its answers takes longer than a seal. */
function freshBytes(size: number): () => Buffer {
  const pool = Buffer.alloc(size * 256);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    // A copy: the pool is filled anew later.
    return Buffer.from(pool.subarray(used - size, used));
  };
}
