import { type CertificateFace, checkedCertificate } from './certificate/face.ts';
import { type CouponFace, checkedCoupon } from './coupon/face.ts';

export type { CertificateFace } from './certificate/face.ts';
export type { CouponFace } from './coupon/face.ts';

/** What a card says, already worded. */
export type CardFace = CertificateFace | CouponFace;

/** The face with every text made drawable; throws a RangeError where the caller handed over what no card may carry. */
export function checkedFace<Face extends CardFace>(face: Face): Face;
export function checkedFace(face: CardFace): CardFace {
  return face.kind === 'certificate' ? checkedCertificate(face) : checkedCoupon(face);
}
