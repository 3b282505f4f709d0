/** A campaign as the store of coupons sees it. */
export interface Offered {
  state: 'draft' | 'published' | 'ended' | 'stopped';
  audience: 'askers' | 'everyone';
  validUntil: Date;
  downloadsUntil: Date | null;
  stock: number | null;
  taken: number;
}

export type NotOnOffer = { kind: 'not-on-offer' } | { kind: 'deadline-passed'; on: Date } | { kind: 'none-left' };

/** EC-04. Whether somebody may fetch one now: on offer to everyone, before the deadline, while there are some. */
export function mayDownload(campaign: Offered, at: Date): { kind: 'yes' } | NotOnOffer {
  if (campaign.state !== 'published' || campaign.audience !== 'everyone') return { kind: 'not-on-offer' };
  const deadline = deadlineOf(campaign);
  if (at >= deadline) return { kind: 'deadline-passed', on: deadline };
  if (campaign.stock !== null && campaign.taken >= campaign.stock) return { kind: 'none-left' };
  return { kind: 'yes' };
}

/** The last moment at which one can be fetched. */
export const deadlineOf = ({ downloadsUntil, validUntil }: Pick<Offered, 'downloadsUntil' | 'validUntil'>): Date =>
  downloadsUntil && downloadsUntil < validUntil ? downloadsUntil : validUntil;
