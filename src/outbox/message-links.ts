import type { Keys } from '../operations/ports.ts';

export interface Link {
  url: string;
  /** The part of it that opens the door, and is not kept. */
  secret: string;
}

/** The addresses that messages carry: derived when they are needed, never stored. */
export interface MessageLinks {
  gift(giftId: string): Link;
  page(certificateId: string, cardVersion: number): Link;
  /** Where the carrier fetches the card's picture. */
  picture(certificateId: string, cardVersion: number): string;
}

export function messageLinks(made: {
  publicUrl: string;
  keys: Pick<Keys, 'giftToken' | 'pageToken'>;
  /** The path of a card's picture, for a while. */
  cardPath: (certificateId: string, cardVersion: number) => string;
}): MessageLinks {
  const { publicUrl, keys, cardPath } = made;
  const at = (path: string) => new URL(path, publicUrl).href;
  return {
    gift: (giftId) => linkTo('/g/', keys.giftToken(giftId), at),
    page: (certificateId, cardVersion) => linkTo('/w/', keys.pageToken(certificateId, cardVersion), at),
    picture: (certificateId, cardVersion) => at(cardPath(certificateId, cardVersion)),
  };
}

const linkTo = (place: string, secret: string, at: (path: string) => string): Link => ({
  url: at(place + secret),
  secret,
});
