import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import { lookOf } from '../../core/coupons/look.ts';
import { type Offer, ticketKinds } from '../../core/coupons/offer.ts';
import { fieldOf, type Typed, valuesOf } from '../forms/form.ts';
import { type Read, readAmount, readDay, readLastDay, readMoment, readNumber } from '../forms/read-field.ts';
import type { Unreadable } from '../words/maker/maker-words.ts';
import type { Place } from './draft-form.ts';
import type { TypedStep } from './steps.ts';

/** The draft with what a step's form says, and the inputs that could not be read, whose fields are as they were. */
export interface ReadStep {
  draft: CampaignDraft;
  unreadable: Record<string, Unreadable['kind']>;
}

class Reader {
  readonly unreadable: ReadStep['unreadable'] = {};

  /** `missing`: what an empty field stands for; without it, something has to be there. */
  take<T>(input: string, read: Read<T>, fault: Unreadable['kind'], missing?: T): T | undefined {
    if (read.kind === 'value') return read.value;
    if (read.kind === 'nothing' && missing !== undefined) return missing;
    this.unreadable[input] = fault;
    return undefined;
  }

  /** A field that may be left empty. */
  maybe<T>(input: string, read: Read<T>, fault: Unreadable['kind'], before: T | null): T | null {
    if (read.kind === 'value') return read.value;
    if (read.kind === 'nothing') return null;
    this.unreadable[input] = fault;
    return before;
  }
}

type ReadForm = (form: Typed, draft: CampaignDraft, place: Place) => ReadStep;

const readOffer: ReadForm = (form, draft, place) => {
  const reader = new Reader();
  const offer = offerIn(form, reader, place) ?? draft.offer;
  return { draft: { ...draft, title: fieldOf(form, 'title').trim(), offer }, unreadable: reader.unreadable };
};

/** Null when something in it could not be read. */
function offerIn(form: Typed, reader: Reader, { currency, timeZone }: Place): Offer | null {
  const text = (name: string) => fieldOf(form, name);
  const amount = (name: string) => reader.take(name, readAmount(text(name), currency), 'no-amount');
  const kind = text('kind') as Offer['kind'];
  switch (kind) {
    case 'percentage': {
      const percent = reader.take('percent', readNumber(text('percent').replace(/[%％]\s*$/, '')), 'no-number');
      const mostMinor = reader.maybe('mostMinor', readAmount(text('mostMinor'), currency), 'no-amount', null);
      return percent === undefined ? null : { kind, percent, mostMinor };
    }
    case 'amount': {
      const minor = amount('minor');
      return minor === undefined ? null : { kind, minor };
    }
    case 'fixed-value': {
      const minor = amount('worth');
      return minor === undefined ? null : { kind, minor };
    }
    case 'gift-item':
      return { kind, item: text('item').trim() };
    case 'ticket': {
      const startsAt = reader.maybe('startsAt', readMoment(text('startsAt'), timeZone), 'no-moment', null);
      const ticket = ticketKinds.find((one) => one === text('ticket')) ?? 'concert';
      const seat = text('seat').trim() || null;
      return { kind, ticket, event: text('event').trim(), startsAt: startsAt?.toISOString() ?? null, seat };
    }
    default:
      return null;
  }
}

const readTerms: ReadForm = (form, draft, { currency, timeZone, shopId }) => {
  const reader = new Reader();
  const text = (name: string) => fieldOf(form, name);
  const read = {
    terms: text('terms').trim(),
    leastSpend: reader.maybe('leastSpend', readAmount(text('leastSpend'), currency), 'no-amount', draft.leastSpend),
    validFrom: reader.take('validFrom', readDay(text('validFrom'), timeZone), 'no-day') ?? draft.validFrom,
    validUntil: reader.take('validUntil', readLastDay(text('validUntil'), timeZone), 'no-day') ?? draft.validUntil,
    validDays: reader.maybe('validDays', readNumber(text('validDays')), 'no-number', draft.validDays),
    stock: reader.maybe('stock', readNumber(text('stock')), 'no-number', draft.stock),
    downloadsUntil: reader.maybe(
      'downloadsUntil',
      readMoment(text('downloadsUntil'), timeZone),
      'no-moment',
      draft.downloadsUntil,
    ),
    tracked: text('tracked') !== 'untracked',
    proof: text('proof') === 'strict' ? ('strict' as const) : ('light' as const),
    audience: text('audience') === 'everyone' ? ('everyone' as const) : ('askers' as const),
    shopIds: [...new Set([shopId, ...valuesOf(form, 'shopIds')])],
  };
  return { draft: { ...draft, ...read }, unreadable: reader.unreadable };
};

const readLook: ReadForm = (form, draft) => ({
  draft: { ...draft, ...lookOf({ theme: fieldOf(form, 'theme'), motif: fieldOf(form, 'motif') }) },
  unreadable: {},
});

export const readStep: Record<TypedStep, ReadForm> = { offer: readOffer, terms: readTerms, look: readLook };
