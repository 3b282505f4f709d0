import type { VNode } from 'preact';
import type { FeeRuleView } from '../../operations/fees/fee-operations.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn, type WrittenLanguage } from '../../wording/written/language.ts';
import { Alarm, Choices, Done, FaultList, Field, type Marks, Select } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { Form, unsaved, useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';

export interface FeesParts {
  rules: FeeRuleView[];
  listed: Awaited<ReturnType<ApprovalOperations['listedShops']>>;
  form: Typed;
  marks: Marks;
  done: 'added' | 'withdrawn' | 'inForceAlready' | null;
  at: Date;
}

/** RC-13. What the operator earns from shops, by dated rules. */
export function FeesPage({ rules, listed, form, marks, done, at }: FeesParts): VNode {
  const { language } = useAround();
  const words = adminWords(language);
  const text = (name: string) => ({ name, value: fieldOf(form, name), marks });
  const { feeKind: kind, feeShop: shopId, amount, percent, since } = words;
  const number = { inputmode: 'decimal', class: 'short' } as const;
  return (
    <>
      <h1>{words.feesTitle}</h1>
      <p class="lead">{words.feesLead}</p>
      {done === 'inForceAlready' ? <Alarm text={words.inForceAlready} /> : done && <Done text={words.feeDone[done]} />}
      <FaultList
        title={officeWords(language).pleaseCheck(Object.keys(marks).length)}
        marks={marks}
        labels={{ kind, shopId, amount, percent, since }}
      />
      <div class="columns">
        <Rules rules={rules} at={at} />
        <Form action="/admin/fees" class="sheet" data-unsaved={unsaved(Object.keys(form).length > 0)}>
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
            {words.toConfirm}
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
          const { kind, since, shop } = rule;
          const stand = standOf(rule);
          return (
            <li key={rule.id}>
              <div class="card">
                <strong>{howMuch(rule, language)}</strong>
                <span class={`pill ${stand.pill}`}>{stand.words}</span>
                <span class="soft" dir="auto">
                  {words.feeKinds[kind]} · {shop ? shopNameIn(language, shop) : words.everyShop} ·{' '}
                  {shopWords.since(dates.day(since))}
                </span>
                {since > at && (
                  <Form action={`/admin/fees/${rule.id}/withdraw`} class="beneath">
                    <button class="button light" type="submit">
                      {words.withdrawFee}
                    </button>
                  </Form>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const howMuch = ({ minor, basisPoints }: Pick<FeeRuleView, 'minor' | 'basisPoints'>, language: WrittenLanguage) => {
  const fixed = minor.minor > 0n || basisPoints === 0 ? writtenAmount(minor, language) : null;
  return officeWords(language).shop.perUse(fixed, basisPoints > 0 ? `${basisPoints / 100}%` : null);
};

interface NewFeeParts {
  form: Typed;
  rule: Pick<FeeRuleView, 'kind' | 'shop' | 'minor' | 'basisPoints' | 'since'>;
  fromNow: boolean;
}

/** What a rule will mean, before it is kept. */
export function NewFeePage({ form, rule, fromNow }: NewFeeParts): VNode {
  const { language, timeZone } = useAround();
  const words = adminWords(language);
  const day = dateWriter(language, timeZone).day(rule.since);
  const lines = [
    [words.feeKind, words.feeKinds[rule.kind]],
    [words.feeShop, rule.shop ? shopNameIn(language, rule.shop) : words.everyShop],
    [words.fee, howMuch(rule, language)],
    [words.since, fromNow ? words.fromNow : day],
  ] as const;
  return (
    <div class="narrow">
      <h1>{words.confirmFee}</h1>
      <Form action="/admin/fees" class="sheet" data-unsaved={unsaved(true)}>
        <dl>
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <p>{fromNow ? words.atOnce : words.beforehand(day)}</p>
        {['kind', 'shopId', 'amount', 'percent', 'since'].map((name) => (
          <input key={name} type="hidden" name={name} value={fieldOf(form, name)} />
        ))}
        <input type="hidden" name="confirmed" value="yes" />
        <div class="way">
          <button class="button" type="submit" name="go" value="add">
            {words.addFee}
          </button>
          <button class="button light" type="submit" name="go" value="change">
            {words.changeFee}
          </button>
        </div>
      </Form>
    </div>
  );
}
