import { expect, test } from 'vitest';
import { Html, html, lines, within, wordsOf } from '../../src/chat/html.ts';
import { parseMinor, parseWant } from '../../src/chat/parse-want.ts';
import { idAndRest, longId, shortId } from '../../src/chat/short-id.ts';
import { parseTalk } from '../../src/chat/talk.ts';
import { bare } from '../../src/chat/typed.ts';
import { chatWords } from '../../src/chat/words/words.ts';
import { openNow } from '../../src/core/shops/open-now.ts';
import { particle } from '../../src/wording/written/particle.ts';

const longest = '긴'.repeat(40);

/** Every word of the bot, with the longest that it is ever given. */
function* everyWord(words: object, path = ''): Generator<[string, string]> {
  for (const [name, word] of Object.entries(words)) {
    const at = `${path}.${name}`;
    if (word instanceof Html) yield [at, wordsOf(word)];
    else if (typeof word === 'string') yield [at, word];
    else if (typeof word === 'function') {
      const said = word(...Array.from({ length: word.length }, () => longest));
      yield [at, said instanceof Html ? wordsOf(said) : String(said)];
    } else yield* everyWord(word, at);
  }
}

test('everything that the bot says exists in three languages, and fits into a message', () => {
  const [ko, en, ja] = [chatWords.ko, chatWords.en, chatWords.ja].map((words) => new Map(everyWord(words)));
  expect([...(en?.keys() ?? [])]).toEqual([...(ko?.keys() ?? [])]);
  expect([...(ja?.keys() ?? [])]).toEqual([...(ko?.keys() ?? [])]);
  for (const [at, said] of [...(ko ?? []), ...(en ?? []), ...(ja ?? [])]) {
    expect(said, at).not.toBe('');
    expect(said.length, at).toBeLessThan(700);
    expect(said, at).not.toMatch(/undefined|\[object|\s\n|[ ]{4}/);
  }
  for (const said of en?.values() ?? []) expect(said.replaceAll(longest, '')).not.toMatch(/[가-힣ぁ-んァ-ヶ]/);
  for (const said of ja?.values() ?? []) expect(said.replaceAll(longest, '')).not.toMatch(/[가-힣]/);
  for (const said of ko?.values() ?? []) expect(said).not.toMatch(/[ぁ-んァ-ヶ]/);
});

test('buttons and commands are short enough, and no label means two things', () => {
  const labels = Object.values(chatWords).flatMap(({ conversation }) => Object.entries(conversation.labels));
  const byWords = new Map<string, string>();
  for (const [name, label] of labels) {
    expect(label.length, label).toBeLessThanOrEqual(40);
    expect(byWords.get(bare(label)) ?? name, label).toBe(name);
    byWords.set(bare(label), name);
  }
  for (const { conversation } of Object.values(chatWords)) {
    expect(conversation.languageChosen.length).toBeLessThanOrEqual(200);
    for (const description of Object.values(conversation.commands)) expect(description.length).toBeLessThanOrEqual(256);
  }
});

test('what is put into a text is never a mark', () => {
  expect(html`<b>${'<i>&"'}</b>${html`<u>${'>'}</u>`}`.markup).toBe('<b>&lt;i&gt;&amp;&quot;</b><u>&gt;</u>');
  expect(lines('a', false, null, html`<b>b</b>`).markup).toBe('a\n<b>b</b>');
  expect(wordsOf(within(html`<b>${'<'.repeat(5_000)}</b>`, 4_096))).toHaveLength(4_094);
  expect(within(html`<b>x</b>`, 10).markup).toBe('<b>x</b>');
});

test('wants as people type them', () => {
  const percent = (figure: number) => ({ kind: 'percentage', percent: figure });
  const amount = (minor: bigint) => ({ kind: 'amount', minor });
  const cases: [string, object][] = [
    ['15%', percent(15)],
    ['１５％ 할인', percent(15)],
    ['20퍼센트', percent(20)],
    ['2割引', percent(20)],
    ['20% off', percent(20)],
    ['30', percent(30)],
    ['7000원', amount(7_000n)],
    ['7,000', amount(7_000n)],
    ['3천원 할인', amount(3_000n)],
    ['1만원', amount(10_000n)],
    ['₩5000', amount(5_000n)],
    ['1万円', amount(10_000n)],
  ];
  for (const [said, want] of cases) expect(parseWant(said, 0), said).toEqual(want);
  const inWords: [string, object][] = [
    ['백원', amount(100n)],
    ['오천원', amount(5_000n)],
    ['만 원', amount(10_000n)],
    ['이만오천원', amount(25_000n)],
    ['이만 오천 원 할인', amount(25_000n)],
    ['3만 5천원', amount(35_000n)],
    ['오천', amount(5_000n)],
    ['1.5만원', amount(15_000n)],
    ['五千円', amount(5_000n)],
    ['10프로', percent(10)],
    ['십 퍼센트', percent(10)],
    ['이십오프로 할인', percent(25)],
    ['오 퍼센트', percent(5)],
    ['반값', percent(50)],
    ['半額', percent(50)],
  ];
  for (const [said, want] of inWords) expect(parseWant(said, 0), said).toEqual(want);
  for (const said of ['-5000원', '−10%', '₩-5000', '마이너스 5000원']) {
    expect(parseWant(said, 0), said).toEqual({ kind: 'negative' });
  }
  for (const said of ['10% 할인하고 5000원도', '10~20%', '10%랑 오천원', '10-20%', '5000원 + 10%']) {
    expect(parseWant(said, 0), said).toEqual({ kind: 'mixture' });
  }
  expect(parseWant('12.5%', 0)).toEqual({ kind: 'part-of-percent' });
  for (const item of [
    'abc',
    '사원 할인',
    '공원 입장권',
    '만두 한 접시',
    '천연 비누',
    '이천 쌀',
    '1+1',
    '2000원짜리 커피',
  ]) {
    expect(parseWant(item, 0), item).toEqual({ kind: 'gift-item', item });
  }
  for (const item of ['아메리카노 2잔', 'a free dessert', '3 프로그램', '']) {
    expect(parseWant(item, 0)).toEqual({ kind: 'gift-item', item });
  }
  expect(parseMinor('$5.5', 2)).toBe(550n);
  expect(parseMinor('5', 2)).toBe(500n);
  expect(parseMinor('다섯', 0)).toBeNull();
});

test('particles behind words that end in anything', () => {
  const said = [
    '조식 무료',
    '아메리카노 한 잔',
    '20% 할인',
    'abc',
    '커피 3',
    '1+1',
    'A세트)',
    '‘만두’',
    'gum',
    'パン',
    '😀',
  ];
  expect(said.map((word) => particle(word, '을/를')).join(' ')).toBe('를 을 을 를 을 을 를 를 을 을 를');
  expect(['커피 1', '물', '잔'].map((word) => particle(word, '으로/로'))).toEqual(['로', '로', '으로']);
});

test('ids on buttons', () => {
  const id = '01a1fea7-cd0b-7460-b4c0-0e8f5c5f58ac';
  expect(shortId(id)).toHaveLength(22);
  expect(longId(shortId(id))).toBe(id);
  expect(longId(id)).toBe(id);
  expect(idAndRest(`${shortId(id)}.20`)).toEqual({ id, rest: '20' });
  for (const wrong of ['', 'x', `${shortId(id)}x`, "' OR 1"]) expect(longId(wrong)).toBeNull();
});

test('what was kept of a talk by another version is nothing', () => {
  expect(parseTalk('{"step":"search"}')).toEqual({ step: 'search' });
  expect(parseTalk('{"step":"gone"}')).toBeNull();
  expect(parseTalk('{"step":"want","shopId":5}')).toBeNull();
  expect(parseTalk('7')).toBeNull();
  expect(parseTalk(null)).toBeNull();
});

test('whether a shop is open, past midnight too', () => {
  const bar = ['18:00-02:00', null, '00:00-24:00', '10:00-20:00', '10:00-20:00', '10:00-20:00', '10:00-20:00'];
  const at = (day: number, time: string) => openNow(bar, new Date(`2026-11-${day}T${time}:00+09:00`), 'Asia/Seoul');
  expect(at(16, '17:00')).toEqual({ kind: 'opens', at: '18:00' });
  expect(at(16, '23:00')).toEqual({ kind: 'open', until: '02:00' });
  expect(at(17, '01:00')).toEqual({ kind: 'open', until: '02:00' });
  expect(at(17, '02:00')).toEqual({ kind: 'closed-today' });
  expect(at(18, '03:00')).toEqual({ kind: 'all-day' });
  expect(at(19, '20:00')).toEqual({ kind: 'over' });
});
