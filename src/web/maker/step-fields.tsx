import type { VNode } from 'preact';
import { mostItem, mostTerms, mostTitle } from '../../core/coupons/campaign-draft.ts';
import { isMotif, isTheme, motifs, themes } from '../../core/coupons/look.ts';
import { type OfferKind, ticketKinds } from '../../core/coupons/offer.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { lookNames } from '../../wording/written/coupon-look.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { Area, Choices, Field, type Marks } from '../forms/field.tsx';
import { fieldOf, type Typed, valuesOf } from '../forms/form.ts';
import { useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import type { TypedStep } from './steps.ts';

export interface StepParts {
  form: Typed;
  marks: Marks;
  shop: OwnedShop;
}

const offerKinds = ['percentage', 'amount', 'gift-item', 'fixed-value', 'ticket'] as const satisfies OfferKind[];

function OfferFields({ form, marks }: StepParts): VNode {
  const { offer: words, terms } = makerWords(useAround().language);
  const text = (name: string) => ({ name, value: fieldOf(form, name), marks });
  const number = { inputmode: 'decimal', class: 'short' } as const;
  return (
    <>
      <Field {...text('title')} label={words.title} hint={words.titleHint(mostTitle)} dir="auto" required />
      <Choices
        type="radio"
        name="kind"
        label={words.kind}
        marks={marks}
        class="kinds"
        chosen={[fieldOf(form, 'kind')]}
        choices={offerKinds.map((kind) => ({ value: kind, ...words.kinds[kind] }))}
      />
      <div class="of-kind percentage">
        <Field {...text('percent')} label={words.percent} {...number} />
        <Field {...text('mostMinor')} label={words.mostMinor} optional={terms.optional} {...number} />
      </div>
      <div class="of-kind amount-off">
        <Field {...text('minor')} label={words.minor} {...number} />
      </div>
      <div class="of-kind gift-item">
        <Field {...text('item')} label={words.item} hint={words.itemHint(mostItem)} dir="auto" />
      </div>
      <div class="of-kind fixed-value">
        <Field {...text('worth')} label={words.worth} {...number} />
      </div>
      <div class="of-kind ticket">
        <Choices
          type="radio"
          name="ticket"
          label={words.ticket}
          marks={marks}
          chosen={[fieldOf(form, 'ticket') || 'concert']}
          choices={ticketKinds.map((kind) => ({ value: kind, label: words.tickets[kind] }))}
        />
        <Field {...text('event')} label={words.event} hint={words.wordsHint(mostItem)} dir="auto" />
        <Field {...text('startsAt')} label={words.startsAt} type="datetime-local" optional={terms.optional} />
        <Field
          {...text('seat')}
          label={words.seat}
          hint={words.wordsHint(mostItem)}
          optional={terms.optional}
          dir="auto"
        />
      </div>
    </>
  );
}

function TermsFields({ form, marks, shop }: StepParts): VNode {
  const { language } = useAround();
  const { terms: words } = makerWords(language);
  const text = (name: string) => ({ name, value: fieldOf(form, name), marks });
  const number = { inputmode: 'numeric', class: 'short' } as const;
  const { optional } = words;
  const radios = (name: string, label: string, kinds: Record<string, { label: string; hint: string }>) => (
    <Choices
      type="radio"
      name={name}
      label={label}
      marks={marks}
      chosen={[fieldOf(form, name)]}
      choices={Object.entries(kinds).map(([value, words]) => ({ value, ...words }))}
    />
  );
  return (
    <>
      <div class="pair">
        <Field {...text('validFrom')} label={words.validFrom} type="date" />
        <Field {...text('validUntil')} label={words.validUntil} type="date" />
      </div>
      <Field
        {...text('validDays')}
        label={words.validDays}
        hint={words.validDaysHint}
        optional={optional}
        {...number}
      />
      {radios('audience', words.audience, words.audiences)}
      <Field {...text('stock')} label={words.stock} hint={words.stockHint} optional={optional} {...number} />
      <Field
        {...text('downloadsUntil')}
        label={words.downloadsUntil}
        hint={words.downloadsHint}
        optional={optional}
        type="datetime-local"
      />
      {radios('tracked', words.tracked, words.trackings)}
      {radios('proof', words.proof, words.proofs)}
      <Field {...text('leastSpend')} label={words.leastSpend} optional={optional} {...number} />
      {shop.siblings.length > 0 && (
        <Choices
          type="checkbox"
          name="shopIds"
          label={words.shops}
          hint={words.shopsHint}
          marks={marks}
          chosen={[shop.id, ...valuesOf(form, 'shopIds')]}
          locked={[shop.id]}
          choices={[shop, ...shop.siblings].map((one) => ({ value: one.id, label: shopNameIn(language, one) }))}
        />
      )}
      <Area {...text('terms')} label={words.terms} hint={words.termsHint(mostTerms)} optional={optional} />
    </>
  );
}

function LookFields({ form, marks }: StepParts): VNode {
  const { language } = useAround();
  const { look: words } = makerWords(language);
  const names = lookNames[language];
  return (
    <>
      <Choices
        type="radio"
        name="theme"
        label={words.theme}
        marks={marks}
        class="themes"
        chosen={[fieldOf(form, 'theme')]}
        choices={Object.entries(names.themes).map(([theme, label]) => ({ value: theme, label }))}
        face={({ value, label }) => (
          <>
            <svg class="swatch" viewBox="0 0 2 2" aria-hidden="true">
              <circle cx="1" cy="1" r="1" fill={isTheme(value) ? themes[value] : undefined} />
            </svg>
            {label}
          </>
        )}
      />
      <Choices
        type="radio"
        name="motif"
        label={words.motif}
        marks={marks}
        class="motifs"
        chosen={[fieldOf(form, 'motif')]}
        choices={Object.entries(names.motifs).map(([motif, label]) => ({ value: motif, label }))}
        face={({ value, label }) => (
          <>
            <span aria-hidden="true">{isMotif(value) && motifs[value]}</span> {label}
          </>
        )}
      />
    </>
  );
}

export const stepFields: Record<TypedStep, (parts: StepParts) => VNode> = {
  offer: OfferFields,
  terms: TermsFields,
  look: LookFields,
};
