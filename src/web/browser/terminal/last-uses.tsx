import type { Use } from './kept.ts';
import { type Speech, useSpeech } from './surroundings.ts';
import { inUndoTime } from './undo-time.ts';

/** A use in a line: what, how much, and the last digits by which it is told from others. */
export function describeUse({ title, amount: off, currency, lastDigits }: Use, { words, amount }: Speech): string {
  const much = off > 0 ? amount(off, currency) : words.uses.handedOver;
  return [title, much, lastDigits && `…\u2060${lastDigits}`].filter(Boolean).join(', ');
}

/** What this terminal used since its page was opened. */
export function LastUses({ uses, undo }: { uses: Use[]; undo: (use: Use) => void }) {
  const speech = useSpeech();
  const { words, time } = speech;
  return (
    <section class="uses" aria-labelledby="uses">
      <h2 id="uses">{words.uses.title}</h2>
      {uses.length === 0 && <p class="soft">{words.uses.none}</p>}
      <ul>
        {uses.map((use) => (
          <li key={use.id} class={use.undone ? 'over' : undefined}>
            <span>
              <time>{time(new Date(use.doneAtMs))}</time>
              {describeUse(use, speech)}
            </span>
            {use.undone && <em>{words.uses.undone}</em>}
            {inUndoTime(use) && (
              <button type="button" onClick={() => undo(use)}>
                {words.uses.undo}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
