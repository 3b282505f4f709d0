import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../operations/ports.ts';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody knows, at the same cost: an address that is not known takes as long as a wrong password. */
export const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$1cgkpVBQ5Jf8795BhOoi+w$bxIjBPlbYrxY82ezjeASY8IdlKMyk4P0IHPPhyL1T5s';

/** Passwords of shop owners and operators, which have a strength that a slow hash can save (unlike PINs). */
export const passwords: Passwords = {
  hash: (password) => hash(password, cost),
  matches: async (password, hashed) => (await verify(hashed ?? nobodys, password)) && hashed !== null,
};

/** Small letters and digits that nobody mistakes for each other: 32 of them. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Four groups of five: 100 bits of chance, to be read from a screen and typed. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );
