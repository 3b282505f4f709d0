import { join } from 'node:path';
import { toSVG } from 'bwip-js/node';
import sharp from 'sharp';
import { type CardFace, type CertificateFace, type CouponFace, cardPainter } from '../../src/cards/card.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { inTurn, rateOf, type Scale } from '../rounds.ts';

const face: CertificateFace = {
  kind: 'certificate',
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

const couponOf = (token: string): CouponFace => ({
  kind: 'coupon',
  shopName: '북촌식당',
  title: '할인 쿠폰',
  offer: '20% 할인',
  lines: ['스무 분이 모이셨습니다. 고맙습니다!'],
  validity: '2026년 11월 21일 – 2026년 12월 31일',
  terms: ['15,000원 이상 구매하실 때 쓸 수 있습니다.', '한 번만 쓸 수 있습니다.'],
  code: { kind: 'tracked', token, serial: face.number, serialGroups: face.numberGroups },
  accent: '#1b5348',
  motif: '🍚',
  language: 'ko',
});

/** A new token for each, since the same card is not drawn twice. */
const tokenOf = (index: number): string =>
  `ABCDEFGHIJKLMNOPQRS${String(index)
    .padStart(7, '2')
    .replaceAll(/[0189]/g, 'Z')}`;

/** Composed cards against bwip-js and sharp encoding nothing but a symbol of as many pixels. */
export async function cards({ rounds, works }: Scale): Promise<Figure[]> {
  const draw = await cardPainter({ assetsDir: join(projectRoot(), 'assets') });
  const sizeOf = (card: CardFace) => draw(card, { format: 'png', maxBytes: 300_000 });
  const [certificate, coupon] = [await sizeOf(face), await sizeOf(couponOf(tokenOf(0)))];
  const cardsEach = Math.ceil(works / 8);
  type Format = 'png' | 'jpeg';
  const ours = (faceOf: (token: string) => CardFace, format: Format) => (round: number) =>
    rateOf(cardsEach, (index) => draw(faceOf(tokenOf(round * cardsEach + index)), { format, maxBytes: 300_000 }));
  const symbol =
    (format: Format, { width, height }: { width: number; height: number }) =>
    (round: number) =>
      rateOf(cardsEach, (index) => {
        const svg = toSVG({ bcid: 'qrcode', text: tokenOf(round * cardsEach + index), scale: 8 });
        const picture = sharp(Buffer.from(svg)).resize(width, height, { fit: 'contain', background: '#ffffff' });
        return format === 'png' ? picture.png().toBuffer() : picture.jpeg().toBuffer();
      });
  const measured = async (what: string, faceOf: (token: string) => CardFace, size: typeof coupon, format: Format) =>
    figure({
      name: `${what} as ${format.toUpperCase()}, ${size.width}×${size.height}`,
      unit: '/s',
      ...(await inTurn(rounds, ours(faceOf, format), symbol(format, size))),
      aim: { of: 'ratio', atLeast: 0.8 },
    });
  const certificateOf = (token: string) => ({ ...face, token });
  return [
    await measured('cards', certificateOf, certificate, 'png'),
    await measured('cards', certificateOf, certificate, 'jpeg'),
    await measured('coupon cards', couponOf, coupon, 'png'),
    await measured('coupon cards', couponOf, coupon, 'jpeg'),
  ];
}
