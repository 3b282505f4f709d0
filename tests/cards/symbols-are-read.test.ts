import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { cardPainter, type DrawCard } from '../../src/cards/card.ts';
import { ASSETS, englishFace, japaneseFace, koreanFace, LIMIT, read, tokenFrom } from './faces.ts';

let drawCard: DrawCard;
beforeAll(async () => {
  drawCard = await cardPainter({ assetsDir: ASSETS });
});

const TOKENS = Array.from({ length: 20 }, (_, index) => tokenFrom(index));

const small = (picture: Buffer) => sharp(picture).resize({ width: 320 }).png().toBuffer();
const coarse = (picture: Buffer) => sharp(picture).jpeg({ quality: 40 }).toBuffer();
const blurred = (picture: Buffer) => sharp(picture).blur(1).png().toBuffer();
const turned = (picture: Buffer) => sharp(picture).rotate(7, { background: '#777777' }).png().toBuffer();

const hardships: Record<string, (picture: Buffer) => Promise<Buffer>> = {
  'as it is': async (picture) => picture,
  'at 320 px wide': small,
  'as a JPEG of quality 40': coarse,
  'a little blurred': blurred,
  'turned by 7°': turned,
  'small, turned, blurred and coarse at once': async (picture) =>
    coarse(await blurred(await turned(await small(picture)))),
};

describe('the QR of a card says exactly the token', () => {
  for (const [how, harm] of Object.entries(hardships)) {
    test(how, async () => {
      for (const token of TOKENS) {
        const { picture } = await drawCard({ ...koreanFace, token }, { format: 'jpeg', ...LIMIT });
        expect(await read(await harm(picture), 'QRCode')).toEqual([token]);
      }
    });
  }

  test('in every language and colour, as PNG and as JPEG', async () => {
    const dark = { ...koreanFace, accent: '#000000' };
    const light = { ...koreanFace, accent: '#ffffff' };
    for (const face of [koreanFace, japaneseFace, englishFace, dark, light]) {
      for (const format of ['png', 'jpeg'] as const) {
        const { picture } = await drawCard(face, { format, ...LIMIT });
        expect(await read(picture, 'QRCode')).toEqual([face.token]);
        expect(await read(picture, 'Code128')).toEqual([face.number]);
      }
    }
  });
});

test('the Code 128 of a card says exactly the certificate number', async () => {
  for (let index = 0; index < 20; index += 1) {
    const number = String(100_000_000_007 + index * 43_210_987_651).slice(0, 12);
    const numberGroups = [number.slice(0, 4), number.slice(4, 8), number.slice(8)];
    const { picture } = await drawCard({ ...koreanFace, number, numberGroups }, { format: 'jpeg', ...LIMIT });
    expect(await read(picture, 'Code128')).toEqual([number]);
  }
});

test('old and new cards drawn at once do not mix', async () => {
  const pictures = await Promise.all(
    TOKENS.map((token) => drawCard({ ...koreanFace, token }, { format: 'png', ...LIMIT })),
  );
  for (const [index, { picture }] of pictures.entries()) {
    expect(await read(picture, 'QRCode')).toEqual([TOKENS[index]]);
  }
});
