import { type CouponLetters, groups, lines, type Pen, type PinAskedAtShop, sender } from './letter.ts';

const FROM = sender.en;

export const couponsInEnglish: CouponLetters = {
  coupon: (facts, pen) =>
    lines(
      `${FROM} a coupon from ${pen.shop(facts.shop)}: ${pen.offer(facts.offer, facts.currency)}`,
      pen.name(facts.title),
      facts.asked && 'You asked for it.',
      `Valid until ${pen.lastDay(facts.expiresAt)}`,
      facts.serial !== null && `Number ${groups(facts.serial)}`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-expires-soon': (facts, pen) =>
    lines(
      `${FROM} your coupon “${pen.name(facts.title)}” from ${pen.shop(facts.shop)} is good until ${pen.lastDay(facts.expiresAt)}.`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-withdrawn': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)} took back the coupon “${pen.name(facts.title)}”. It cannot be used. Your request still stands.`,
  'coupon-used': (facts, pen) =>
    lines(
      `${FROM} you used the coupon “${pen.name(facts.title)}” at ${pen.shop(facts.where)} on ${pen.moment(facts.at)}.`,
      facts.off.minor !== '0' && `${pen.amount(facts.off)} off`,
    ),
  'coupon-use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.where)} took back the use of the coupon “${pen.name(facts.title)}” on ${pen.moment(facts.at)}. You can use it again.`,
  'request-lapsed': (facts, pen) =>
    `${FROM} your request to ${pen.shop(facts.shop)} has run out of time. You can ask again.`,
  'wish-listed': (facts, pen) =>
    `${FROM} “${pen.name(facts.wish)}”, which you looked for, is here as ${pen.shop(facts.shop)}. You can ask it for a coupon now.`,
  'wish-declined': (facts, pen) => `${FROM} we could not list “${pen.name(facts.wish)}”, which you looked for.`,
  'link-code': (_facts, pen) =>
    `${FROM} your code is ${pen.code}. Write it in the chat within ten minutes. If this was not you, ignore it.`,
  'chat-moved': ({ told }, pen) =>
    told === 'old-chat'
      ? lines(
          `${FROM} your coupons and certificates have moved to another chat. They are not shown here any more.`,
          `If this was not you, call ${pen.line} at once.`,
          'To have them back, press “Sign up” here and take the way that you took before: “Share my number” or “Use my member number”.',
        )
      : `${FROM} your coupons and certificates are now linked to a chat in Telegram. If this was not you, call ${pen.line} at once.`,
  'email-link': (_facts, pen) =>
    lines(`${FROM} to get coupons at this address, open this link:`, pen.link, 'If this was not you, ignore it.'),
  'password-link': (facts, pen) =>
    lines(
      `${FROM} you can set a new password for your shop’s pages until ${pen.moment(facts.goodUntil)}.`,
      pen.link && `Set a new password: ${pen.link}`,
      'If you did not ask for this, ignore it: your password is as it was, and nobody was let in.',
    ),
  'password-changed': (facts, pen) =>
    lines(
      `${FROM} the password of your shop’s pages was changed on ${pen.moment(facts.at)}. Every device but the one it was changed on is signed out.`,
      `If this was not you, set another one at once and call ${pen.line}.`,
      pen.link && `Set another password: ${pen.link}`,
    ),
  'demand-reached': (facts, pen) =>
    lines(
      `${FROM} ${facts.asking} customers ask ${pen.shop(facts.shop)} for a coupon.`,
      ...facts.wants.map(({ want, count }) => `${pen.want(want, facts.currency)}: ${count}`),
      pen.link && `Make the coupon: ${pen.link}`,
    ),
  'test-card': (facts, pen) =>
    `${FROM} the test card of the coupon “${pen.name(facts.title)}” of ${pen.shop(facts.shop)}. It opens nothing at a till.`,
  'campaign-sent': (facts, pen) =>
    `${FROM} the coupon “${pen.name(facts.title)}” of ${pen.shop(facts.shop)} has gone to all ${facts.total} who asked.`,
  'shop-approved': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)} is listed. Customers can ask it for coupons now.`,
      pen.link && `Your shop’s page: ${pen.link}`,
    ),
  'shop-declined': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)} could not be listed.`,
      pen.name(facts.reason),
      pen.link && `Change what is needed, and we look again: ${pen.link}`,
    ),
  'shop-renamed': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.before)} is called “${pen.shop(facts.shop)}” now.`,
      pen.link && `Your shop’s page: ${pen.link}`,
    ),
  'shop-name-declined': (facts, pen) =>
    lines(
      `${FROM} we could not change the name of ${pen.shop(facts.shop)} to “${pen.shop(facts.asked)}”.`,
      pen.name(facts.reason),
      pen.link && `Your shop’s page: ${pen.link}`,
    ),
  'operator-news': (facts, pen) => lines(`${FROM} ${news[facts.what]}: ${pen.name(facts.name)}`, pen.link),
};

const news = {
  shop: 'a shop waits for approval',
  'shop-name': 'a shop would like a new name',
  wish: 'a customer looks for a shop',
  campaign: 'a shop left its coupon to us',
} as const;

/** EC-03. */
function pinLine({ pinAsked }: PinAskedAtShop, pen: Pen): string {
  if (pinAsked === undefined) return '';
  const asked = 'You key in your PIN at the shop.';
  if (pinAsked === 'own-pin') return asked;
  return `${asked} Make one first ${pen.buttons ? 'by the button below' : 'in the Telegram chat, under Settings'}.`;
}
