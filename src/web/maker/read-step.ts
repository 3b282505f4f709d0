import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import { lookOf } from '../../core/coupons/look.ts';
import { type Offer, ticketKinds } from '../../core/coupons/offer.ts';
import { fieldOf, type Typed, valuesOf } from '../forms/form.ts';
import { type Read, readAmount, readDay, readLastDay, readMoment, readNumber } from '../forms/read-field.ts';
import type { Unreadable } from '../words/maker/maker-words.ts';
import type { Place } from './draft-form.ts';
import type { TypedStep } from './steps.ts';

export interface ReadStep {
  /** To be stored: with what the form says, and as it was where the form cannot be read. */
  draft: CampaignDraft;
  /** To be checked: with something sound where the form cannot be read, so that all else is found wrong at once. */
  typed: CampaignDraft;
  /** The inputs that could not be read. */
  unreadable: Record<string, Unreadable['kind']>;
}

class Reader {
  readonly unreadable: ReadStep['unreadable'] = {};

  /** A field that something has to be in. */
  take<T>(input: string, read: Read<T>, fault: Unreadable['kind'], standIn: T): T {
    if (read.kind === 'nothing') this.unreadable[input] = 'empty';
    return read.kind === 'nothing' ? standIn : (this.maybe(input, read, fault, standIn) ?? standIn);
  }

  /** A field that may be left empty. */
  maybe<T>(input: string, read: Read<T>, fault: Unreadable['kind'], standIn: T | null): T | null {
    if (read.kind === 'value') return read.value;
    if (read.kind === 'nothing') return null;
    this.unreadable[input] = read.kind === 'fraction' ? 'fraction' : fault;
    return standIn;
  }
}

type ReadForm = (form: Typed, draft: CampaignDraft, place: Place) => ReadStep;

const readOffer: ReadForm = (form, draft, place) => {
  const reader = new Reader();
  const titled = { ...draft, title: fieldOf(form, 'title').trim() };
  const typed = { ...titled, offer: offerIn(form, reader, place) ?? draft.offer };
  const { unreadable } = reader;
  return { draft: Object.keys(unreadable).length > 0 ? titled : typed, typed, unreadable };
};

/** Null where no kind is chosen. */
function offerIn(form: Typed, reader: Reader, { currency, timeZone }: Place): Offer | null {
  const text = (name: string) => fieldOf(form, name);
  const amount = (name: string) => reader.take(name, readAmount(text(name), currency), 'no-amount', 1n);
  const kind = text('kind') as Offer['kind'];
  switch (kind) {
    case 'percentage': {
      const percent = reader.take('percent', readNumber(text('percent').replace(/[%％]\s*$/, '')), 'no-number', 1);
      const mostMinor = reader.maybe('mostMinor', readAmount(text('mostMinor'), currency), 'no-amount', null);
      return { kind, percent, mostMinor };
    }
    case 'amount':
      return { kind, minor: amount('minor') };
    case 'fixed-value':
      return { kind, minor: amount('worth') };
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
  const downloadsUntil = readMoment(text('downloadsUntil'), timeZone);
  const read = {
    ...draft,
    terms: text('terms').trim(),
    leastSpend: reader.maybe('leastSpend', readAmount(text('leastSpend'), currency), 'no-amount', draft.leastSpend),
    validFrom: reader.take('validFrom', readDay(text('validFrom'), timeZone), 'no-day', draft.validFrom),
    validUntil: reader.take('validUntil', readLastDay(text('validUntil'), timeZone), 'no-day', draft.validUntil),
    validDays: reader.maybe('validDays', readNumber(text('validDays')), 'no-number', draft.validDays),
    stock: reader.maybe('stock', readNumber(text('stock')), 'no-number', draft.stock),
    downloadsUntil: reader.maybe('downloadsUntil', downloadsUntil, 'no-moment', draft.downloadsUntil),
    tracked: text('tracked') !== 'untracked',
    proof: text('proof') === 'strict' ? ('strict' as const) : ('light' as const),
    audience: text('audience') === 'everyone' ? ('everyone' as const) : ('askers' as const),
    shopIds: [...new Set([shopId, ...valuesOf(form, 'shopIds')])],
  };
  return { draft: read, typed: read, unreadable: reader.unreadable };
};

const readLook: ReadForm = (form, draft) => {
  const read = { ...draft, ...lookOf({ theme: fieldOf(form, 'theme'), motif: fieldOf(form, 'motif') }) };
  return { draft: read, typed: read, unreadable: {} };
};

export const readStep: Record<TypedStep, ReadForm> = { offer: readOffer, terms: readTerms, look: readLook };
