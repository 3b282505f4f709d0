import type { VNode } from 'preact';
import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import { motifs } from '../../core/coupons/look.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { lookNames } from '../../wording/written/coupon-look.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn, type WrittenLanguage } from '../../wording/written/language.ts';
import { writtenOffer } from '../../wording/written/offers.ts';
import { useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';
import { currencyOf } from './currency-of.ts';
import type { TypedStep } from './steps.ts';

type Line = [label: string, value: string];

/** A draft in words, by the step where each of them is said. */
export function summaryOf(
  draft: CampaignDraft,
  shop: OwnedShop,
  language: WrittenLanguage,
  timeZone: string,
): Record<TypedStep, Line[]> {
  const words = makerWords(language);
  const { terms, check, look, offer } = words;
  const dates = dateWriter(language, timeZone);
  const currency = currencyOf(shop);
  const taking = [shop, ...shop.siblings].filter(({ id }) => draft.shopIds.includes(id));
  const ticket = draft.offer.kind === 'ticket' ? draft.offer : null;
  return {
    offer: [
      [offer.title, draft.title || officeWords(language).shop.unnamed],
      [offer.kinds[draft.offer.kind].label, writtenOffer(draft.offer, currency, language)],
      ...(ticket?.startsAt ? ([[offer.startsAt, dates.moment(ticket.startsAt)]] as Line[]) : []),
      ...(ticket?.seat ? ([[offer.seat, ticket.seat]] as Line[]) : []),
    ],
    terms: [
      [check.valid, check.fromTo(dates.day(draft.validFrom), dates.lastDay(draft.validUntil))],
      ...(draft.validDays === null ? [] : ([[terms.validDays, check.days(String(draft.validDays))]] as Line[])),
      [terms.audience, terms.audiences[draft.audience].label],
      [terms.stock, draft.stock === null ? check.unlimited : check.pieces(draft.stock.toLocaleString('en'))],
      ...(draft.downloadsUntil ? ([[terms.downloadsUntil, dates.moment(draft.downloadsUntil)]] as Line[]) : []),
      [terms.tracked, terms.trackings[draft.tracked ? 'serials' : 'untracked'].label],
      [terms.proof, terms.proofs[draft.proof].label],
      ...(draft.leastSpend === null
        ? []
        : ([[terms.leastSpend, writtenAmount({ minor: draft.leastSpend, currency }, language)]] as Line[])),
      [terms.shops, taking.map((one) => shopNameIn(language, one)).join(', ')],
      [terms.terms, draft.terms || check.none],
    ],
    look: [
      [look.theme, lookNames[language].themes[draft.theme]],
      [look.motif, `${motifs[draft.motif]} ${lookNames[language].motifs[draft.motif]}`],
    ],
  };
}

export const Lines = ({ lines }: { lines: readonly Line[] }): VNode => (
  <dl>
    {lines.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd dir="auto" class="kept">
          {value}
        </dd>
      </div>
    ))}
  </dl>
);

/** RC-08: what is stored, beside what was typed. */
export function ChangedMeanwhile(parts: {
  draft: CampaignDraft;
  shop: OwnedShop;
  step: TypedStep;
  path: string;
}): VNode {
  const { language, timeZone } = useAround();
  const { changed } = makerWords(language);
  return (
    <div class="sheet alarm" role="alert" data-focus tabIndex={-1}>
      <h2>{changed.title}</h2>
      <p>{changed.text}</p>
      <h3>{changed.stored}</h3>
      <Lines lines={summaryOf(parts.draft, parts.shop, language, timeZone)[parts.step]} />
      <p>
        <a href={parts.path}>{changed.take}</a>
      </p>
    </div>
  );
}
