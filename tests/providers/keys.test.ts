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

test('what an address carries can be read by us alone, and opens only as it was sealed', () => {
  const proof = {
    customerId: '0199c0de-0000-7000-8000-000000000001',
    email: `${'a'.repeat(64)}@mail.example`,
    changes: 40,
    askedAt: new Date('2026-11-20T03:00:00.000Z'),
  };
  const token = keys.emailToken(proof);
  expect(keys.emailToken(proof)).toBe(token);
  expect(token).toMatch(/^[\w-]{100,300}$/);
  expect(keys.openEmailToken(token)).toEqual(proof);
  const stop = keys.unsubscribeToken('yuna@mail.example');
  expect(keys.openUnsubscribeToken(stop)).toBe('yuna@mail.example');
  for (let at = 0; at < stop.length; at++) {
    const changed = stop.slice(0, at) + (stop[at] === 'A' ? 'B' : 'A') + stop.slice(at + 1);
    expect(keys.openUnsubscribeToken(changed)).toBeNull();
  }
  for (const none of ['', 'A', token, `${stop}A`, `${stop}=`, ` ${stop}`, stop.slice(0, -1)]) {
    expect(keys.openUnsubscribeToken(none)).toBeNull();
  }
  expect(keys.openEmailToken(stop)).toBeNull();
  expect(openKeys(Buffer.from('another secret')).openUnsubscribeToken(stop)).toBeNull();
});

test('a link to a new password says whose, until when and for which password, and is good for nothing else', () => {
  const link = {
    accountId: '0199c0de-0000-7000-8000-000000000001',
    forgotten: keys.tokenHash('password of somebody'),
    goodUntil: new Date('2026-11-20T03:30:00.000Z'),
  };
  const token = keys.passwordToken(link);
  expect(token).toMatch(/^[\w-]{100,200}$/);
  expect(keys.passwordToken(link)).toBe(token);
  expect(keys.openPasswordToken(token)).toEqual(link);
  expect(keys.openEmailToken(token)).toBeNull();
  expect(keys.openUnsubscribeToken(token)).toBeNull();
  for (const none of ['', 'A', token.slice(0, -1), `${token}A`, keys.unsubscribeToken('a b c')]) {
    expect(keys.openPasswordToken(none)).toBeNull();
  }
  expect(openKeys(Buffer.from('another secret')).openPasswordToken(token)).toBeNull();
});

test('a code that proves a telephone has six digits, and is another for each asking', () => {
  const codes = Array.from({ length: 500 }, (_, index) => keys.linkCode(`asking ${index}`));
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBeGreaterThan(490);
  expect(keys.linkCode('asking 7')).toBe(codes[7]);
});

test('a token is all that its bits say: the last character carries the last three bits', () => {
  const tokens = new Set(Array.from({ length: 200 }, (_, i) => keys.cardToken(`certificate ${i}`, 1).at(-1)));
  // 128 = 25 × 5 + 3: the last of 26 characters is one of eight.
  expect(tokens.size).toBe(8);
});
