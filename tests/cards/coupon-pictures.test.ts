import { expect, test } from 'vitest';
import { couponPictures, paintLater } from '../../src/card-pictures.ts';
import type { CouponCardFacts } from '../../src/core/coupons/card-facts.ts';
import { ASSETS, LIMIT, read, tokenFrom } from './faces.ts';

const facts: CouponCardFacts = {
  shopNames: { name: '북촌식당', nameEn: 'Bukchon Table' },
  title: '고맙습니다!',
  offer: { kind: 'gift-item', item: '아메리카노 1잔' },
  currency: 'KRW',
  terms: '',
  leastSpendMinor: null,
  validFrom: null,
  validUntil: '2026-12-31T15:00:00Z',
  serial: '210987654321',
  token: tokenFrom(7),
  look: { theme: 'persimmon', motif: 'coffee' },
};

test('RC-10 EC-05 whoever holds a coupon shows it in any language, and the owner who makes it sees one that no till reads', async () => {
  const pictures = couponPictures(paintLater(ASSETS), 'Asia/Seoul');
  for (const locale of ['ko-KR', 'en-US', 'ja-JP']) {
    const { picture, contentType } = await pictures.card(facts, locale, 'jpeg');
    expect(contentType).toBe('image/jpeg');
    expect(picture.byteLength).toBeLessThan(LIMIT.maxBytes);
    expect([await read(picture, 'QRCode'), await read(picture, 'Code128')]).toEqual([[facts.token], [facts.serial]]);
    const sample = await pictures.sample(facts, true, locale);
    expect([await read(sample.picture, 'QRCode'), await read(sample.picture, 'Code128')]).toEqual([[], []]);
  }
});
