import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageFacts } from '../../src/core/messages/message-facts.ts';
import { parseText } from '../../src/sms/parse-text.ts';
import { writtenAmount } from '../../src/wording/written/amounts.ts';
import { wordCard } from '../../src/wording/written/card-face.ts';
import { dateWriter } from '../../src/wording/written/dates.ts';
import { languageAskedFor, languageOfLocale, writtenLanguages } from '../../src/wording/written/language.ts';
import { wordMail } from '../../src/wording/written/mail/mail-words.ts';
import { LONGEST_TEXT, type Reader, wordMessage } from '../../src/wording/written/messages.ts';
import { shortName } from '../../src/wording/written/names.ts';
import { everyMessage } from './every-message.ts';

const reader: Reader = {
  language: 'ko',
  phone: '+821030000001',
  timeZone: 'Asia/Seoul',
  line: '+8215880000',
  link: 'https://gift.example/g/ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  twoWayText: true,
  mms: true,
};
const reaches = [
  { twoWayText: true, mms: true },
  { twoWayText: false, mms: false },
];
const messages: MessageFacts[] = [
  ...Object.values(everyMessage),
  { ...everyMessage.coupon, pinAsked: 'no-pin-yet' },
  { ...everyMessage['coupon-expires-soon'], pinAsked: 'no-pin-yet' },
];

describe.each(writtenLanguages)('texts in %s', (language) => {
  test.each(messages.map((facts) => [facts.kind, facts] as const))('%s', (_kind, facts) => {
    for (const reach of reaches) {
      const text = wordMessage(facts, { ...reader, language, ...reach });
      expect(text).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
      expect(text.length).toBeLessThanOrEqual(280);
      expect(text).toBe(text.trim());
    }
  });

  test('stay under what carriers take, whatever people are called', () => {
    const longName = '👩‍👩‍👧‍👦가나다라마바사\n<b>'.repeat(500);
    const stretch = (facts: MessageFacts): MessageFacts =>
      JSON.parse(JSON.stringify(facts), (key, value) => {
        if (/Name|recipient|caller/.test(key)) return longName;
        return key === 'open' ? Array.from({ length: 60 }, () => value[0]) : value;
      });
    for (const facts of messages) {
      const text = wordMessage(stretch(facts), { ...reader, language });
      expect(text.length, facts.kind).toBeLessThanOrEqual(LONGEST_TEXT);
    }
  });

  test('the example in a text is not a PIN, and reads as what it says', () => {
    const text = wordMessage(everyMessage['reply-which-gift'], { ...reader, language });
    expect(text).toContain('11 2');
    expect(parseText('11 2')).toEqual({ kind: 'refuse', gift: 11 });
  });

  test('the reader of a further gift is told to write its number', () => {
    const text = wordMessage(everyMessage['gift-offered'], { ...reader, language, othersWait: true });
    expect(text.match(/11/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toMatch(/11 2[.。]/);
  });

  test('no text says more digits in a row than a certificate has', () => {
    for (const facts of messages) {
      const text = wordMessage(facts, { ...reader, language, link: '' });
      expect(text.replace(/(?<=\d)[ .-](?=\d)/g, '')).not.toMatch(/\d{13,}/);
    }
  });
});

test('most Korean texts have under ninety characters', () => {
  const lengths = Object.values(everyMessage).map(
    (facts) => wordMessage(facts, reader).replace(/https:\S+/, '').length,
  );
  expect(lengths.filter((length) => length < 90).length).toBeGreaterThan(lengths.length / 2);
});

test('GC-09 the recipient reads who sent what, and what to answer', () => {
  expect(wordMessage(everyMessage['gift-offered'], reader)).toMatchInlineSnapshot(`
    "[기프트라인] 김지수 님이 한라악기 50,000원 상품권을 보냈습니다.
    축하 말씀 듣기: https://gift.example/g/ABCDEFGHIJKLMNOPQRSTUVWXYZ
    받으시려면 PIN으로 쓸 숫자 4–6자리를 답장해 주세요. 사양은 2.
    선물 번호 11, 2026년 12월 20일 15:30까지"
  `);
  expect(
    wordMessage(everyMessage['gift-offered'], { ...reader, twoWayText: false, mms: false }),
  ).toMatchInlineSnapshot(`
    "[기프트라인] 김지수 님이 한라악기 50,000원 상품권을 보냈습니다.
    축하 말씀을 듣고 받기·사양:
    https://gift.example/g/ABCDEFGHIJKLMNOPQRSTUVWXYZ
    문의 1588-0000
    선물 번호 11, 2026년 12월 20일 15:30까지"
  `);
});

test('GC-11 GC-15 the card and the news of its use', () => {
  expect(wordMessage(everyMessage.card, reader)).toMatchInlineSnapshot(`
    "[기프트라인] 한라악기 50,000원 상품권입니다.
    매장에서 이 그림을 보이고 정하신 PIN을 눌러 주세요.
    2027년 11월 20일까지
    번호 4821 7033 9164
    https://gift.example/g/ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  `);
  expect(wordMessage(everyMessage['certificate-used'], reader)).toMatchInlineSnapshot(
    `"[기프트라인] 최*나 님이 11월 20일 15:30 한라악기에서 50,000원을 썼습니다. 남은 금액은 30,000원입니다."`,
  );
  expect(wordMessage(everyMessage['certificate-used'], { ...reader, language: 'en' })).toMatchInlineSnapshot(
    `"Giftline: 최*나 used 50,000 won at Halla Music on 20 Nov, 15:30. 30,000 won left."`,
  );
  expect(wordMessage(everyMessage['certificate-used'], { ...reader, language: 'ja' })).toMatchInlineSnapshot(
    `"[ギフトライン] 최*나様が11月20日 15:30にHalla Musicで50,000ウォンを使いました。残額は30,000ウォンです。"`,
  );
});

test('EC-03 a coupon that wants a PIN says so, and to whoever has none how to make one', () => {
  const text = (pinAsked: 'own-pin' | 'no-pin-yet', how: Partial<Reader> = {}) =>
    wordMessage({ ...everyMessage.coupon, pinAsked }, { ...reader, ...how }).split('\n')[5];
  expect(writtenLanguages.map((language) => text('own-pin', { language }))).toEqual([
    '매장에서 쓰실 때 PIN을 눌러 주세요.',
    'You key in your PIN at the shop.',
    'お店ではPINを押していただきます。',
  ]);
  expect(writtenLanguages.map((language) => text('no-pin-yet', { language }))).toEqual([
    '매장에서 쓰실 때 PIN을 눌러 주세요. 아직 PIN이 없으시니 텔레그램 대화의 설정에서 먼저 만들어 주세요.',
    'You key in your PIN at the shop. Make one first in the Telegram chat, under Settings.',
    'お店ではPINを押していただきます。PINがまだありませんので、先にTelegramのトークの「設定」でお決めください。',
  ]);
  expect(text('no-pin-yet', { buttons: true })).toContain('아래 버튼으로 먼저 만들어 주세요.');
  const before = { ...everyMessage['coupon-expires-soon'], pinAsked: 'no-pin-yet' } as const;
  expect(wordMessage(before, reader)).toContain('아직 PIN이 없으시니');
});

test('facts of no kind are refused', () => {
  expect(() => wordMessage({ kind: 'toString' } as unknown as MessageFacts, reader)).toThrow();
});

test('amounts', () => {
  const won = { minor: 50000n, currency: 'KRW' } as const;
  expect(writtenLanguages.map((language) => writtenAmount(won, language))).toEqual([
    '50,000원',
    '50,000 won',
    '50,000ウォン',
  ]);
  expect(writtenAmount({ minor: '123456789', currency: 'USD' }, 'en')).toBe('1,234,567.89 dollars');
  expect(writtenAmount({ minor: '5', currency: 'USD' }, 'ko')).toBe('0.05달러');
  expect(writtenAmount({ minor: 0n, currency: 'JPY' }, 'ja')).toBe('0円');
});

test('dates are those of the shop, and a day that ends at midnight is the last', () => {
  const dates = dateWriter('ko', 'Asia/Seoul');
  expect(dates.moment('2026-11-20T15:30:00.000Z')).toBe('11월 21일 00:30');
  expect(dates.lastDay('2027-11-20T15:00:00.000Z')).toBe('2027년 11월 20일');
  expect(dates.lastDay('2027-11-20T06:30:00.000Z')).toBe('2027년 11월 20일 15:30');
  expect(dateWriter('en', 'Asia/Seoul').day('2026-11-20T00:00:00.000Z')).toBe('20 November 2026');
  expect(dateWriter('ja', 'Asia/Seoul').day('2026-11-20T00:00:00.000Z')).toBe('2026年11月20日');
  expect(() => dates.day('soon')).toThrow(RangeError);
});

test('languages', () => {
  expect(languageOfLocale('ja-JP')).toBe('ja');
  expect(languageOfLocale('ko')).toBe('ko');
  expect(languageOfLocale('fr')).toBe('en');
  expect(languageAskedFor('fr, ja;q=0.5, ko-KR;q=0.9')).toBe('ko');
  expect(languageAskedFor('*')).toBeNull();
  expect(languageAskedFor(undefined)).toBeNull();
});

test('any name becomes one bearable line', () => {
  expect(shortName('  김\n지수\u202e ')).toBe('김 지수');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
      expect(shortName(name)).toMatch(/^[^\n\r]*$/);
      expect(shortName(name).length).toBeLessThanOrEqual(40 * 16);
    }),
  );
});

test('a card is worded in every language', () => {
  const facts = {
    token: 'A'.repeat(26),
    number: '482170339164',
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    issued: { minor: 50000n, currency: 'KRW' as const },
    buyerName: '김지수',
    expiresAt: new Date('2027-11-20T15:00:00.000Z'),
  };
  expect(wordCard(facts, 'ko', 'Asia/Seoul')).toMatchObject({
    shopName: '한라악기',
    amount: '50,000원',
    validity: '2027년 11월 20일까지',
    numberGroups: ['4821', '7033', '9164'],
  });
  expect(wordCard(facts, 'ja', 'Asia/Seoul')).toMatchObject({ shopName: 'Halla Music', from: '김지수様より' });
});

test('GC-09 a mail’s button says what it is for, in one label', () => {
  const byMail = { ...reader, twoWayText: false, mms: false };
  const labels = writtenLanguages.flatMap((language) =>
    [true, false].map((hasGreeting) => {
      const { lines } = wordMail({ ...everyMessage['gift-offered'], hasGreeting }, { ...byMail, language });
      expect(lines.flatMap((line) => (line.kind === 'words' && /[:：]$/.test(line.words) ? line.words : []))).toEqual(
        [],
      );
      return lines.find((line) => line.kind === 'link')?.label;
    }),
  );
  expect(labels).toEqual([
    ...['축하 말씀을 듣고 받기·사양', '받기·사양'],
    ...['Hear the greeting, accept or decline', 'Accept or decline'],
    ...['お祝いの声・受け取り・辞退', '受け取り・辞退'],
  ]);
});
