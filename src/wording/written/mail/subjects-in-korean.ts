import type { Subjects } from './subjects.ts';

export const subjectsInKorean: Subjects = {
  'gift-offered': (facts, pen) => `${pen.name(facts.buyerName)} 님이 선물을 보냈습니다`,
  card: (facts, pen) => `${pen.shop(facts.shop)} ${pen.amount(facts.amount)} 상품권`,
  receipt: (facts, pen) => `결제 확인: ${pen.shop(facts.shop)} ${pen.amount(facts.amount)} 상품권`,
  'bought-from-other-phone': () => '등록하지 않은 전화에서 상품권을 샀습니다',
  'gift-accepted': (facts, pen) => `${pen.person(facts.recipient)} 님이 상품권을 받았습니다`,
  'gift-refused': (facts, pen) => `${pen.person(facts.recipient)} 님이 상품권을 사양했습니다`,
  'gift-lapsed': (facts, pen) => `${pen.person(facts.recipient)} 님이 상품권에 답하지 않았습니다`,
  'gift-undeliverable': (facts, pen) => `${pen.person(facts.recipient)} 님께 선물 소식이 닿지 않았습니다`,
  'certificate-used': (facts, pen) => `${pen.shop(facts.shop)}에서 상품권을 썼습니다`,
  'use-rolled-back': (facts, pen) => `${pen.shop(facts.shop)}에서 상품권 사용이 취소됐습니다`,
  'certificate-returned': (facts, pen) => `${pen.person(facts.recipient)} 님이 상품권을 돌려보냈습니다`,
  'payment-failed': () => '상품권을 사지 못했습니다',
  'money-returned': () => '나간 돈을 카드로 돌려드립니다',
  coupon: (facts, pen) => `${pen.shop(facts.shop)} 쿠폰: ${pen.offer(facts.offer, facts.currency)}`,
  'coupon-expires-soon': (facts, pen) => `곧 끝나는 쿠폰: ${pen.name(facts.title)}`,
  'coupon-withdrawn': (facts, pen) => `거두어진 쿠폰: ${pen.name(facts.title)}`,
  'coupon-used': (facts, pen) => `쿠폰을 썼습니다: ${pen.name(facts.title)}`,
  'coupon-use-rolled-back': (facts, pen) => `쿠폰 사용이 취소됐습니다: ${pen.name(facts.title)}`,
  'request-lapsed': (facts, pen) => `기한이 지난 쿠폰 요청: ${pen.shop(facts.shop)}`,
  'wish-listed': (facts, pen) => `찾으시던 매장이 등록됐습니다: ${pen.shop(facts.shop)}`,
  'wish-declined': () => '찾으시던 매장을 등록하지 못했습니다',
  'email-link': () => '이 주소로 쿠폰을 받으시겠습니까?',
  'demand-reached': (facts, pen) => `${pen.shop(facts.shop)}: 손님 ${facts.asking}명이 쿠폰을 요청했습니다`,
  'test-card': (facts, pen) => `시험 카드: ${pen.name(facts.title)}`,
  'campaign-sent': (facts, pen) => `쿠폰을 모두 보냈습니다: ${pen.name(facts.title)}`,
  'shop-approved': (facts, pen) => `매장 등록을 마쳤습니다: ${pen.shop(facts.shop)}`,
  'shop-declined': (facts, pen) => `매장을 등록하지 못했습니다: ${pen.shop(facts.shop)}`,
  'operator-news': (facts, pen) => `${news[facts.what]}: ${pen.name(facts.name)}`,
};

const news = { shop: '승인을 기다리는 매장', wish: '손님이 찾는 매장', campaign: '제작을 맡긴 쿠폰' } as const;
