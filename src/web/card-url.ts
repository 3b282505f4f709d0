import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which card a picture's address names, until when. */
export interface CardAddress {
  certificateId: string;
  cardVersion: number;
  expiresAt: Date;
}

export type OpenedCard = ({ kind: 'card' } & CardAddress) | { kind: 'expired' } | { kind: 'unknown' };

const form = /^([\w-]{1,64})\.(\d{1,6})\.([0-9a-z]{1,8})\.([\w-]{43})$/;

/**
 * The name of a card's picture: certificate, version, the second it expires in base 36 (so that it is no run of
 * digits), and a MAC, by which it can neither be guessed nor changed. `key`: 32 bytes used for nothing else.
 */
export function sealCardAddress({ certificateId, cardVersion, expiresAt }: CardAddress, key: Buffer): string {
  const seconds = Math.floor(expiresAt.getTime() / 1_000).toString(36);
  const named = `${certificateId}.${cardVersion}.${seconds}`;
  return `${named}.${mac(named, key).toString('base64url')}`;
}

/** Reads the name of a picture. One that is past its time is only told from an unknown one when it was ours. */
export function openCardAddress(sealed: string, key: Buffer, at: Date): OpenedCard {
  const [, certificateId, cardVersion, seconds, seal] = form.exec(sealed) ?? [];
  if (!certificateId || !cardVersion || !seconds || !seal) return { kind: 'unknown' };
  const right = mac(`${certificateId}.${cardVersion}.${seconds}`, key);
  const given = Buffer.from(seal, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'unknown' };
  const expiresAt = new Date(Number.parseInt(seconds, 36) * 1_000);
  return at < expiresAt
    ? { kind: 'card', certificateId, cardVersion: Number(cardVersion), expiresAt }
    : { kind: 'expired' };
}

const mac = (named: string, key: Buffer): Buffer => createHmac('sha256', key).update(`card:${named}`).digest();
