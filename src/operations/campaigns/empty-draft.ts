import { midnightAfter, startOfDay } from '../../core/calendar.ts';
import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import type { Offer } from '../../core/coupons/offer.ts';
import type { Want } from '../../core/coupons/want.ts';
import type { Limits } from '../limits.ts';

const usualDays = 30;

interface Beginning {
  now(): Date;
  limits: Pick<Limits, 'timeZone'>;
}

/** What most customers ask for, where an offer can give just that; else a part that hurts no shop. */
function firstOffer([wanted]: readonly { want: Want }[]): Offer {
  if (wanted?.want.kind === 'percentage') return { ...wanted.want, mostMinor: null };
  return wanted?.want.kind === 'amount' ? wanted.want : { kind: 'percentage', percent: 10, mostMinor: null };
}

/** What a maker begins with: good from today, for thirty days. `wants`: most wanted first. The title is still to be said. */
export function emptyDraft(
  shopId: string,
  { now, limits }: Beginning,
  wants: readonly { want: Want }[] = [],
): CampaignDraft {
  return {
    title: '',
    offer: firstOffer(wants),
    terms: '',
    leastSpend: null,
    validFrom: startOfDay(now(), limits.timeZone),
    validUntil: midnightAfter(now(), usualDays, limits.timeZone),
    validDays: null,
    stock: null,
    downloadsUntil: null,
    tracked: true,
    proof: 'light',
    audience: 'askers',
    theme: 'persimmon',
    motif: 'gift',
    shopIds: [shopId],
  };
}
