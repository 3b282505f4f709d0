import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from '../../src/providers/passwords.ts';

test('a password is kept as argon2id and matches nothing but itself', async () => {
  const hashed = await hashPassword('demo-shop-101');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordMatches('demo-shop-101', hashed)).toBe(true);
  expect(await passwordMatches('demo-shop-102', hashed)).toBe(false);
});
