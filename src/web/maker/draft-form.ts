import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import type { Currency } from '../../core/money.ts';
import type { Typed } from '../forms/form.ts';
import { amountField, dayField, lastDayField, momentField } from '../forms/read-field.ts';
import type { TypedStep } from './steps.ts';

export interface Place {
  currency: Currency;
  timeZone: string;
  /** The shop that issues it, which always takes it. */
  shopId: string;
}

/** What the fields of each step show for a draft. */
export const formOf: Record<TypedStep, (draft: CampaignDraft, place: Place) => Typed> = {
  offer: ({ title, offer }, { currency, timeZone }) => ({
    title,
    kind: offer.kind,
    percent: offer.kind === 'percentage' ? String(offer.percent) : '',
    mostMinor: offer.kind === 'percentage' ? amountField(offer.mostMinor, currency) : '',
    minor: offer.kind === 'amount' ? amountField(offer.minor, currency) : '',
    worth: offer.kind === 'fixed-value' ? amountField(offer.minor, currency) : '',
    item: offer.kind === 'gift-item' ? offer.item : '',
    ticket: offer.kind === 'ticket' ? offer.ticket : '',
    event: offer.kind === 'ticket' ? offer.event : '',
    startsAt: offer.kind === 'ticket' && offer.startsAt ? momentField(new Date(offer.startsAt), timeZone) : '',
    seat: offer.kind === 'ticket' ? (offer.seat ?? '') : '',
  }),
  terms: (draft, { currency, timeZone }) => ({
    terms: draft.terms,
    leastSpend: amountField(draft.leastSpend, currency),
    validFrom: dayField(draft.validFrom, timeZone),
    validUntil: lastDayField(draft.validUntil, timeZone),
    validDays: draft.validDays === null ? '' : String(draft.validDays),
    stock: draft.stock === null ? '' : String(draft.stock),
    downloadsUntil: momentField(draft.downloadsUntil, timeZone),
    tracked: draft.tracked ? 'serials' : 'untracked',
    proof: draft.proof,
    audience: draft.audience,
    shopIds: draft.shopIds,
  }),
  look: ({ theme, motif }) => ({ theme, motif }),
};
