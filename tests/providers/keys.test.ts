import { createHmac, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { openKeys } from '../../src/providers/keys.ts';

const secret = Buffer.from('a secret key that only this test knows');
const keys = openKeys(secret);

test('a PIN is kept as a keyed hash with its person’s salt', () => {
  const hash = keys.pinHash('2580', 'salt');
  const key = Buffer.from(hkdfSync('sha256', secret, 'giftline', 'pin', 32));
  expect(hash).toBe(createHmac('sha256', key).update('salt:2580').digest('base64url'));
  expect(keys.pinMatches('2580', 'salt', hash)).toBe(true);
  expect(keys.pinMatches('2581', 'salt', hash)).toBe(false);
  expect(keys.pinMatches('2580', 'another', hash)).toBe(false);
  expect(keys.pinMatches('2580', 'salt', '')).toBe(false);
});

test('the card’s token has 128 bits, is the same each time it is drawn, and another for the next version', () => {
  const token = keys.cardToken('certificate', 1);
  expect(token).toMatch(/^[A-Z2-7]{26}$/);
  expect(keys.cardToken('certificate', 1)).toBe(token);
  expect(keys.cardToken('certificate', 2)).not.toBe(token);
  expect(keys.pageToken('certificate', 1)).not.toBe(token);
  expect(openKeys(Buffer.from('another secret')).cardToken('certificate', 1)).not.toBe(token);
});

test('a token is all that its bits say: the last character carries the last three bits', () => {
  const tokens = new Set(Array.from({ length: 200 }, (_, i) => keys.cardToken(`certificate ${i}`, 1).at(-1)));
  // 128 = 25 × 5 + 3: the last of 26 characters is one of eight.
  expect(tokens.size).toBe(8);
});
