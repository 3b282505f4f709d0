import type { VNode } from 'preact';
import type { CampaignStatistics } from '../../operations/campaigns/campaign-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { writtenOffer } from '../../wording/written/offers.ts';
import { Done, FaultList, Field, type Marks } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';
import { currencyOf } from './currency-of.ts';
import { Lines, summaryOf } from './draft-summary.tsx';
import type { MakerParts } from './maker-page.tsx';
import { makerLabels } from './mark-draft.ts';

export interface CampaignParts extends MakerParts {
  statistics: CampaignStatistics;
  plot: string | null;
  stock: string;
  marks: Marks;
  done: 'ended' | 'stock' | null;
}

/** A coupon that is out: how it is, and what can still be done with it. */
export function CampaignHead({ campaign, shop, operator, done }: CampaignParts): VNode {
  const { language, timeZone } = useAround();
  const { campaign: words } = makerWords(language);
  const { shop: shopWords, frame } = officeWords(language);
  const dates = dateWriter(language, timeZone);
  return (
    <>
      <p class="soft crumb">
        {operator ? <a href="/admin">{frame.admin}</a> : <a href={`/shop/${shop.id}`}>{shopNameIn(language, shop)}</a>}
      </p>
      <div class="headline">
        <div>
          <h1 dir="auto">{campaign.title}</h1>
          <p class="soft" dir="auto">
            {writtenOffer(campaign.offer, currencyOf(campaign), language)}
            {campaign.publishedAt && (
              <>
                {' '}
                · {words.oneWay}: {dates.moment(campaign.publishedAt)}
              </>
            )}
          </p>
        </div>
        <span class={`pill ${campaign.state}`}>{shopWords.states[campaign.state]}</span>
      </div>
      {done === 'ended' && <Done text={words.ended} />}
      {done === 'stock' && <Done text={words.stockSaved} />}
    </>
  );
}

export function CampaignSide(parts: CampaignParts): VNode {
  const { campaign, shop, marks, stock } = parts;
  const { language, timeZone } = useAround();
  const words = makerWords(language);
  const { campaign: say, terms } = words;
  const home = `/shop/coupons/${campaign.id}`;
  const summary = summaryOf(campaign, shop, language, timeZone);
  return (
    <aside>
      <p>
        <a href={`${home}/progress`}>{say.progress}</a>
      </p>
      <section class="sheet" aria-labelledby="terms-of">
        <h2 id="terms-of">{campaign.state === 'stopped' ? say.wereTerms : words.steps.terms}</h2>
        {campaign.state === 'stopped' && <p class="soft">{say.wereTermsText}</p>}
        <Lines lines={summary.terms} />
      </section>
      {(campaign.state === 'ended' || campaign.state === 'stopped') && (
        <Form action={`${home}/remake`} class="sheet" data-once="">
          <p class="soft">{say.remakeText}</p>
          <button class="button light" type="submit">
            {say.remake}
          </button>
        </Form>
      )}
      {campaign.state === 'published' && campaign.tracked && (
        <Form action={`${home}/stock`} class="sheet">
          <FaultList
            title={officeWords(language).pleaseCheck(Object.keys(marks).length)}
            marks={marks}
            labels={makerLabels(words)}
          />
          <Field
            name="stock"
            label={say.stockTitle}
            hint={terms.stockHint}
            value={stock}
            marks={marks}
            inputmode="numeric"
            class="short"
          />
          <button class="button light" type="submit">
            {say.stockGo}
          </button>
        </Form>
      )}
      {campaign.state === 'published' && (
        <details class="sheet">
          <summary>{say.end}</summary>
          <p>{say.endText}</p>
          <Form action={`${home}/end`}>
            <button class="button grave" type="submit">
              {say.endGo}
            </button>
          </Form>
        </details>
      )}
    </aside>
  );
}
