import type { CertificateFace, CouponFace } from '../../src/cards/card.ts';

export const ASSETS = 'assets';
export const LIMIT = { maxBytes: 300_000 };

export const koreanFace: CertificateFace = {
  kind: 'certificate',
  shopName: '한라악기',
  title: '모바일 상품권',
  amount: '50,000원',
  from: '김지수 님이 보냈습니다',
  validity: '2026. 8. 31.까지 쓸 수 있습니다',
  numberGroups: ['1234', '5678', '9012'],
  terms: [
    '매장에서 바코드를 보여 주고 PIN을 입력해 주세요.',
    '금액을 나누어 여러 번 쓸 수 있습니다.',
    '현금으로 바꿀 수 없으며, 기간이 지나면 환불됩니다.',
    '문의 1588-0000',
  ],
  token: 'ABCDEFGHIJKLMNOPQRSTUVWX23',
  number: '123456789012',
  language: 'ko',
};

export const japaneseFace: CertificateFace = {
  ...koreanFace,
  language: 'ja',
  accent: '#9c2f3f',
  shopName: '北村食堂 京都本店',
  title: 'モバイル商品券',
  amount: '5,000円',
  from: '髙橋 優子様より',
  validity: '2026年8月31日まで有効',
  terms: ['店頭でバーコードを提示し、暗証番号を入力してください。', '残高は何回かに分けてご利用いただけます。'],
};

export const englishFace: CertificateFace = {
  ...koreanFace,
  language: 'en',
  accent: '#f2c14e',
  shopName: 'Seaside Stay',
  title: 'Gift certificate',
  amount: '₩50,000',
  from: 'From Jisu Kim',
  validity: 'Valid until 31 August 2026',
  terms: ['Show the code at the till and enter your PIN.', 'You may spend it in parts.'],
};

export const couponFace: CouponFace = {
  kind: 'coupon',
  shopName: '북촌식당',
  title: '할인 쿠폰',
  offer: '20% 할인',
  lines: ['스무 분이 모이셨습니다. 고맙습니다!'],
  validity: '2026년 11월 21일 – 2026년 12월 31일',
  terms: ['15,000원 이상 구매하실 때 쓸 수 있습니다.', '한 번만 쓸 수 있습니다.'],
  code: {
    kind: 'tracked',
    token: koreanFace.token,
    serial: koreanFace.number,
    serialGroups: koreanFace.numberGroups,
  },
  accent: '#1b5348',
  motif: '🍚',
  language: 'ko',
};

const TOKEN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The same tokens for the same `seed`, so that a failure can be repeated. */
export function tokenFrom(seed: number): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return Array.from({ length: 26 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return TOKEN_LETTERS[state >>> 27];
  }).join('');
}

export { readBarcodes as read } from '../support/read-barcodes.ts';
