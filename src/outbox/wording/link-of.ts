import type { MessageFacts } from '../../core/messages/message-facts.ts';
import type { Link, MessageLinks } from '../message-links.ts';

/** The page that a message leads to. `askedAt`: when it was put into the outbox. */
export function linkOf(facts: MessageFacts, links: MessageLinks, askedAt: Date): Link | null {
  switch (facts.kind) {
    case 'gift-offered':
      return links.gift(facts.giftId);
    case 'card':
      return links.page(facts.certificateId, facts.cardVersion);
    case 'coupon':
      return links.coupon(facts);
    case 'coupon-expires-soon':
      return links.page(facts.voucherId, facts.cardVersion);
    case 'email-link': {
      const { customerId, email, changes } = facts;
      return links.emailProof({ customerId, email, changes, askedAt });
    }
    case 'password-link': {
      const { accountId, forgotten, goodUntil } = facts;
      return links.newPassword({ accountId, forgotten, goodUntil: new Date(goodUntil) });
    }
    case 'password-changed':
      return links.forgotten;
    case 'demand-reached':
    case 'shop-approved':
    case 'shop-declined':
    case 'shop-renamed':
    case 'shop-name-declined':
      return links.shop;
    case 'operator-news':
      return links.admin;
    default:
      return null;
  }
}

/** Where the carrier fetches the picture of a message, for those that have one. */
export function pictureUrlOf(facts: MessageFacts, links: MessageLinks): string | null {
  if (facts.kind === 'card') return links.picture(facts.certificateId, facts.cardVersion);
  if (facts.kind === 'coupon') return links.couponPicture(facts);
  if (facts.kind === 'test-card') return links.testCardPicture(facts.campaignId, facts.version);
  return null;
}
