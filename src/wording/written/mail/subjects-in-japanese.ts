import type { Subjects } from './subjects.ts';

export const subjectsInJapanese: Subjects = {
  'gift-offered': (facts, pen) => `${pen.name(facts.buyerName)}様からギフトが届きました`,
  card: (facts, pen) => `${pen.shop(facts.shop)}の${pen.amount(facts.amount)}商品券`,
  receipt: (facts, pen) => `お支払いの確認：${pen.shop(facts.shop)} ${pen.amount(facts.amount)}商品券`,
  'bought-from-other-phone': () => '登録のない電話から商品券が購入されました',
  'gift-accepted': (facts, pen) => `${pen.person(facts.recipient)}様がギフトを受け取られました`,
  'gift-refused': (facts, pen) => `${pen.person(facts.recipient)}様がギフトを辞退されました`,
  'gift-lapsed': (facts, pen) => `${pen.person(facts.recipient)}様からお返事がありませんでした`,
  'gift-undeliverable': (facts, pen) => `${pen.person(facts.recipient)}様にお知らせが届きませんでした`,
  'certificate-used': (facts, pen) => `${pen.shop(facts.shop)}で商品券が使われました`,
  'use-rolled-back': (facts, pen) => `${pen.shop(facts.shop)}でのご利用が取り消されました`,
  'certificate-returned': (facts, pen) => `${pen.person(facts.recipient)}様がギフトを返されました`,
  'payment-failed': () => '商品券を購入できませんでした',
  'money-returned': () => '代金をカードにお返しします',
  coupon: (facts, pen) => `${pen.shop(facts.shop)}のクーポン：${pen.offer(facts.offer, facts.currency)}`,
  'coupon-expires-soon': (facts, pen) => `まもなく期限のクーポン：${pen.name(facts.title)}`,
  'coupon-withdrawn': (facts, pen) => `取り下げられたクーポン：${pen.name(facts.title)}`,
  'coupon-used': (facts, pen) => `クーポンを使いました：${pen.name(facts.title)}`,
  'coupon-use-rolled-back': (facts, pen) => `クーポンのご利用が取り消されました：${pen.name(facts.title)}`,
  'request-lapsed': (facts, pen) => `期限が過ぎたご希望：${pen.shop(facts.shop)}`,
  'wish-listed': (facts, pen) => `お探しのお店が登録されました：${pen.shop(facts.shop)}`,
  'wish-declined': () => 'お探しのお店は登録できませんでした',
  'chat-moved': () => 'クーポンと商品券が別のトークに連携されました',
  'email-link': () => 'このアドレスでクーポンを受け取りますか？',
  'demand-reached': (facts, pen) => `${pen.shop(facts.shop)}：${facts.asking}名のお客様がクーポンを希望しています`,
  'test-card': (facts, pen) => `試し刷り：${pen.name(facts.title)}`,
  'campaign-sent': (facts, pen) => `クーポンの送付が済みました：${pen.name(facts.title)}`,
  'shop-approved': (facts, pen) => `お店の登録が済みました：${pen.shop(facts.shop)}`,
  'shop-declined': (facts, pen) => `お店を登録できませんでした：${pen.shop(facts.shop)}`,
  'operator-news': (facts, pen) => `${news[facts.what]}：${pen.name(facts.name)}`,
};

const news = {
  shop: '承認待ちのお店',
  wish: 'お客様がお探しのお店',
  campaign: '制作を任されたクーポン',
} as const;
