import type { VNode } from 'preact';
import type { CampaignView, Progress } from '../../operations/campaigns/campaign-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { Alarm, Done } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';

interface ProgressParts {
  campaign: CampaignView;
  progress: Progress;
  at: Date;
  /** What just happened. */
  stopped: { withdrawn: number } | 'too-late' | null;
}

const figure = (count: number): string => count.toLocaleString('en');

export const isUnderWay = ({ state, waiting }: Progress): boolean =>
  state === 'running' || (state === 'done' && waiting > 0);

/** How far it is, in words: the same on the page and in what its script asks for. */
export function progressLines(progress: Progress, language: WrittenLanguage): string[] {
  const { progress: words } = makerWords(language);
  const { total, sent, failed, state } = progress;
  const waiting = total - sent - failed;
  if (total === 0) return [words.doneNobody];
  return [
    words.of(figure(sent), figure(total)),
    ...(waiting > 0 && state !== 'stopped' ? [words.waiting(figure(waiting))] : []),
    ...(failed > 0 ? [words.failed(figure(failed))] : []),
  ];
}

/** RC-10, RC-11. */
export function ProgressPage({ campaign, progress, at, stopped }: ProgressParts): VNode {
  const { language } = useAround();
  const { progress: words } = makerWords(language);
  const { total, sent, failed } = progress;
  const underWay = isUnderWay(progress);
  const home = `/shop/coupons/${campaign.id}`;
  return (
    <div class="narrow">
      <h1 dir="auto">{campaign.title}</h1>
      {stopped === 'too-late' && <Alarm text={words.tooLate} />}
      {stopped !== null && stopped !== 'too-late' && <Done text={words.stoppedNow(figure(stopped.withdrawn))} />}
      <section class="sheet" aria-labelledby="progress" data-progress={underWay ? `${home}/progress.json` : undefined}>
        <h2 id="progress">{headline(progress, language)}</h2>
        {total > 0 && <progress max={total} value={sent + failed} aria-labelledby="progress" />}
        <div data-lines role="status">
          {progressLines(progress, language).map((line, at) => (
            <p key={line} class={at === 0 ? 'strong' : 'soft'}>
              {line}
            </p>
          ))}
        </div>
      </section>
      {progress.state !== 'stopped' && at < progress.stopUntil && <Stop home={home} stopUntil={progress.stopUntil} />}
      <a class="button light" href={home}>
        {words.toCampaign}
      </a>
    </div>
  );
}

function headline(progress: Progress, language: WrittenLanguage): string {
  const { progress: words } = makerWords(language);
  if (progress.state === 'stopped') return words.stopped;
  if (isUnderWay(progress)) return words.title;
  return progress.total === 0 ? words.doneNobody : words.done;
}

/** Asked once more, since coupons are taken back from people. */
function Stop({ home, stopUntil }: { home: string; stopUntil: Date }): VNode {
  const { language, timeZone } = useAround();
  const { progress: words } = makerWords(language);
  return (
    <details class="sheet">
      <summary>
        {words.stop} <span class="soft">{words.stopUntil(dateWriter(language, timeZone).moment(stopUntil))}</span>
      </summary>
      <p>{words.stopText}</p>
      <Form action={`${home}/stop`}>
        <button class="button grave" type="submit">
          {words.stopGo}
        </button>
      </Form>
    </details>
  );
}
