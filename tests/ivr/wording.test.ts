import { describe, expect, test } from 'vitest';
import { demoNotices } from '../../scripts/call-map/demo-facts.ts';
import {
  formsOf,
  languages,
  noticeNames,
  noticesOf,
  promptNames,
  sayings,
} from '../../scripts/call-map/everything-said.ts';
import { money } from '../../src/core/money.ts';
import { spokenAmount } from '../../src/wording/spoken/amount.ts';
import { spokenCard } from '../../src/wording/spoken/card.ts';
import { spokenDigits, spokenPhone } from '../../src/wording/spoken/digits.ts';
import { spokenName, spokenRecipient } from '../../src/wording/spoken/name.ts';
import { notices, prompts, spaced } from '../../src/wording/spoken/speak.ts';
import type { Utterance } from '../../src/wording/spoken/utterance.ts';

const won = (minor: number) => money(minor, 'KRW');
const text = (said: readonly Utterance[]): string => said.map((one) => one.text).join(' ');
/** Nothing left out, nothing glued together: no `undefined`, no comma or full stop without its space. */
const slips = /undefined|null|NaN|\[object|별표 *[가-힣]*글자|\s{2}|[,.;](?=[^\s\d])|\s[,.;]/;

describe.each(languages)('every prompt in %s, with all that it can be told', (language) => {
  test.each(promptNames)('%s', (name) => {
    for (const form of formsOf(language, name)) {
      for (const { said } of sayings(language, name, form)) {
        expect(said.length).toBeGreaterThan(0);
        expect(text(said)).not.toMatch(slips);
        expect(text(said)).toMatch(/[.?]$/);
      }
    }
  });
});

describe.each(languages)('every outcome in %s', (language) => {
  test.each(noticeNames)('%s', (kind) => {
    for (const telling of [1, 2] as const) {
      for (const { said } of noticesOf(language, kind, telling)) {
        expect(text(said)).toMatch(/^[^{}]+[.?]$/);
        expect(text(said)).not.toMatch(slips);
      }
    }
  });
});

test('a refusal is told in other words the second time', () => {
  const repeated = [
    'empty',
    'wrong-key',
    'wrong-length',
    'no-recording',
    'no-caller-number',
    'wrong-pin',
    'unknown-shop',
    'declined',
    'hold-failed',
    'amount-out-of-range',
    'daily-limit',
    'not-mobile',
    'payment-failed',
  ] as const;
  for (const language of ['ko', 'en'] as const) {
    for (const kind of repeated) {
      const [first, second] = notices[language][kind] as readonly [
        (facts: object) => Utterance[],
        (facts: object) => Utterance[],
      ];
      for (const facts of demoNotices[kind]) expect(text(first(facts))).not.toBe(text(second(facts)));
    }
  }
});

test('prompts that ask for something are told in other words the second time', () => {
  const asking = [
    'menu',
    'language',
    'member',
    'pin',
    'shop',
    'amount',
    'amountOther',
    'recipient',
    'recipientConfirm',
    'greeting',
    'greetingRecord',
    'confirm',
    'done',
    'resume',
  ] as const;
  for (const language of ['ko', 'en'] as const) {
    for (const name of asking) {
      const again = new Set(sayings(language, name, 'again').map(({ said }) => text(said)));
      for (const { said } of sayings(language, name, 'first')) expect(again).not.toContain(text(said));
    }
    expect(Object.keys(prompts[language]).toSorted()).toEqual(promptNames.toSorted());
  }
});

test.each([
  [1_000, '천 원'],
  [10_000, '만 원'],
  [12_500, '만 이천오백 원'],
  [10_010, '만 십 원'],
  [30_000, '삼만 원'],
  [100_000, '십만 원'],
  [110_000, '십일만 원'],
  [500_000, '오십만 원'],
  [123_456, '십이만 삼천사백오십육 원'],
  [100_000_000, '일억 원'],
])('%i won as people say it', (minor, words) => {
  expect(spokenAmount(won(minor), 'ko')).toBe(words);
  expect(spokenAmount(won(minor), 'ko')).not.toMatch(/\d/);
});

test('amounts in English, and in currencies with small coins', () => {
  expect(spokenAmount(won(12_500), 'en')).toBe('12,500 won');
  expect(spokenAmount(money(1_250, 'USD'), 'ko')).toBe('십이 달러 오십 센트');
  expect(spokenAmount(money(1_250, 'USD'), 'en')).toBe('12 dollars and 50 cents');
  expect(spokenAmount(money(3_000, 'JPY'), 'ko')).toBe('삼천 엔');
});

test('digits one by one, numbers by their groups', () => {
  expect(spokenPhone('+821030000001', 'ko')).toBe('공일공, 삼공공공, 공공공일');
  expect(spokenPhone('+821030000001', 'en')).toBe('0 1 0, 3 0 0 0, 0 0 0 1');
  expect(spokenDigits('4242', 'ko')).toBe('사이사이');
});

test('cards by the names that people know', () => {
  expect(text(spokenCard({ brand: 'visa', last4: '4242' }, 'ko'))).toBe('비자카드 끝번호 사이사이');
  expect(text(spokenCard({ brand: 'constructor', last4: '0001' }, 'ko'))).toBe('카드 끝번호 공공공일');
  expect(text(spokenCard({ brand: 'mastercard', last4: '4444' }, 'en'))).toBe('Mastercard ending in 4 4 4 4');
});

test('a name is said by the voice of its own language', () => {
  expect(spaced(spokenRecipient({ kind: 'korean', surname: '최', lastSyllable: '나' }, 'en'))).toEqual([
    { text: 'Family name', language: 'en' },
    { text: '최,', language: 'ko' },
    { text: 'last syllable', language: 'en' },
    { text: '나.', language: 'ko' },
  ]);
  expect(text(spokenRecipient({ kind: 'korean', surname: '정', lastSyllable: null }, 'ko'))).toBe('성은 정.');
  expect(spaced(spokenRecipient({ kind: 'other', initials: ['C', 'Y'] }, 'ko'))).toEqual([
    { text: '이름의 첫 글자는', language: 'ko' },
    { text: 'C, Y.', language: 'en' },
  ]);
});

test('a name cannot bring markup, line breaks or length into a prompt', () => {
  expect(spokenName('<Say>김\n지수</Say>\u0007').text).toBe('Say 김 지수 /Say');
  expect([...spokenName('가'.repeat(500)).text]).toHaveLength(30);
});
