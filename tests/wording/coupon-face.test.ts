import { describe, expect, test } from 'vitest';
import { checkedFace } from '../../src/cards/card-face.ts';
import type { CouponCardFacts } from '../../src/core/coupons/card-facts.ts';
import { type Motif, motifs, type Theme, themes } from '../../src/core/coupons/look.ts';
import type { Offer } from '../../src/core/coupons/offer.ts';
import { wordCoupon, wordCouponSample } from '../../src/wording/written/coupon-face.ts';
import { lookNames } from '../../src/wording/written/coupon-look.ts';
import { writtenLanguages } from '../../src/wording/written/language.ts';

const SEOUL = 'Asia/Seoul';

const facts: CouponCardFacts = {
  shopNames: { name: '북촌식당', nameEn: 'Bukchon Table' },
  title: '고맙습니다!',
  offer: { kind: 'percentage', percent: 20, mostMinor: 10_000n },
  currency: 'KRW',
  terms: '포장 주문에도 쓸 수 있습니다.',
  leastSpendMinor: 15_000n,
  validFrom: '2026-11-20T15:00:00Z',
  validUntil: '2026-12-31T15:00:00Z',
  serial: '123456789012',
  token: 'ABCDEFGHIJKLMNOPQRSTUVWX23',
  look: { theme: 'pine', motif: 'meal' },
};

const concert: Offer = {
  kind: 'ticket',
  ticket: 'concert',
  event: '겨울 음악회',
  startsAt: '2026-12-24T10:30:00Z',
  seat: 'R석 12열 7번',
};

describe('RC-09 a coupon says', () => {
  const offers: [Offer, Record<(typeof writtenLanguages)[number], [title: string, offer: string]>][] = [
    [
      facts.offer,
      { ko: ['할인 쿠폰', '20% 할인'], en: ['Discount coupon', '20% off'], ja: ['割引クーポン', '20%割引'] },
    ],
    [
      { kind: 'amount', minor: 5_000n },
      {
        ko: ['할인 쿠폰', '5,000원 할인'],
        en: ['Discount coupon', '5,000 won off'],
        ja: ['割引クーポン', '5,000ウォン割引'],
      },
    ],
    [
      { kind: 'gift-item', item: '아메리카노 1잔' },
      {
        ko: ['교환 쿠폰', '아메리카노 1잔 교환'],
        en: ['Free item coupon', 'Free: 아메리카노 1잔'],
        ja: ['引換クーポン', '아메리카노 1잔と引換'],
      },
    ],
    [
      { kind: 'fixed-value', minor: 1_000n },
      {
        ko: ['금액 쿠폰', '1,000원권'],
        en: ['Money-off voucher', '1,000 won voucher'],
        ja: ['お買い物券', '1,000ウォン券'],
      },
    ],
    [
      concert,
      {
        ko: ['공연 티켓', '겨울 음악회'],
        en: ['Concert ticket', '겨울 음악회'],
        ja: ['コンサートチケット', '겨울 음악회'],
      },
    ],
  ];
  test.each(offers)('what it gives: %o', (offer, said) => {
    for (const language of writtenLanguages) {
      const face = wordCoupon({ ...facts, offer }, language, SEOUL);
      expect([face.title, face.offer]).toEqual(said[language]);
    }
  });

  test('what it asks, how often it is good, and the shop’s own terms', () => {
    expect(wordCoupon(facts, 'ko', SEOUL).terms).toEqual([
      '15,000원 이상 구매하실 때 쓸 수 있습니다.',
      '최대 10,000원까지 할인됩니다.',
      '한 번만 쓸 수 있습니다.',
      '포장 주문에도 쓸 수 있습니다.',
    ]);
    const bare = { ...facts, leastSpendMinor: 0n, terms: ' ', offer: { kind: 'amount', minor: 100n } as const };
    expect(wordCoupon(bare, 'en', SEOUL).terms).toEqual(['Can be used once.']);
  });

  test('from when until which day, as the shop counts days', () => {
    expect(wordCoupon(facts, 'ko', SEOUL).validity).toBe('2026년 11월 21일 – 2026년 12월 31일');
    expect(wordCoupon({ ...facts, validFrom: null }, 'en', SEOUL).validity).toBe('Valid until 31 December 2026');
    expect(wordCoupon({ ...facts, validUntil: null }, 'ja', SEOUL).validity).toBe('2026年11月21日から有効');
    expect(wordCoupon({ ...facts, validFrom: null, validUntil: null }, 'ko', SEOUL).validity).toBe('사용 기한 없음');
  });

  test('when and where, for a ticket, above the shop’s own words', () => {
    expect(wordCoupon({ ...facts, offer: concert }, 'ko', SEOUL).lines).toEqual([
      '2026년 12월 24일 19:30 · R석 12열 7번',
      '고맙습니다!',
    ]);
  });

  test('EC-12 the shops of a chain, five by name and the rest by number', () => {
    const shops = Array.from({ length: 7 }, (_, at) => ({
      name: `북촌식당 ${at + 1}호점`,
      nameEn: `Bukchon ${at + 1}`,
    }));
    expect(wordCoupon({ ...facts, shops }, 'ko', SEOUL).terms[2]).toMatch(/1호점, .*5호점 외 2곳$/);
    expect(wordCoupon({ ...facts, shops: shops.slice(0, 6) }, 'en', SEOUL).terms[2]).toMatch(
      /Bukchon 5 and 1 more shop\.$/,
    );
    expect(wordCoupon({ ...facts, shops: shops.slice(0, 2) }, 'ja', SEOUL).terms[2]).toBe(
      '使えるお店：Bukchon 1、Bukchon 2',
    );
  });
});

test('EC-11 an untracked coupon has no serial, says that it is shown or printed, and is good more than once', () => {
  const untracked = wordCoupon({ ...facts, serial: null }, 'ko', SEOUL);
  expect(untracked.code).toEqual({ kind: 'untracked', token: facts.token, mark: '화면을 보이거나 인쇄해서 쓰세요' });
  expect(untracked.terms).not.toContain('한 번만 쓸 수 있습니다.');
  expect(wordCoupon({ ...facts, serial: null, token: null }, 'en', SEOUL).code).toMatchObject({ token: null });
  expect(() => wordCoupon({ ...facts, token: null }, 'ko', SEOUL)).toThrow(RangeError);
});

test('a sample never carries what a till could take, even of a coupon that has it', () => {
  const sample = wordCouponSample(facts, true, 'ja', SEOUL);
  expect(JSON.stringify(sample)).not.toMatch(/ABCDEFGHIJKLMNOPQRSTUVWX23|1234 ?5678 ?9012/);
  expect(sample.code).toEqual({ kind: 'sample', word: '見本', mark: null });
});

test('every look has a name in every language and makes a card', () => {
  for (const language of writtenLanguages) {
    expect(Object.keys(lookNames[language].themes)).toEqual(Object.keys(themes));
    expect(Object.keys(lookNames[language].motifs)).toEqual(Object.keys(motifs));
    for (const theme of Object.keys(themes) as Theme[]) {
      for (const motif of Object.keys(motifs) as Motif[]) {
        expect(() => checkedFace(wordCoupon({ ...facts, look: { theme, motif } }, language, SEOUL))).not.toThrow();
      }
    }
  }
});
