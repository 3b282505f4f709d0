import type { Subjects } from './subjects.ts';

export const subjectsInEnglish: Subjects = {
  'gift-offered': (facts, pen) => `${pen.name(facts.buyerName)} sent you a gift`,
  card: (facts, pen) => `Your gift certificate: ${pen.amount(facts.amount)} at ${pen.shop(facts.shop)}`,
  receipt: (facts, pen) => `Paid: ${pen.amount(facts.amount)} at ${pen.shop(facts.shop)}`,
  'bought-from-other-phone': () => 'Bought in your name from another phone',
  'gift-accepted': (facts, pen) => `${pen.person(facts.recipient)} accepted your gift`,
  'gift-refused': (facts, pen) => `${pen.person(facts.recipient)} declined your gift`,
  'gift-lapsed': (facts, pen) => `${pen.person(facts.recipient)} did not answer your gift`,
  'gift-undeliverable': (facts, pen) => `We could not reach ${pen.person(facts.recipient)}`,
  'certificate-used': (facts, pen) => `Your gift was used at ${pen.shop(facts.shop)}`,
  'use-rolled-back': (facts, pen) => `A use was taken back at ${pen.shop(facts.shop)}`,
  'certificate-returned': (facts, pen) => `${pen.person(facts.recipient)} gave your gift back`,
  'payment-failed': () => 'The gift certificate was not bought',
  'money-returned': () => 'Your money goes back to your card',
  coupon: (facts, pen) => `A coupon from ${pen.shop(facts.shop)}: ${pen.offer(facts.offer, facts.currency)}`,
  'coupon-expires-soon': (facts, pen) => `Ends soon: ${pen.name(facts.title)}`,
  'coupon-withdrawn': (facts, pen) => `Taken back: ${pen.name(facts.title)}`,
  'coupon-used': (facts, pen) => `Coupon used: ${pen.name(facts.title)}`,
  'coupon-use-rolled-back': (facts, pen) => `You can use it again: ${pen.name(facts.title)}`,
  'request-lapsed': (facts, pen) => `Your request to ${pen.shop(facts.shop)} has ended`,
  'wish-listed': (facts, pen) => `The shop you looked for is here: ${pen.shop(facts.shop)}`,
  'wish-declined': () => 'We could not list the shop you looked for',
  'chat-moved': () => 'Your coupons and certificates are linked to another chat',
  'email-link': () => 'Coupons at this address?',
  'demand-reached': (facts, pen) => `${facts.asking} customers ask ${pen.shop(facts.shop)} for a coupon`,
  'test-card': (facts, pen) => `Test card: ${pen.name(facts.title)}`,
  'campaign-sent': (facts, pen) => `Sent to all who asked: ${pen.name(facts.title)}`,
  'shop-approved': (facts, pen) => `${pen.shop(facts.shop)} is listed`,
  'shop-declined': (facts, pen) => `${pen.shop(facts.shop)} could not be listed`,
  'operator-news': (facts, pen) => `${news[facts.what]}: ${pen.name(facts.name)}`,
};

const news = {
  shop: 'A shop waits for approval',
  wish: 'A customer looks for a shop',
  campaign: 'A shop left its coupon to us',
} as const;
