import type { VNode } from 'preact';
import type { FeeRuleView, OperatorOperations } from '../../operations/accounts/account-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { Choices, Done, FaultList, Field, type Marks, Select } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { Form, useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';

interface FeesParts {
  rules: FeeRuleView[];
  listed: Awaited<ReturnType<OperatorOperations['listedShops']>>;
  form: Typed;
  marks: Marks;
  added: boolean;
  at: Date;
}

/** RC-13. What the operator earns from shops, by dated rules. */
export function FeesPage({ rules, listed, form, marks, added, at }: FeesParts): VNode {
  const { language } = useAround();
  const words = adminWords(language);
  const text = (name: string) => ({ name, value: fieldOf(form, name), marks });
  const labels = { kind: words.feeKind, shopId: words.feeShop, amount: words.amount, percent: words.percent };
  const number = { inputmode: 'decimal', class: 'short' } as const;
  return (
    <>
      <h1>{words.feesTitle}</h1>
      <p class="lead">{words.feesLead}</p>
      {added && <Done text={words.feeAdded} />}
      <FaultList
        title={officeWords(language).pleaseCheck(Object.keys(marks).length)}
        marks={marks}
        labels={{ ...labels, since: words.since }}
      />
      <div class="columns">
        <Rules rules={rules} at={at} />
        <Form action="/admin/fees" class="sheet">
          <h2>{words.newFee}</h2>
          <Choices
            type="radio"
            name="kind"
            label={words.feeKind}
            marks={marks}
            chosen={[fieldOf(form, 'kind') || 'commission']}
            choices={(['commission', 'listing'] as const).map((kind) => ({ value: kind, label: words.feeKinds[kind] }))}
          />
          <Select
            {...text('shopId')}
            label={words.feeShop}
            nothing={words.everyShop}
            choices={listed.map((shop) => ({ value: shop.id, label: `${shop.code} ${shopNameIn(language, shop)}` }))}
          />
          <Field {...text('amount')} label={words.amount} hint={words.amountHint} {...number} />
          <Field {...text('percent')} label={words.percent} hint={words.percentHint} {...number} />
          <Field {...text('since')} label={words.since} hint={words.sinceHint} type="date" class="short" />
          <button class="button" type="submit">
            {words.addFee}
          </button>
        </Form>
      </div>
    </>
  );
}

function Rules({ rules, at }: Pick<FeesParts, 'rules' | 'at'>): VNode {
  const { language, timeZone } = useAround();
  const words = adminWords(language);
  const { shop: shopWords } = officeWords(language);
  const dates = dateWriter(language, timeZone);
  const standOf = ({ inForce, since }: FeeRuleView) => {
    if (inForce) return { words: words.inForce, pill: 'published' };
    return since > at ? { words: words.later, pill: 'draft' } : { words: words.before, pill: 'ended' };
  };
  return (
    <section class="sheet" aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      {rules.length === 0 && <p class="soft">{words.noRules}</p>}
      <ul class="cards">
        {rules.map((rule) => {
          const { kind, minor, basisPoints, since, shop } = rule;
          const amount = writtenAmount(minor, language);
          const fixed = minor.minor > 0n || basisPoints === 0 ? amount : null;
          const stand = standOf(rule);
          return (
            <li key={rule.id}>
              <div class="card">
                <strong>{shopWords.perUse(fixed, basisPoints > 0 ? `${basisPoints / 100}%` : null)}</strong>
                <span class={`pill ${stand.pill}`}>{stand.words}</span>
                <span class="soft" dir="auto">
                  {words.feeKinds[kind]} · {shop ? shopNameIn(language, shop) : words.everyShop} ·{' '}
                  {shopWords.since(dates.day(since))}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
