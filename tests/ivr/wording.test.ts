import { describe, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { spokenAmount } from '../../src/wording/spoken/amount.ts';
import { spokenCard } from '../../src/wording/spoken/card.ts';
import { spokenDigits, spokenPhone } from '../../src/wording/spoken/digits.ts';
import { spokenName, spokenRecipient } from '../../src/wording/spoken/name.ts';
import type { NoticeFacts } from '../../src/wording/spoken/notices.ts';
import type { PromptFacts, PromptName } from '../../src/wording/spoken/prompts.ts';
import { notices, prompts, spaced, speakNotice, speakPrompt } from '../../src/wording/spoken/speak.ts';
import type { Utterance } from '../../src/wording/spoken/utterance.ts';

const shop = { name: '한라악기', nameEn: 'Halla Music' };
const won = (minor: number) => money(minor, 'KRW');
const amounts = [won(10_000), won(30_000), won(50_000), won(100_000)];
const shops = [
  { code: '101', name: '한라악기', nameEn: 'Halla Music' },
  { code: '102', name: '북촌식당', nameEn: 'Bukchon Table' },
  { code: '103', name: '제주렌터카', nameEn: 'Jeju Rent' },
  { code: '104', name: '바닷가민박', nameEn: 'Seaside Stay' },
];

const samples: { [K in PromptName]: PromptFacts[K] } = {
  menu: {},
  language: {},
  member: { callerKnown: true },
  pin: {},
  shop: { memberName: '김지수' },
  shopList: { shops, more: true },
  amount: { shop, presets: amounts },
  amountOther: { currency: 'KRW' },
  holding: {},
  recipient: { amount: won(50_000), card: { brand: 'visa', last4: '4242' } },
  recipientConfirm: { phone: '+821030000001', name: { kind: 'korean', surname: '최', lastSyllable: '나' } },
  greeting: {},
  greetingRecord: {},
  confirm: { shop, amount: won(50_000) },
  capturing: {},
  done: {},
  resume: {},
  goodbye: {},
  enough: { unpaid: true, held: true },
  holdUnanswered: {},
  captureUnanswered: {},
  apology: { held: true },
};

const noticeSamples: NoticeFacts = {
  empty: {},
  'wrong-key': {},
  'wrong-length': {},
  'no-recording': {},
  'no-caller-number': {},
  'wrong-pin': {},
  closed: { minutes: 15 },
  'unknown-shop': {},
  'no-such-preset': {},
  'no-amount': {},
  declined: {},
  'hold-failed': {},
  'amount-out-of-range': { least: won(1_000), most: won(500_000) },
  'daily-limit': { left: won(120_000) },
  'daily-limit-reached': {},
  'not-mobile': {},
  another: {},
  cancelled: {},
  'hold-expired': {},
  'payment-failed': {},
  'was-bought': {},
  'was-gone': {},
  'at-hold': {},
  'at-recipient': {},
  'at-recipient-confirm': {},
  'at-greeting': {},
  'at-confirm': {},
};

const names = Object.keys(samples) as PromptName[];
const noticeNames = Object.keys(noticeSamples) as (keyof NoticeFacts)[];
const text = (said: readonly Utterance[]): string => said.map((one) => one.text).join(' ');

/** Seconds of speech, at the pace that espeak-ng 1.51 was measured to have over all these prompts at `-s 160`. */
const syllablesASecond = 3.9;
const wordsASecond = 2.4;

function secondsOf(said: readonly Utterance[]): number {
  const whole = text(said);
  const syllables = whole.match(/[가-힣]/g)?.length ?? 0;
  const words = whole.match(/[A-Za-z']+|\d[\d,]*/g)?.length ?? 0;
  return syllables / syllablesASecond + words / wordsASecond;
}

const forms = (['ko', 'en'] as const).flatMap((language) =>
  (['first', 'again'] as const).map((form) => [language, form] as const),
);

describe.each(forms)('every prompt in %s, told %s', (language, form) => {
  test.each(names)('%s', (name) => {
    const said = speakPrompt(language, name, form, samples[name]);
    expect(said.length).toBeGreaterThan(0);
    expect(text(said)).not.toMatch(/undefined|null|NaN|\[object|별표 *[가-힣]*글자|\s{2}/);
    expect(text(said)).toMatch(/[.?]$/);
    expect(secondsOf(said)).toBeLessThan(12);
  });
});

describe.each(['ko', 'en'] as const)('every outcome in %s', (language) => {
  test.each(noticeNames)('%s', (kind) => {
    for (const telling of [1, 2]) {
      const said = speakNotice(language, { kind, ...noticeSamples[kind] } as never, telling);
      expect(text(said)).toMatch(/^[^{}]+[.?]$/);
      expect(text(said)).not.toMatch(/undefined|null|NaN/);
      expect(secondsOf(said)).toBeLessThan(6);
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
      expect(text(first(noticeSamples[kind]))).not.toBe(text(second(noticeSamples[kind])));
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
      expect(text(speakPrompt(language, name, 'again', samples[name]))).not.toBe(
        text(speakPrompt(language, name, 'first', samples[name])),
      );
    }
    expect(Object.keys(prompts[language]).toSorted()).toEqual(names.toSorted());
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
