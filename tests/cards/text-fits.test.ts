import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CertificateFace, checkedFace } from '../../src/cards/card-face.ts';
import { CARD, CODE_128_PLACE, placesOf, QR_PLACE } from '../../src/cards/certificate/layout.ts';
import { paletteOf } from '../../src/cards/colours.ts';
import { type Fonts, loadFonts } from '../../src/cards/fonts.ts';
import { inkOf } from '../../src/cards/outline.ts';
import { setPlace } from '../../src/cards/place.ts';
import { shaper } from '../../src/cards/shape-text.ts';
import { ASSETS, englishFace, japaneseFace, koreanFace } from './faces.ts';
import { ODD_TEXTS } from './odd-texts.ts';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await loadFonts(ASSETS);
});

/** What each text of a card inks, and the box that it was given. */
function inked(face: CertificateFace) {
  const shape = shaper(fonts, face.language);
  return placesOf(checkedFace(face), paletteOf(face.accent)).map((place) => ({
    place,
    inks: setPlace(place, shape).flatMap((line) => inkOf(line.glyphs, line) ?? []),
  }));
}

/** A glyph may lean out of its advance, and an accent rise over its line, by so much. In pixels. */
const OVERHANG = 8;

function expectInside(face: CertificateFace) {
  for (const { place, inks } of inked(face)) {
    for (const ink of inks) {
      expect(ink.left, place.name).toBeGreaterThanOrEqual(72 - OVERHANG);
      expect(ink.right, place.name).toBeLessThanOrEqual(CARD.width - 72 + OVERHANG);
      expect(ink.top, place.name).toBeGreaterThanOrEqual(place.top - OVERHANG);
      expect(ink.bottom, place.name).toBeLessThanOrEqual(place.top + place.height + OVERHANG);
    }
  }
}

const everywhere = (text: string): CertificateFace => ({
  ...koreanFace,
  shopName: text,
  title: text,
  from: text,
  validity: text,
  terms: [text, text, text, text],
});

describe('a text stays in its box:', () => {
  for (const [what, text] of Object.entries(ODD_TEXTS)) test(what, () => expectInside(everywhere(text)));

  test('whatever anyone writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('ko', 'en', 'ja'), (text, language) =>
        expectInside({ ...everywhere(text), language }),
      ),
      { numRuns: 60 },
    );
  });

  test('a long amount shrinks and is never cut', () => {
    const amount = '1,000,000,000,000,000,000,000,000,000원';
    const face = { ...koreanFace, amount };
    expectInside(face);
    const place = placesOf(checkedFace(face), paletteOf()).find(({ name }) => name === 'amount');
    const lines = place ? setPlace(place, shaper(fonts, 'ko')) : [];
    expect(lines.map((line) => line.glyphs.length)).toEqual([amount.length]);
  });
});

test('the boxes of a card overlap neither each other nor the symbols with their quiet zones', () => {
  const boxes = placesOf(koreanFace, paletteOf()).map(({ name, top, height }) => ({ name, top, bottom: top + height }));
  const qr = QR_PLACE.modules * QR_PLACE.modulePx;
  boxes.push({ name: 'qr', top: QR_PLACE.y - QR_PLACE.quietPx, bottom: QR_PLACE.y + qr + QR_PLACE.quietPx });
  boxes.push({ name: 'code 128', top: CODE_128_PLACE.y, bottom: CODE_128_PLACE.y + CODE_128_PLACE.heightPx });
  boxes.sort((one, other) => one.top - other.top);
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1];
    if (next) expect(box.bottom, `${box.name} above ${next.name}`).toBeLessThanOrEqual(next.top);
  }
  expect(boxes.at(-1)?.bottom).toBeLessThanOrEqual(CARD.height - CARD.edge);
});

describe('every character has a glyph', () => {
  const samples: Array<[CertificateFace['language'], string]> = [
    ['ko', '가각힣뷁쀍 모바일 상품권 50,000원 ₩ · … “따옴표” ㈜ 大韓民國 金 李 朴 崔 2026. 8. 31.까지'],
    ['ja', '髙橋 﨑 齋藤 渡邉 々〆ヶ 商品券 ¥5,000 ありがとうございます モバイル 「京都」 ㈱ 鬱 檸檬 薔薇'],
    ['ja', '한국어도 섞여 있다 Giftline'],
    ['en', 'Gift certificate — “Żółć” Ünïcödé ñ ß € £ ₩ © ™ Ελληνικά Кириллица 1/2'],
    ['ko', '🎁 👨‍👩‍👧‍👦 ❤️ 🇰🇷 שלום עולם ابن محمد'],
  ];
  for (const face of [koreanFace, japaneseFace, englishFace]) {
    samples.push([
      face.language,
      [face.shopName, face.title, face.amount, face.from, face.validity, ...face.terms].join(' '),
    ]);
  }
  for (const [language, text] of samples) {
    test(`${language}: ${text.slice(0, 24)}…`, () => {
      for (const weight of ['regular', 'bold'] as const) {
        const { glyphs } = shaper(fonts, language)(text, weight);
        expect(glyphs.filter((glyph) => glyph.id === 0)).toEqual([]);
        expect(glyphs.length).toBeGreaterThan(0);
      }
    });
  }

  test('a character that no font has is shown as a box, not left out', () => {
    const { glyphs } = shaper(fonts, 'ko')('가\u{10fffd}나', 'regular');
    expect(glyphs.map((glyph) => glyph.id === 0)).toEqual([false, true, false]);
  });
});
