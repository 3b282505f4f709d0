import { parseWords } from '../words.ts';
import type { Motif, Theme } from './look.ts';
import type { Offer } from './offer.ts';

/** A coupon as the maker's four steps describe it (EC-01). Instants are absolute; amounts minor units. */
export interface CampaignDraft {
  title: string;
  offer: Offer;
  terms: string;
  leastSpend: bigint | null;
  validFrom: Date;
  validUntil: Date;
  /** EC-13: a fetched coupon's own days. */
  validDays: number | null;
  /** Null: unlimited. */
  stock: number | null;
  downloadsUntil: Date | null;
  tracked: boolean;
  proof: 'light' | 'strict';
  audience: 'askers' | 'everyone';
  theme: Theme;
  motif: Motif;
  /** Where it is taken; the issuing shop is always among them. */
  shopIds: string[];
}

export type DraftField = keyof CampaignDraft;

/** What is wrong with a field; all are found at once. */
export type DraftFault = { field: DraftField } & (
  | { kind: 'missing' }
  | { kind: 'too-long'; most: number }
  | { kind: 'card-number' }
  | { kind: 'percent-out-of-range' }
  | { kind: 'amount-not-positive' }
  | { kind: 'in-the-past' }
  | { kind: 'ends-before-it-begins' }
  | { kind: 'too-far-away'; mostDays: number }
  | { kind: 'not-positive' }
  | { kind: 'too-large'; most: number }
  | { kind: 'below-what-is-out'; out: number }
  | { kind: 'below-who-asked'; asking: number }
  | { kind: 'needs-serials' }
  | { kind: 'not-of-this-chain' }
);

export const mostTitle = 40;
export const mostTerms = 200;
export const mostItem = 40;
const mostStock = 10_000_000;
const mostValidDays = 3_650;
const mostDays = 3 * 366;
const dayMs = 86_400_000;

/** What the draft is checked against. */
export interface DraftSurroundings {
  at: Date;
  /** How many are out already; of a draft none. */
  taken: number;
  /** How many would get it at once. */
  asking: number;
  /** The issuing shop and the others of its chain. */
  chainShopIds: readonly string[];
}

/** Everything that keeps a draft from being published; nothing when it may be. */
export function checkDraft(draft: CampaignDraft, by: DraftSurroundings): DraftFault[] {
  return [
    ...checkText('title', draft.title, mostTitle),
    ...(draft.terms === '' ? [] : checkText('terms', draft.terms, mostTerms)),
    ...checkOffer(draft.offer, by.at),
    ...checkTimes(draft, by.at),
    ...checkStock(draft, by),
    ...(draft.leastSpend !== null && draft.leastSpend <= 0n
      ? [{ field: 'leastSpend', kind: 'amount-not-positive' } as const]
      : []),
    ...(!draft.tracked && draft.proof === 'strict' ? [{ field: 'proof', kind: 'needs-serials' } as const] : []),
    ...(draft.shopIds.every((id) => by.chainShopIds.includes(id)) && draft.shopIds.length > 0
      ? []
      : [{ field: 'shopIds', kind: 'not-of-this-chain' } as const]),
  ];
}

/** Numbers beyond what a draft can be kept with: no database column holds just any. */
export function checkNumbers({ validDays, stock }: Pick<CampaignDraft, 'validDays' | 'stock'>): DraftFault[] {
  const check = (field: 'validDays' | 'stock', number: number | null, most: number): DraftFault[] => {
    if (number === null) return [];
    if (!Number.isInteger(number) || number < -most) return [{ field, kind: 'not-positive' }];
    return number > most ? [{ field, kind: 'too-large', most }] : [];
  };
  return [...check('validDays', validDays, mostValidDays), ...check('stock', stock, mostStock)];
}

function checkText(field: DraftField, text: string, most: number): DraftFault[] {
  const parsed = parseWords(text, most);
  switch (parsed.kind) {
    case 'words':
      return [];
    case 'empty':
      return [{ field, kind: 'missing' }];
    case 'too-long':
      return [{ field, kind: 'too-long', most }];
    case 'card-number':
      return [{ field, kind: 'card-number' }];
  }
}

function checkOffer(offer: Offer, at: Date): DraftFault[] {
  const field = 'offer';
  switch (offer.kind) {
    case 'percentage': {
      const inRange = Number.isInteger(offer.percent) && offer.percent >= 1 && offer.percent <= 100;
      const capped = offer.mostMinor === null || offer.mostMinor > 0n;
      return [
        ...(inRange ? [] : [{ field, kind: 'percent-out-of-range' } as const]),
        ...(capped ? [] : [{ field, kind: 'amount-not-positive' } as const]),
      ];
    }
    case 'amount':
    case 'fixed-value':
      return offer.minor > 0n ? [] : [{ field, kind: 'amount-not-positive' }];
    case 'gift-item':
      return checkText(field, offer.item, mostItem);
    case 'ticket':
      return [
        ...checkText(field, offer.event, mostItem),
        ...(offer.seat === null ? [] : checkText(field, offer.seat, mostItem)),
        ...(offer.startsAt !== null && new Date(offer.startsAt) <= at ? [{ field, kind: 'in-the-past' } as const] : []),
      ];
  }
}

function checkTimes({ validFrom, validUntil, validDays, downloadsUntil }: CampaignDraft, at: Date): DraftFault[] {
  const faults: DraftFault[] = [];
  if (validUntil <= at) faults.push({ field: 'validUntil', kind: 'in-the-past' });
  else if (validUntil <= validFrom) faults.push({ field: 'validUntil', kind: 'ends-before-it-begins' });
  if (validUntil.getTime() - at.getTime() > mostDays * dayMs) {
    faults.push({ field: 'validUntil', kind: 'too-far-away', mostDays });
  }
  if (validDays !== null && (!Number.isInteger(validDays) || validDays < 1)) {
    faults.push({ field: 'validDays', kind: 'not-positive' });
  } else if (validDays !== null && validDays > mostValidDays) {
    faults.push({ field: 'validDays', kind: 'too-large', most: mostValidDays });
  }
  if (downloadsUntil !== null && downloadsUntil <= at) faults.push({ field: 'downloadsUntil', kind: 'in-the-past' });
  return faults;
}

function checkStock({ stock, tracked }: CampaignDraft, { taken, asking }: DraftSurroundings): DraftFault[] {
  const field = 'stock';
  if (stock === null) return [];
  if (!tracked) return [{ field, kind: 'needs-serials' }];
  if (!Number.isInteger(stock) || stock < 1) return [{ field, kind: 'not-positive' }];
  if (stock > mostStock) return [{ field, kind: 'too-large', most: mostStock }];
  if (stock < taken) return [{ field, kind: 'below-what-is-out', out: taken }];
  // RC-10: all who asked get it. Nobody who asked is told that there are none left.
  return taken === 0 && stock < asking ? [{ field, kind: 'below-who-asked', asking }] : [];
}
