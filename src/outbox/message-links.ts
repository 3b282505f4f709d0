import type { EmailProof, Keys, PasswordProof } from '../operations/ports.ts';

export interface Link {
  url: string;
  /** The part of it that opens the door, and is not kept; null: it opens nothing by itself. */
  secret: string | null;
}

/** A coupon as it is shown; `voucherId` null: everybody's own, which is not tracked. */
export interface ShownCoupon {
  campaignId: string;
  voucherId: string | null;
  cardVersion: number;
}

/** The addresses that messages carry: derived when they are needed, never stored. */
export interface MessageLinks {
  gift(giftId: string): Link;
  page(certificateId: string, cardVersion: number): Link;
  coupon(coupon: ShownCoupon): Link;
  /** Opened, it proves that the address is read by whom it is meant for. */
  emailProof(proof: EmailProof): Link;
  unsubscribe(address: string): Link;
  /** Where an owner sets a new password, and where the way there is asked for. */
  newPassword(proof: PasswordProof): Link;
  forgotten: Link;
  /** The shops' own page, and the operator's. */
  shop: Link;
  admin: Link;
  /** Where the carrier fetches the card's picture. */
  picture(certificateId: string, cardVersion: number): string;
  couponPicture(coupon: ShownCoupon): string;
  /** The picture of a draft, which opens nothing at a till. */
  testCardPicture(campaignId: string, version: number): string;
}

export interface PicturePaths {
  /** The path of a card's picture, for a while. */
  card(certificateId: string, cardVersion: number): string;
  coupon(coupon: ShownCoupon): string;
  testCard(campaignId: string, version: number): string;
}

type TokenKeys = Pick<Keys, 'giftToken' | 'pageToken' | 'emailToken' | 'passwordToken' | 'unsubscribeToken'>;

export function messageLinks(made: { publicUrl: string; keys: TokenKeys; paths: PicturePaths }): MessageLinks {
  const { publicUrl, keys, paths } = made;
  const at = (path: string) => new URL(path, publicUrl).href;
  const to = (place: string, secret: string): Link => ({ url: at(place + secret), secret });
  const open = (path: string): Link => ({ url: at(path), secret: null });
  return {
    gift: (giftId) => to('/g/', keys.giftToken(giftId)),
    page: (certificateId, cardVersion) => to('/w/', keys.pageToken(certificateId, cardVersion)),
    coupon: ({ campaignId, voucherId, cardVersion }) => to('/w/', keys.pageToken(voucherId ?? campaignId, cardVersion)),
    emailProof: (proof) => to('/e/', keys.emailToken(proof)),
    unsubscribe: (address) => to('/u/', keys.unsubscribeToken(address)),
    newPassword: (proof) => to('/shop/password/', keys.passwordToken(proof)),
    forgotten: open('/shop/forgotten'),
    shop: open('/shop'),
    admin: open('/admin'),
    picture: (certificateId, cardVersion) => at(paths.card(certificateId, cardVersion)),
    couponPicture: (coupon) => at(paths.coupon(coupon)),
    testCardPicture: (campaignId, version) => at(paths.testCard(campaignId, version)),
  };
}
