import type { VNode } from 'preact';
import type { DraftFault } from '../../core/coupons/campaign-draft.ts';
import type { TestCardSent } from '../../operations/campaigns/campaign-operations.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { Alarm, Done } from '../forms/field.tsx';
import { figure } from '../office/figure.ts';
import { Form, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { Lines, summaryOf } from './draft-summary.tsx';
import type { Unread } from './maker-of.ts';
import { MakerFrame, type MakerParts, StepLinks } from './maker-page.tsx';
import { inputOf, makerLabels, wordFault } from './mark-draft.ts';
import { stepOfField, steps } from './steps.ts';

export interface CheckParts extends MakerParts {
  faults: readonly DraftFault[];
  unread: readonly Unread[];
  /** Of this very version. */
  test: TestCardSent | null;
  /** So many of those who asked have no PIN yet, where the coupon wants one. */
  withoutPin: number;
  /** What just went wrong. */
  alarm: string | null;
}

/** The last step: all of it once more, a card to look at, and the way out. */
export function CheckPage(parts: CheckParts): VNode {
  const { campaign, shop, faults, unread, test, alarm, demand, operator, withoutPin } = parts;
  const ready = faults.length + unread.length === 0;
  const { language, timeZone } = useAround();
  const words = makerWords(language);
  const { check } = words;
  const summary = summaryOf(campaign, shop, language, timeZone);
  const { approved } = shop;
  const nobody = campaign.audience === 'askers' && demand.asking === 0;
  return (
    <MakerFrame {...parts} step="check">
      <StepLinks campaign={campaign} />
      {alarm && <Alarm text={alarm} />}
      {!approved && !alarm && (
        <p class="sheet notice" role="status">
          {check.notApproved}
        </p>
      )}
      {!alarm && test && ready && <TestSent test={test} />}
      {!ready && <Missing {...parts} />}
      {steps.map(
        (step) =>
          step !== 'check' && (
            <section class="sheet" key={step} aria-labelledby={`of-${step}`}>
              <div class="sheet-head">
                <h2 id={`of-${step}`}>{words.steps[step]}</h2>
                <a href={`/shop/coupons/${campaign.id}/${step}`} aria-label={`${check.change}: ${words.steps[step]}`}>
                  {check.change}
                </a>
              </div>
              <Lines lines={summary[step]} />
            </section>
          ),
      )}
      {ready && <p class="soft">{check.ready}</p>}
      {withoutPin > 0 && <p class="soft">{check.withoutPin(demand.asking, withoutPin)}</p>}
      {nobody && <p class="soft">{check.nobody}</p>}
      <div class="way">
        {approved && campaign.tested && ready && !nobody && (
          <a class="button" href={`/shop/coupons/${campaign.id}/send`}>
            {isOffer(parts) ? check.offer : check.send}
          </a>
        )}
        {approved && ready && (
          <Form action={`/shop/coupons/${campaign.id}/test`}>
            <button class={campaign.tested ? 'button light' : 'button'} type="submit" aria-describedby="test-hint">
              {check.test}
            </button>
          </Form>
        )}
      </div>
      {approved && ready && (
        <p class="hint" id="test-hint">
          {check.testText} {!campaign.tested && check.sendFirst}
        </p>
      )}
      {!operator && campaign.maker === 'shop' && (
        <p>
          <a href={`/shop/coupons/${campaign.id}/hand-over`}>{check.handOver}</a>
        </p>
      )}
      <details class="sheet">
        <summary>{words.discard}</summary>
        <p>{words.discardText}</p>
        <Form action={`/shop/coupons/${campaign.id}/discard`}>
          <button class="button grave" type="submit">
            {words.discard}
          </button>
        </Form>
      </details>
    </MakerFrame>
  );
}

function TestSent({ test }: { test: TestCardSent }): VNode {
  const { check } = makerWords(useAround().language);
  const text = check.tests[test.state](check.testTo[test.channel](test.to ?? ''));
  return test.state === 'failed' ? <Alarm text={text} /> : <Done text={text} />;
}

/** Each fault leads to its step, and there to its field; in the order of the steps. */
function Missing({ campaign, faults, unread }: CheckParts): VNode {
  const { language } = useAround();
  const words = makerWords(language);
  const labels = makerLabels(words);
  const found = [
    ...unread.map(({ step, input, kind }) => ({ step, input, says: words.unreadable[kind] })),
    ...faults.map((fault) => ({
      step: stepOfField[fault.field],
      input: inputOf(fault, campaign),
      says: wordFault(fault, words),
    })),
  ];
  const inOrder = Object.keys(labels).flatMap((input) => found.filter((one) => one.input === input));
  return (
    <div class="sheet alarm" role="alert">
      <p>{words.check.notReady(found.length)}</p>
      <ul>
        {inOrder.map(({ step, input, says }) => (
          <li key={input + says}>
            <a href={`/shop/coupons/${campaign.id}/${step}#${input}`}>
              {labels[input]}: {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nobody asks: nothing is sent, it is only on offer from now on. */
export const isOffer = ({ campaign, demand }: Pick<MakerParts, 'campaign' | 'demand'>): boolean =>
  campaign.audience === 'everyone' && demand.asking === 0;

/** RC-10. The last question before it goes to everybody who asked. */
export function SendPage(parts: MakerParts & { fee: string | null }): VNode {
  const { campaign, shop, demand, fee } = parts;
  const { language } = useAround();
  const { send, back } = makerWords(language);
  const people = figure(demand.asking);
  const others = campaign.audience === 'everyone' ? send.everyoneToo : send.nobodyElse;
  const offer = isOffer(parts);
  return (
    <div class="narrow">
      <h1>{offer ? send.offerTitle : send.title}</h1>
      <p class="lead" dir="auto">
        {campaign.title} · {shopNameIn(language, shop)}
      </p>
      <Form action={`/shop/coupons/${campaign.id}/send`} class="sheet">
        <input type="hidden" name="version" value={String(campaign.version)} />
        <p class="strong">{offer ? send.offerText : send.text(people)}</p>
        {!offer && <p>{others}</p>}
        <p class="soft">{send.stoppable}</p>
        {fee && <p class="soft">{send.fee(fee)}</p>}
        <button class="button" type="submit">
          {offer ? send.offerGo : send.go(people)}
        </button>
        <a class="quiet" href={`/shop/coupons/${campaign.id}/check`}>
          {back}
        </a>
      </Form>
    </div>
  );
}
