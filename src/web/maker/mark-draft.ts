import type { CampaignDraft, DraftFault } from '../../core/coupons/campaign-draft.ts';
import { hasCardNumber } from '../../core/payments/card-number.ts';
import type { Marks } from '../forms/field.tsx';
import type { MakerWords, Unreadable } from '../words/maker/maker-words.ts';

/** The input where a fault stands. */
export function inputOf(fault: DraftFault, { offer }: CampaignDraft): string {
  if (fault.field !== 'offer') return fault.field;
  switch (offer.kind) {
    case 'percentage':
      return fault.kind === 'amount-not-positive' ? 'mostMinor' : 'percent';
    case 'amount':
      return 'minor';
    case 'fixed-value':
      return 'worth';
    case 'gift-item':
      return 'item';
    case 'ticket': {
      if (fault.kind === 'in-the-past') return 'startsAt';
      if (offer.seat === null || fault.kind === 'missing') return 'event';
      const tooLong = fault.kind === 'too-long' && [...offer.event].length > fault.most;
      return tooLong || hasCardNumber(offer.event) ? 'event' : 'seat';
    }
  }
}

export function markFaults(faults: readonly DraftFault[], draft: CampaignDraft, words: MakerWords): Marks {
  const marks: Record<string, string> = {};
  for (const fault of faults) marks[inputOf(fault, draft)] ??= wordFault(fault, words);
  return marks;
}

export function wordFault<F extends DraftFault>(fault: F, words: MakerWords): string {
  // TypeScript cannot see that this wording and this fault belong together.
  const say = words.faults[fault.kind] as (fault: F) => string;
  return say(fault);
}

export const markUnreadable = (unreadable: Record<string, Unreadable['kind']>, words: MakerWords): Marks =>
  Object.fromEntries(Object.entries(unreadable).map(([input, kind]) => [input, words.unreadable[kind]]));

/** What the inputs are called, in the order of the pages: the list of faults follows it. */
export const makerLabels = ({ offer, terms, look }: MakerWords): Marks => ({
  title: offer.title,
  kind: offer.kind,
  percent: offer.percent,
  mostMinor: offer.mostMinor,
  minor: offer.minor,
  worth: offer.worth,
  item: offer.item,
  ticket: offer.ticket,
  event: offer.event,
  startsAt: offer.startsAt,
  seat: offer.seat,
  validFrom: terms.validFrom,
  validUntil: terms.validUntil,
  validDays: terms.validDays,
  audience: terms.audience,
  stock: terms.stock,
  downloadsUntil: terms.downloadsUntil,
  tracked: terms.tracked,
  proof: terms.proof,
  leastSpend: terms.leastSpend,
  shopIds: terms.shops,
  terms: terms.terms,
  theme: look.theme,
  motif: look.motif,
});
