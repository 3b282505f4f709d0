import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const longestToken = 1_000;

const proved = z.object({ customerId: z.string(), email: z.string() });
type Proved = z.infer<typeof proved>;

/** Whose address a link proves, sealed: nobody reads it on the way, and nobody makes one for another's address. */
export function addressSealer(key: Buffer) {
  return {
    seal({ customerId, email }: Proved): string {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      const text = Buffer.concat([cipher.update(JSON.stringify({ customerId, email })), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(token: string): Proved | null {
      if (token.length > longestToken || !/^[\w-]+$/.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= ivBytes + tagBytes) return null;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
        return proved.parse(JSON.parse(text.toString()));
      } catch {
        // Only a tag that does not fit: what was sealed is always whole.
        return null;
      }
    },
  };
}
