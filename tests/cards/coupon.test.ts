import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CouponFace, cardPainter, type DrawCard } from '../../src/cards/card.ts';
import { checkedFace } from '../../src/cards/card-face.ts';
import { contrastOf, INK, PAPER, paletteOf } from '../../src/cards/colours.ts';
import { COUPON, COUPON_BARS, COUPON_QR, couponPlaces, footOf } from '../../src/cards/coupon/layout.ts';
import { sampleBars, sampleQr } from '../../src/cards/coupon/sample-symbols.ts';
import { loadFonts } from '../../src/cards/fonts.ts';
import { inkOf } from '../../src/cards/outline.ts';
import { COLUMN, MARGIN, setPlace } from '../../src/cards/place.ts';
import { type Shaper, shaper } from '../../src/cards/shape-text.ts';
import { code128, qrCode, type SymbolShape } from '../../src/cards/symbols.ts';
import { motifs, themes } from '../../src/core/coupons/look.ts';
import { ASSETS, couponFace, LIMIT, read, tokenFrom } from './faces.ts';
import { ODD_TEXTS } from './odd-texts.ts';

let drawCard: DrawCard;
let shape: Shaper;
beforeAll(async () => {
  drawCard = await cardPainter({ assetsDir: ASSETS });
  shape = shaper(await loadFonts(ASSETS), 'ko');
});

const mark = '화면을 보이거나 인쇄해서 쓰세요';
const codes = {
  tracked: couponFace.code,
  untracked: { kind: 'untracked', token: tokenFrom(1), mark },
  codeless: { kind: 'untracked', token: null, mark },
  'sample, tracked': { kind: 'sample', word: '견본', mark: null },
  'sample, untracked': { kind: 'sample', word: '견본', mark },
} as const satisfies Record<string, CouponFace['code']>;

/** What the two symbols of a picture say: [QR, Code 128]. */
const readBoth = async (picture: Buffer) => [await read(picture, 'QRCode'), await read(picture, 'Code128')];

const blackAndWhite = (picture: Buffer) => sharp(picture).greyscale().threshold(128).png().toBuffer();

describe('what a till reads from a coupon', () => {
  const said: Record<keyof typeof codes, [string[], string[]]> = {
    tracked: [[codes.tracked.kind === 'tracked' ? codes.tracked.token : ''], ['123456789012']],
    untracked: [[tokenFrom(1)], []],
    codeless: [[], []],
    'sample, tracked': [[], []],
    'sample, untracked': [[], []],
  };
  for (const [name, code] of Object.entries(codes)) {
    test(`${name}: ${said[name as keyof typeof codes].flat().length} codes, on the screen, small, and printed in black and white`, async () => {
      const { picture } = await drawCard({ ...couponFace, code }, { format: 'jpeg', ...LIMIT });
      const small = await sharp(picture).resize({ width: 360 }).png().toBuffer();
      for (const seen of [picture, small, await blackAndWhite(picture)]) {
        expect(await readBoth(seen)).toEqual(said[name as keyof typeof codes]);
      }
    });
  }

  test('in every colour that a shop may choose', async () => {
    for (const [index, accent] of Object.values(themes).entries()) {
      const token = tokenFrom(index);
      const code = { ...codes.tracked, token } as CouponFace['code'];
      const { picture } = await drawCard({ ...couponFace, accent, code }, { format: 'jpeg', ...LIMIT });
      expect(await readBoth(await blackAndWhite(picture))).toEqual([[token], ['123456789012']]);
    }
  });

  test('a sample is not read even where someone takes its band away and blackens its grey', async () => {
    const drawn = async ({ bars, columns, rows }: SymbolShape) => {
      const rects = bars.map(
        ({ x, y, width }) => `<rect x="${x}" y="${y}" width="${width}" height="${rows === 1 ? 20 : 1}"/>`,
      );
      const [wide, high] = [columns + 20, rows + 40];
      const paper = `<rect x="-10" y="-10" width="${wide}" height="${high}" fill="#fff"/>`;
      const size = `width="${wide * 6}" height="${high * 6}" viewBox="-10 -10 ${wide} ${high}"`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${rects.join('')}</svg>`;
      return readBoth(await sharp(Buffer.from(svg)).png().toBuffer());
    };
    expect(await drawn(qrCode(tokenFrom(1)))).toEqual([[tokenFrom(1)], []]);
    expect(await drawn(code128('123456789012'))).toEqual([[], ['123456789012']]);
    expect(await drawn(sampleQr())).toEqual([[], []]);
    expect(await drawn(sampleBars())).toEqual([[], []]);
  });
});

describe('every text stays in its box and on the card:', () => {
  const OVERHANG = 8;
  for (const [what, text] of Object.entries(ODD_TEXTS)) {
    test(what, () => {
      for (const code of Object.values(codes)) {
        const everywhere = {
          shopName: text,
          title: text,
          offer: text,
          lines: [text, text],
          validity: text,
          motif: text,
        };
        const face = checkedFace({ ...couponFace, ...everywhere, terms: Array.from({ length: 8 }, () => text), code });
        for (const place of couponPlaces(face, paletteOf(face.accent))) {
          const { left = MARGIN, width = COLUMN } = place;
          for (const line of setPlace(place, shape)) {
            const ink = inkOf(line.glyphs, line);
            if (!ink) continue;
            expect(ink.left, place.name).toBeGreaterThanOrEqual(left - OVERHANG);
            expect(ink.right, place.name).toBeLessThanOrEqual(left + width + OVERHANG);
            expect(ink.top, place.name).toBeGreaterThanOrEqual(place.top - OVERHANG);
            expect(ink.bottom, place.name).toBeLessThanOrEqual(place.top + place.height + OVERHANG);
          }
        }
      }
    });
  }

  test('two hundred characters of terms, a least spend and a chain are not cut', () => {
    const terms = [
      '15,000원 이상 구매하실 때 쓸 수 있습니다.',
      '한 번만 쓸 수 있습니다.',
      '가나다라마 '.repeat(34).trim(),
    ];
    const places = couponPlaces(checkedFace({ ...couponFace, terms }), paletteOf(couponFace.accent));
    const place = places.find(({ name }) => name === 'terms');
    const lines = place ? setPlace(place, shape) : [];
    const drawn = lines.reduce((sum, line) => sum + line.glyphs.length, 0);
    expect(drawn).toBeGreaterThanOrEqual(terms.join('').length - lines.length);
  });
});

test('the boxes of a coupon overlap neither each other nor the symbols with their quiet zones', () => {
  for (const [name, code] of Object.entries(codes)) {
    const boxes = couponPlaces({ ...couponFace, code }, paletteOf(couponFace.accent)).map((place) => {
      const { left = MARGIN, width = COLUMN, top, height } = place;
      return { name: place.name, left, right: left + width, top, bottom: top + height };
    });
    const { height } = footOf(code);
    const whole = { left: 0, right: COUPON.width };
    const qr = { top: COUPON_QR.y - COUPON_QR.quietPx, bottom: COUPON_QR.y + 300 + COUPON_QR.quietPx };
    const bars = { top: COUPON_BARS.y, bottom: COUPON_BARS.y + COUPON_BARS.heightPx };
    boxes.push({ name: 'awning', ...whole, top: COUPON.headEnd, bottom: COUPON.headEnd + COUPON.scallop });
    if (name !== 'codeless') boxes.push({ name: 'qr', ...whole, ...qr });
    if (name.endsWith('tracked') && !name.endsWith('untracked')) boxes.push({ name: 'bars', ...whole, ...bars });
    for (const [index, one] of boxes.entries()) {
      expect(one.bottom, one.name).toBeLessThanOrEqual(height - COUPON.edge);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.bottom <= other.top || other.bottom <= one.top || one.right <= other.left || other.right <= one.left;
        expect(apart, `${name}: ${one.name} and ${other.name}`).toBe(true);
      }
    }
  }
});

test('text on every theme has the contrast of WCAG AA, in grey as in colour', () => {
  for (const accent of Object.values(themes)) {
    const { onAccent, onAccentSoft, onPaper, ribbon } = paletteOf(accent);
    expect(contrastOf(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(accent, onAccentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(ribbon, onAccent)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(onPaper, PAPER)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrastOf(INK, PAPER)).toBeGreaterThanOrEqual(4.5);
});

test('every motif is one glyph that the fonts have', () => {
  for (const motif of Object.values(motifs)) {
    expect(
      shape(motif, 'regular').glyphs.map(({ id }) => id !== 0),
      motif,
    ).toEqual([true]);
  }
});

test('each coupon is a picture under 300 KB, and crowded ones are too', async () => {
  const crowd = {
    ...couponFace,
    offer: '아메리카노 1잔과 치즈 케이크 1조각 교환',
    terms: ['아주 긴 조건입니다. '.repeat(40)],
  };
  for (const face of [couponFace, crowd]) {
    for (const format of ['png', 'jpeg'] as const) {
      const drawn = await drawCard(face, { format, ...LIMIT });
      expect(await sharp(drawn.picture).metadata()).toMatchObject({ format, width: COUPON.width, height: 1_372 });
      expect(drawn.picture.byteLength).toBeLessThan(LIMIT.maxBytes);
    }
  }
});

const wrong: Record<string, Partial<CouponFace>> = {
  'a card number as token': { code: { ...codes.untracked, token: '4111111111111111' } },
  'a short serial': { code: { kind: 'tracked', token: tokenFrom(3), serial: '1234', serialGroups: ['1234'] } },
  'groups of another serial': {
    code: { kind: 'tracked', token: tokenFrom(3), serial: '123456789012', serialGroups: [] },
  },
  'a third line': { lines: ['1', '2', '3'] },
  'a ninth term': { terms: Array.from({ length: 9 }, String) },
  'a colour that is markup': { accent: '"/><script>' },
};
test.each(Object.entries(wrong))('%s is not taken', async (_what, change) => {
  await expect(drawCard({ ...couponFace, ...change }, { format: 'png', ...LIMIT })).rejects.toThrow(RangeError);
});

test('previews while the owner types leave no memory behind', async () => {
  const type = async (from: number) => {
    for (let index = from; index < from + 25; index += 1) {
      const face = { ...couponFace, offer: `${index}원 할인`, code: codes['sample, tracked'] };
      await drawCard(face, { format: 'jpeg', ...LIMIT });
    }
    return process.memoryUsage().rss / 1e6;
  };
  const early = await type(0);
  expect((await type(25)) - early).toBeLessThan(60);
});
