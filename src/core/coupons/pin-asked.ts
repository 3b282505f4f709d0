/** Whether a till asks for the PIN of a coupon's holder (EC-03), and whether its holder has one to key in. */
export type PinAsked = 'never' | 'own-pin' | 'no-pin-yet';

interface Holder {
  memberId: string | null;
  pinHash: string | null;
}

/** A member's own PIN, or one that was chosen for coupons. */
export const hasPinOfOwn = ({ memberId, pinHash }: Holder): boolean => memberId !== null || pinHash !== null;

/** Of an untracked coupon nobody is the holder. */
export function pinAsked(campaign: { proof: string; tracked: boolean }, holder: Holder): PinAsked {
  if (campaign.proof !== 'strict' || !campaign.tracked) return 'never';
  return hasPinOfOwn(holder) ? 'own-pin' : 'no-pin-yet';
}
