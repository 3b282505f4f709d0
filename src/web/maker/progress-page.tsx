import type { VNode } from 'preact';
import type { CampaignView, Progress } from '../../operations/campaigns/campaign-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { Alarm, Done } from '../forms/field.tsx';
import { figure } from '../office/figure.ts';
import { Form, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';

interface ProgressParts {
  campaign: CampaignView;
  progress: Progress;
  at: Date;
  /** What just happened. */
  done: 'stopped' | 'tooLate' | null;
  operator: boolean;
}

export const isUnderWay = ({ state, total, waiting }: Progress): boolean =>
  total > 0 && (state === 'running' || (state === 'done' && waiting > 0));

/** How far it is, in words: the same on the page and in what its script asks for. */
export function progressLines(progress: Progress, language: WrittenLanguage, timeZone: string): string[] {
  const { progress: words } = makerWords(language);
  const { total, answered, sent, failed, declined, stopped, state } = progress;
  if (total === 0) return [state === 'stopped' ? words.offerStopped : words.offered];
  const ended = !isUnderWay(progress);
  const later = ended || state === 'stopped' ? null : progress.later;
  const waiting = ended ? 0 : total - sent - failed - (later?.count ?? 0);
  const how = state === 'stopped' ? words.beforeStop : words.of;
  const some = (count: number, say: (people: string) => string) => (count > 0 ? [say(figure(count))] : []);
  return [
    state === 'done' && sent === total ? words.all(figure(total)) : how(figure(sent), figure(total)),
    ...some(waiting, words.waiting),
    ...(later ? [words.later(figure(later.count), dateWriter(language, timeZone).moment(later.at))] : []),
    ...some(failed - declined - stopped, words.unreachable),
    ...some(declined, words.declined),
    ...some(stopped, words.neverSent),
    ...some(state === 'done' ? total - answered : 0, words.askedNoMore),
  ];
}

/** In one word, how it is. */
export function progressTitle(progress: Progress, language: WrittenLanguage): string {
  const { titles } = makerWords(language).progress;
  if (progress.state === 'stopped') return titles.stopped;
  if (isUnderWay(progress)) return titles.sending;
  return progress.total === 0 ? titles.offered : titles.sent;
}

/** RC-10, RC-11. */
export function ProgressPage({ campaign, progress, at, done, operator }: ProgressParts): VNode {
  const { language, timeZone } = useAround();
  const { progress: words } = makerWords(language);
  const { shop: shopWords, frame } = officeWords(language);
  const { total, sent, failed } = progress;
  const underWay = isUnderWay(progress);
  const home = `/shop/coupons/${campaign.id}`;
  return (
    <div class="narrow">
      <h1 id="progress">{progressTitle(progress, language)}</h1>
      <p class="lead" dir="auto">
        {campaign.title}
      </p>
      {done === 'tooLate' && progress.state !== 'stopped' && at >= progress.stopUntil && <Alarm text={words.tooLate} />}
      {done === 'stopped' && progress.state === 'stopped' && (
        <Done text={words.stoppedNow(figure(campaign.withdrawn))} />
      )}
      <section class="sheet" aria-labelledby="progress" data-progress={underWay ? `${home}/progress.json` : undefined}>
        {total > 0 && <progress max={total} value={sent + failed} aria-labelledby="progress" />}
        <div data-lines role="status">
          {progressLines(progress, language, timeZone).map((line, at) => (
            <p key={line} class={at === 0 ? 'strong' : 'soft'}>
              {line}
            </p>
          ))}
        </div>
      </section>
      {progress.state !== 'stopped' && at < progress.stopUntil && <Stop home={home} progress={progress} />}
      <div class="way">
        <a class="button light" href={home}>
          {words.toCampaign}
        </a>
        <a class="button light" href={operator ? '/admin' : `/shop/${campaign.shopId}`}>
          {operator ? frame.admin : shopWords.back}
        </a>
      </div>
    </div>
  );
}

/** Asked once more, since coupons are taken back from people; and called by what it does by now. */
function Stop({ home, progress }: { home: string; progress: Progress }): VNode {
  const { language, timeZone } = useAround();
  const { progress: words } = makerWords(language);
  const left = progress.total === 0 ? 'offered' : isUnderWay(progress) ? 'sending' : 'sent';
  const { stop, text, go } = words.stops[left];
  return (
    <details class="sheet">
      <summary>
        {stop} <span class="soft">{words.stopUntil(dateWriter(language, timeZone).moment(progress.stopUntil))}</span>
      </summary>
      <p>{text}</p>
      <Form action={`${home}/stop`}>
        <button class="button grave" type="submit">
          {go}
        </button>
      </Form>
    </details>
  );
}
