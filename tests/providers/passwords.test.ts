import { expect, test } from 'vitest';
import { nobodys, passwords } from '../../src/providers/passwords.ts';

test('a password is kept as argon2id and matches nothing but itself', async () => {
  const hashed = await passwords.hash('demo-shop-101');
  const cost = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
  expect([hashed, nobodys]).toEqual([expect.stringMatching(cost), expect.stringMatching(cost)]);
  expect(await passwords.matches('demo-shop-101', hashed)).toBe(true);
  expect(await passwords.matches('demo-shop-102', hashed)).toBe(false);
  expect(await passwords.matches('demo-shop-101', null)).toBe(false);
});
