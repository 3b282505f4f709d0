import { expect, test } from 'vitest';
import { digitsUntilHash, oneKey, recordUpTo, secretUntilHash } from '../../src/dialogue/listen.ts';
import { understand } from '../../src/dialogue/understand.ts';

const typed = (digits: string) => ({ kind: 'digits', digits }) as const;
const number = digitsUntilHash(3, 6, '0');

test.each([
  ['12*345', { kind: 'answer', answer: { kind: 'digits', digits: '345' } }],
  ['1*2*345', { kind: 'answer', answer: { kind: 'digits', digits: '345' } }],
  ['*345', { kind: 'answer', answer: { kind: 'digits', digits: '345' } }],
  ['*', { kind: 'back' }],
  ['12*', { kind: 'back' }],
  ['12*34*', { kind: 'back' }],
  ['**', { kind: 'back' }],
  ['0', { kind: 'answer', answer: { kind: 'digits', digits: '0' } }],
  ['99*0', { kind: 'answer', answer: { kind: 'digits', digits: '0' } }],
  ['', { kind: 'fault', fault: 'empty' }],
  ['12', { kind: 'fault', fault: 'wrong-length' }],
  ['1234567', { kind: 'fault', fault: 'wrong-length' }],
  ['12A4', { kind: 'fault', fault: 'wrong-length' }],
])('digits before a star are thrown away: %s', (digits, understood) => {
  expect(understand(number, typed(digits))).toEqual(understood);
});

test.each([
  ['1', { kind: 'answer', answer: { kind: 'chosen', chosen: 'buy' } }],
  ['9', { kind: 'repeat' }],
  ['*', { kind: 'back' }],
  ['7', { kind: 'fault', fault: 'wrong-key' }],
  ['#', { kind: 'fault', fault: 'wrong-key' }],
  ['', { kind: 'fault', fault: 'empty' }],
])('one key: %s', (key, understood) => {
  expect(understand(oneKey({ 1: 'buy' }), typed(key))).toEqual(understood);
});

test('9 chooses where the table gives it a meaning', () => {
  expect(understand(oneKey({ 9: 'buy' }), typed('9'))).toMatchObject({ answer: { chosen: 'buy' } });
});

test('nothing heard at all is an empty answer', () => {
  expect(understand(number, { kind: 'nothing' })).toEqual({ kind: 'fault', fault: 'empty' });
  expect(understand(secretUntilHash(4, 6), { kind: 'nothing' })).toEqual({ kind: 'fault', fault: 'empty' });
});

test('a recording is kept by its id, and a star leads back', () => {
  const recording = { kind: 'recording', id: 'RE1' } as const;
  expect(understand(recordUpTo(30), recording)).toEqual({ kind: 'answer', answer: recording });
  expect(understand(recordUpTo(30), typed('*'))).toEqual({ kind: 'back' });
  expect(understand(recordUpTo(30), { kind: 'nothing' })).toEqual({ kind: 'fault', fault: 'no-recording' });
});
