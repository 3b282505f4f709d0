import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords of shop owners and operators, which have a strength that a slow hash can save (unlike PINs). */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const passwordMatches = (password: string, hashed: string): Promise<boolean> => verify(hashed, password);
