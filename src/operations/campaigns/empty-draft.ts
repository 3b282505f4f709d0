import { midnightAfter, startOfDay } from '../../core/calendar.ts';
import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import type { Limits } from '../limits.ts';

const usualDays = 30;

interface Beginning {
  now(): Date;
  limits: Pick<Limits, 'timeZone'>;
}

/** What a maker begins with: good from today, for thirty days. The title and the offer are still to be said. */
export function emptyDraft(shopId: string, { now, limits }: Beginning): CampaignDraft {
  return {
    title: '',
    offer: { kind: 'percentage', percent: 10, mostMinor: null },
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
