import type { MessageFacts, MessageKind } from '../../src/core/messages/message-facts.ts';

const amount = { minor: '50000', currency: 'KRW' } as const;
const news = { shop: { name: '한라악기', nameEn: 'Halla Music' }, amount, recipient: '최*나' };
const use = { ...news, at: '2026-11-20T06:30:00.000Z', balance: { minor: '30000', currency: 'KRW' } as const };
const open = [
  { giftNumber: 11, shop: { name: '한라악기', nameEn: 'Halla Music' }, amount },
  { giftNumber: 12, shop: { name: '북촌식당', nameEn: 'Bukchon Table' }, amount },
];

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
};
