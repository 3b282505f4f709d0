import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { TranscriptEntry } from '../../phone-network/calls/call-view.ts';
import type { LiveCall } from '../live.ts';
import { useScrolledDown } from '../use-scrolled-down.ts';
import { useWords } from '../words/words.ts';

type Heard = Extract<TranscriptEntry, { kind: 'heard' }>;
type Caption = { kind: 'heard'; said: Heard[] } | Exclude<TranscriptEntry, Heard>;

/** What was said in one turn is one caption, and so are keys that were pressed one by one. */
export function toCaptions(transcript: readonly TranscriptEntry[]): Caption[] {
  const captions: Caption[] = [];
  for (const entry of transcript) {
    const last = captions.at(-1);
    if (entry.kind === 'pressed' && entry.keys === '') continue;
    if (entry.kind === 'heard' && last?.kind === 'heard') last.said.push(entry);
    else if (entry.kind === 'heard') captions.push({ kind: 'heard', said: [entry] });
    else if (entry.kind === 'pressed' && last?.kind === 'pressed') last.keys += entry.keys;
    else captions.push({ ...entry });
  }
  return captions;
}

function Entry({ entry }: { entry: Caption }) {
  const { phone } = useWords();
  switch (entry.kind) {
    case 'heard':
      return (
        <p class="heard">
          {entry.said.map(({ text, language, plays }, index) => (
            <Fragment key={index}>
              {index > 0 && ' '}
              {plays === undefined ? <span lang={language.slice(0, 2)}>{text}</span> : <span>♪ {phone.plays}</span>}
            </Fragment>
          ))}
        </p>
      );
    case 'pressed':
      return (
        <p class="pressed">
          {[...entry.keys].map((key, index) => (
            <kbd key={index}>{key}</kbd>
          ))}
        </p>
      );
    case 'silence':
      return <p class="note">{phone.silence}</p>;
    case 'spoke':
      return <p class="note">{phone.recorded(entry.seconds)}</p>;
    case 'ended': {
      const by = { app: phone.endedByApp, caller: phone.endedByCaller, error: phone.endedByError };
      return <p class="note">{by[entry.by]}</p>;
    }
  }
}

/** All that was heard and pressed in a call; the newest is in view. */
export function Captions({ call }: { call: LiveCall }) {
  const { phone } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const entries = toCaptions(call.transcript);
  useScrolledDown(box, [call.transcript.length, call.state, call.waitingFor?.kind]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div class="captions" role="log" aria-label={phone.captions} tabIndex={0} ref={box}>
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} />
      ))}
    </div>
  );
}
