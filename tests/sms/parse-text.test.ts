import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseText, type ReceivedText } from '../../src/sms/parse-text.ts';

const pin = (digits: string, gift: number | null = null): ReceivedText => ({ kind: 'pin', pin: digits, gift });
const refuse = (gift: number | null = null): ReceivedText => ({ kind: 'refuse', gift });
const unclear = (digits: boolean, gift: number | null = null): ReceivedText => ({ kind: 'unclear', digits, gift });

test.each<[string, ReceivedText]>([
  ['2580', pin('2580')],
  [' 258036\n', pin('258036')],
  ['２５８０', pin('2580')],
  ['2580.', pin('2580')],
  ['2580 👍🏻🎁', pin('2580')],
  ['2️⃣5️⃣8️⃣0️⃣', pin('2580')],
  ['2 5 8 0', pin('2580')],
  ['2.5.8.0', pin('2580')],
  ['pin 2580', pin('2580')],
  ['PIN: 2580', pin('2580')],
  ['핀번호 2580', pin('2580')],
  ['暗証番号２５８０', pin('2580')],
  ['0000', pin('0000')],
  ['11 2580', pin('2580', 11)],
  ['11-2580', pin('2580', 11)],
  ['11\n2580', pin('2580', 11)],
  ['11번 2580', pin('2580', 11)],
  ['선물 12, 258036', pin('258036', 12)],
  ['112580', pin('112580')],
  ['2', refuse()],
  ['２', refuse()],
  ['②', refuse()],
  ['2️⃣', refuse()],
  ['2!', refuse()],
  ['거절 2', refuse()],
  ['11 2', refuse(11)],
  ['11-2', refuse(11)],
  ['0', { kind: 'help' }],
  ['11 0', { kind: 'help' }],
  ['help', { kind: 'help' }],
  ['도움말', { kind: 'help' }],
  ['STOP', { kind: 'opt-out' }],
  ['stop.', { kind: 'opt-out' }],
  ['Stop All', { kind: 'opt-out' }],
  ['unsubscribe', { kind: 'opt-out' }],
  ['수신 거부', { kind: 'opt-out' }],
  ['START', { kind: 'opt-in' }],
  ['unstop', { kind: 'opt-in' }],
  ['yes', unclear(false)],
  ['', unclear(false)],
  ['🎁', unclear(false)],
  ['고마워요', unclear(false)],
  ['please stop sending me this', unclear(false)],
  ['123', unclear(true)],
  ['1234567', unclear(true)],
  ['내일 1530에 봐요', unclear(false)],
  ['25 80', unclear(true, 25)],
  ['14 2580 감사합니다', unclear(false, 14)],
  ['14 258', unclear(true, 14)],
  ['2580 1470', unclear(true)],
  ['1 2', refuse(1)],
  ['3', unclear(true)],
  ['2580원', unclear(false)],
  ['11 2 2580', unclear(true)],
  ['010-3000-0001', unclear(true)],
  ['+821030000001', unclear(true)],
  [`2580${'!'.repeat(1_596)}`, pin('2580')],
  [`2${' '.repeat(1_600)}`, unclear(true)],
  [`${' '.repeat(1_599)}2580`, unclear(true)],
])('%#', (text, meant) => {
  expect(parseText(text)).toEqual(meant);
});

test('what the carrier took it for counts more than the words', () => {
  expect(parseText('그만', 'STOP')).toEqual({ kind: 'opt-out' });
  expect(parseText('YES', 'START')).toEqual({ kind: 'opt-in' });
  expect(parseText('2580', 'help')).toEqual({ kind: 'help' });
  expect(parseText('2580', 'NEWS')).toEqual(pin('2580'));
});

test('any text is read as something, and a PIN has four to six plain digits', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.string({ unit: fc.constantFrom(...'0123456789 .-\n２①pin핀번선물거절🎁\u200d\u{e0000}\ud800') }),
  );
  fc.assert(
    fc.property(anything, fc.option(fc.string(), { nil: undefined }), (text, optOutType) => {
      const read = parseText(text, optOutType);
      if (read.kind === 'pin') expect(read.pin).toMatch(/^[0-9]{4,6}$/);
      if ('gift' in read && read.gift !== null) expect(read.gift).toSatisfy(Number.isInteger);
    }),
    { numRuns: 2_000 },
  );
});
