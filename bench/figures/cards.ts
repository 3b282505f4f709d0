import { join } from 'node:path';
import { toSVG } from 'bwip-js/node';
import sharp from 'sharp';
import { type CardFace, cardPainter } from '../../src/cards/card.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { inTurn, rateOf, type Scale } from '../rounds.ts';

const face: CardFace = {
  shopName: '한라악기',
  title: '모바일 상품권',
  amount: '50,000원',
  from: '김지수 님이 보냈습니다',
  validity: '2027. 8. 31.까지 쓸 수 있습니다',
  numberGroups: ['1234', '5678', '9012'],
  terms: ['매장에서 바코드를 보여 주고 PIN을 입력해 주세요.', '금액을 나누어 여러 번 쓸 수 있습니다.'],
  token: 'ABCDEFGHIJKLMNOPQRSTUVWX23',
  number: '123456789012',
  language: 'ko',
};

/** A new token for each, since the same card is not drawn twice. */
const tokenOf = (index: number): string =>
  `ABCDEFGHIJKLMNOPQRS${String(index)
    .padStart(7, '2')
    .replaceAll(/[0189]/g, 'Z')}`;

/** Composed cards against bwip-js and sharp encoding nothing but a symbol of as many pixels. */
export async function cards({ rounds, works }: Scale): Promise<Figure[]> {
  const draw = await cardPainter({ assetsDir: join(projectRoot(), 'assets') });
  const { width, height } = await draw(face, { format: 'png', maxBytes: 300_000 });
  const cardsEach = Math.ceil(works / 8);
  const ours = (format: 'png' | 'jpeg') => (round: number) =>
    rateOf(cardsEach, (index) =>
      draw({ ...face, token: tokenOf(round * cardsEach + index) }, { format, maxBytes: 300_000 }),
    );
  const symbol = (format: 'png' | 'jpeg') => (round: number) =>
    rateOf(cardsEach, (index) => {
      const svg = toSVG({ bcid: 'qrcode', text: tokenOf(round * cardsEach + index), scale: 8 });
      const picture = sharp(Buffer.from(svg)).resize(width, height, { fit: 'contain', background: '#ffffff' });
      return format === 'png' ? picture.png().toBuffer() : picture.jpeg().toBuffer();
    });
  const png = await inTurn(rounds, ours('png'), symbol('png'));
  const jpeg = await inTurn(rounds, ours('jpeg'), symbol('jpeg'));
  const size = `${width}×${height}`;
  return [
    figure({ name: `cards as PNG, ${size}`, unit: '/s', ...png, aim: { of: 'ratio', atLeast: 0.8 } }),
    figure({ name: `cards as JPEG, ${size}`, unit: '/s', ...jpeg, aim: { of: 'ratio', atLeast: 0.8 } }),
  ];
}
