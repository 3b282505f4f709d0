import type { MessageFacts, MessageKind } from '../../src/core/messages/message-facts.ts';

const amount = { minor: '50000', currency: 'KRW' } as const;
const news = { shop: { name: '한라악기', nameEn: 'Halla Music' }, amount, recipient: '최*나' };
const use = { ...news, at: '2026-11-20T06:30:00.000Z', balance: { minor: '30000', currency: 'KRW' } as const };
const open = [
  { giftNumber: 11, shop: { name: '한라악기', nameEn: 'Halla Music' }, amount },
  { giftNumber: 12, shop: { name: '북촌식당', nameEn: 'Bukchon Table' }, amount },
];

const coupon = { shop: { name: '북촌식당', nameEn: 'Bukchon Table' }, title: '겨울 전골 할인' };

/** One of each kind: the compiler asks for new ones. */
export const everyMessage: { [K in MessageKind]: Extract<MessageFacts, { kind: K }> } = {
  'gift-offered': {
    kind: 'gift-offered',
    giftId: 'g1',
    giftNumber: 11,
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    amount,
    buyerName: '김지수',
    lapsesAt: '2026-12-20T06:30:00.000Z',
    hasGreeting: true,
  },
  card: {
    kind: 'card',
    certificateId: 'c1',
    cardVersion: 1,
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    amount,
    number: '482170339164',
    expiresAt: '2027-11-20T15:00:00.000Z',
  },
  receipt: { kind: 'receipt', ...news, card: { brand: 'visa', last4: '4242' } },
  'bought-from-other-phone': {
    kind: 'bought-from-other-phone',
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    amount,
    caller: '010-****-0009',
  },
  'gift-accepted': { kind: 'gift-accepted', ...news },
  'gift-refused': { kind: 'gift-refused', ...news },
  'gift-lapsed': { kind: 'gift-lapsed', ...news },
  'gift-undeliverable': { kind: 'gift-undeliverable', ...news },
  'certificate-used': { kind: 'certificate-used', ...use },
  'use-rolled-back': { kind: 'use-rolled-back', ...use },
  'certificate-returned': { kind: 'certificate-returned', ...news },
  'payment-failed': { kind: 'payment-failed', shop: { name: '한라악기', nameEn: 'Halla Music' }, amount },
  'money-returned': { kind: 'money-returned', shop: { name: '한라악기', nameEn: 'Halla Music' }, amount },
  'reply-which-gift': { kind: 'reply-which-gift', open },
  'reply-no-such-gift': { kind: 'reply-no-such-gift', open },
  'reply-closed-gift': { kind: 'reply-closed-gift', giftNumber: 11, state: 'accepted' },
  'reply-nothing-open': { kind: 'reply-nothing-open' },
  'reply-help': { kind: 'reply-help', open },
  'reply-unclear': { kind: 'reply-unclear', digits: true, open },
  'reply-refused': { kind: 'reply-refused', shop: { name: '한라악기', nameEn: 'Halla Music' }, amount },
  coupon: {
    kind: 'coupon',
    ...coupon,
    campaignId: 'k1',
    voucherId: 'v1',
    cardVersion: 1,
    offer: '{"kind":"percentage","percent":20,"mostMinor":"5000"}',
    currency: 'KRW',
    serial: '482170339164',
    expiresAt: '2027-11-20T15:00:00.000Z',
    asked: true,
  },
  'coupon-expires-soon': {
    kind: 'coupon-expires-soon',
    ...coupon,
    voucherId: 'v1',
    cardVersion: 1,
    expiresAt: '2027-11-20T15:00:00.000Z',
  },
  'coupon-withdrawn': { kind: 'coupon-withdrawn', ...coupon },
  'coupon-used': { kind: 'coupon-used', ...coupon, at: use.at, where: coupon.shop, off: amount },
  'coupon-use-rolled-back': { kind: 'coupon-use-rolled-back', ...coupon, at: use.at, where: coupon.shop },
  'request-lapsed': { kind: 'request-lapsed', shop: coupon.shop, shopId: 's1' },
  'wish-listed': { kind: 'wish-listed', wish: '골목 빵집', shop: coupon.shop, shopId: 's1' },
  'wish-declined': { kind: 'wish-declined', wish: '골목 빵집' },
  'link-code': { kind: 'link-code', codeId: 'l1' },
  'chat-moved': { kind: 'chat-moved', told: 'old-chat' },
  'email-link': { kind: 'email-link', customerId: 'p1', email: 'jisu@mail.example' },
  'demand-reached': {
    kind: 'demand-reached',
    shopId: 's1',
    shop: coupon.shop,
    asking: 20,
    threshold: 20,
    currency: 'KRW',
    wants: [
      { want: { kind: 'percentage', percent: 20 }, count: 12 },
      { want: { kind: 'amount', minor: '5000' }, count: 5 },
      { want: { kind: 'gift-item', item: '식혜 한 잔' }, count: 3 },
    ],
  },
  'test-card': { kind: 'test-card', campaignId: 'k1', version: 3, ...coupon },
  'campaign-sent': { kind: 'campaign-sent', campaignId: 'k1', ...coupon, total: 20 },
  'shop-approved': { kind: 'shop-approved', shop: coupon.shop },
  'shop-declined': { kind: 'shop-declined', shop: coupon.shop, reason: '주소가 없습니다.' },
  'operator-news': { kind: 'operator-news', what: 'wish', name: '골목 빵집' },
};
