import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { piecesOf } from '../../src/cards/break-lines.ts';
import { type CertificateFace, cardPainter, type DrawCard } from '../../src/cards/card.ts';
import { visualRuns } from '../../src/cards/direction.ts';
import { latest } from '../../src/cards/latest.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { ASSETS, englishFace, japaneseFace, koreanFace, LIMIT } from './faces.ts';

let drawCard: DrawCard;
beforeAll(async () => {
  drawCard = await cardPainter({ assetsDir: ASSETS });
});

const crowded: CertificateFace = {
  ...koreanFace,
  shopName: '<b>&"한라"</b> 🎁 서귀포 바닷가 악기점',
  from: 'שלום 123 ابن محمد 님이 보냈습니다',
  terms: Array.from({ length: 4 }, () => '아주 긴 조건입니다. '.repeat(30)),
};

describe('a card', () => {
  for (const [name, face] of Object.entries({ koreanFace, japaneseFace, englishFace, crowded })) {
    for (const format of ['png', 'jpeg'] as const) {
      test(`${name} as ${format} is what it says it is, under 300 KB`, async () => {
        const drawn = await drawCard(face, { format, ...LIMIT });
        const seen = await sharp(drawn.picture).metadata();
        expect(drawn.contentType).toBe(`image/${format}`);
        expect(seen).toMatchObject({ format, width: drawn.width, height: drawn.height });
        expect(drawn.picture.byteLength).toBeLessThan(LIMIT.maxBytes);
      });
    }
  }

  test('is the same picture each time, whether its texts were kept or drawn anew', async () => {
    const fresh = await cardPainter({ assetsDir: ASSETS });
    const first = await fresh(koreanFace, { format: 'png', ...LIMIT });
    const again = await fresh(koreanFace, { format: 'png', ...LIMIT });
    expect(again.picture.equals(first.picture)).toBe(true);
  });

  test('is made smaller where fewer bytes are allowed', async () => {
    for (const [format, maxBytes] of [
      ['png', 45_000],
      ['jpeg', 60_000],
    ] as const) {
      const { picture } = await drawCard(koreanFace, { format, maxBytes });
      expect(picture.byteLength).toBeLessThanOrEqual(maxBytes);
    }
  });

  test('is refused where nothing is small enough', async () => {
    await expect(drawCard(koreanFace, { format: 'jpeg', maxBytes: 5_000 })).rejects.toThrow(RangeError);
  });

  const wrong: Record<string, Partial<CertificateFace>> = {
    'a card number as token': { token: '4111111111111111' },
    'a lower-case token': { token: koreanFace.token.toLowerCase() },
    'a short number': { number: '1234' },
    'groups of another number': { numberGroups: ['1111', '2222', '3333'] },
    'a fifth term': { terms: ['1', '2', '3', '4', '5'] },
    'an amount without end': { amount: '9'.repeat(41) },
    'a colour that is markup': { accent: '"/><script>' },
  };
  for (const [what, change] of Object.entries(wrong)) {
    test(`does not take ${what}, and does not repeat it`, async () => {
      const drawing = drawCard({ ...koreanFace, ...change }, { format: 'png', ...LIMIT });
      await expect(drawing).rejects.toThrow(RangeError);
      await expect(drawing).rejects.not.toThrow(koreanFace.token);
    });
  }

  test('needs its fonts at the start', async () => {
    await expect(cardPainter({ assetsDir: 'tests/cards' })).rejects.toThrow(/ENOENT/);
  });
});

test('texts from outside become one plain line', () => {
  expect(plainText('  가\n나\t\u0000다\u202e000,05\u202c ')).toBe('가 나 다000,05');
  expect(plainText('\u1112\u1161\u11ab')).toBe('한');
  expect(plainText(`e${'\u0323'.repeat(9)}`)).toBe('ẹ\u0323\u0323\u0323');
});

test('names written from the right keep their numbers and brackets', () => {
  expect(visualRuns('김지수')).toEqual([{ text: '김지수', rightToLeft: false }]);
  expect(visualRuns('From אבג 1,234 (דה) 님')).toEqual([
    { text: 'From ', rightToLeft: false },
    { text: ' (דה)', rightToLeft: true },
    { text: '1,234', rightToLeft: false },
    { text: 'אבג ', rightToLeft: true },
    { text: ' 님', rightToLeft: false },
  ]);
});

test('Japanese breaks between words, Korean at spaces, and no line begins with a full stop', () => {
  expect(piecesOf('서귀포 본점')).toEqual(['서귀포 ', '본점']);
  const pieces = piecesOf('「京都」で使えます。');
  expect(pieces.join('')).toBe('「京都」で使えます。');
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece).not.toMatch(/^[」。]|「$/);
});

test('what is kept stays within its bytes, the longest unused going first', async () => {
  const made: string[] = [];
  const keep = latest<string>(6, (value) => value.length);
  const ask = (key: string) =>
    keep(key, async () => {
      made.push(key);
      return key.repeat(3);
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
