import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TerminalBody, Till } from './ask-till.ts';
import type { Counter } from './counter.ts';
import { FoundView } from './found-view.tsx';
import { HolderForm, HoldingsList } from './holder.tsx';
import { LastUses } from './last-uses.tsx';
import { LostUse } from './lost-use.tsx';
import { OtherDayView } from './other-day.tsx';
import { PinStep } from './pin-step.tsx';
import { ScanField } from './scan-field.tsx';
import { hearScanner } from './scanned.ts';
import { play } from './sounds.ts';
import { useSpeech } from './surroundings.ts';
import { type AtCounter, useCounter } from './use-counter.ts';
import { DoneView, RefusedView, UndoneView, UndoView, Verdict } from './verdicts.tsx';

interface CounterViewParts {
  till: Till;
  terminal: TerminalBody;
  signedOut: () => void;
}

/** While an answer is awaited or asked for again, or something is to be undone, a scan is not heard. */
const hearing: Counter['at'][] = [
  'ready',
  'phone',
  'holdings',
  'found',
  'other-day',
  'pin',
  'done',
  'refused',
  'undone',
  'lost-question',
];

const tunes: Partial<Record<Counter['at'], Parameters<typeof play>[0]>> = {
  found: 'scanned',
  'other-day': 'bad',
  done: 'good',
  undone: 'good',
  refused: 'bad',
  'lost-use': 'bad',
  'lost-question': 'bad',
  'lost-undo': 'bad',
};

export function CounterView({ till, terminal, signedOut }: CounterViewParts) {
  const desk = useCounter(till, terminal, signedOut);
  const { counter, scan } = desk;
  const [camera, setCamera] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => (hearing.includes(counter.at) ? hearScanner(scan) : undefined), [counter.at]);
  useLayoutEffect(() => {
    const tune = tunes[counter.at];
    if (tune) play(tune);
    // Who works by keyboard alone goes on where the new screen begins.
    const wanted = place.current?.querySelector<HTMLElement>('[autofocus]');
    (wanted ?? place.current)?.focus();
    window.scrollTo(0, 0);
  }, [counter]);

  return (
    <div class="counter" ref={place} tabIndex={-1}>
      <Screen desk={desk} camera={camera} setCamera={setCamera} terminal={terminal} />
      {counter.at === 'ready' && <LastUses uses={desk.uses} undo={desk.askUndo} />}
    </div>
  );
}

interface ScreenParts {
  desk: AtCounter;
  terminal: TerminalBody;
  camera: boolean;
  setCamera: (on: boolean) => void;
}

function Screen({ desk, terminal, camera, setCamera }: ScreenParts) {
  const { words } = useSpeech();
  const { counter, next } = desk;
  switch (counter.at) {
    case 'ready':
      return (
        <ScanField scan={desk.scan} camera={camera} setCamera={setCamera} byPhone={() => desk.goTo({ at: 'phone' })} />
      );
    case 'asking':
      return (
        <p class="busy" role="status">
          {words.asking}
        </p>
      );
    case 'phone':
      return <HolderForm show={desk.showHoldings} back={next} />;
    case 'holdings':
      return <HoldingsList {...counter} choose={desk.choose} back={next} />;
    case 'found':
      return <FoundView {...counter} take={desk.take} askDay={desk.goTo} back={next} />;
    case 'other-day':
      return <OtherDayView {...counter} take={desk.take} next={next} />;
    case 'pin':
      return (
        <PinStep
          text={words.pin.text}
          fault={counter.wrong ? words.pin.wrong : null}
          typed={desk.typedPin}
          back={() => desk.goTo({ at: 'found', found: counter.found, amount: counter.amount })}
        />
      );
    case 'pin-again':
      return (
        <PinStep
          text={words.lost.samePin}
          fault={counter.other ? words.lost.otherPin : null}
          typed={desk.typedPin}
          back={() => desk.goTo({ at: 'lost-use', pending: counter.pending, found: null, pin: null, reloaded: false })}
        />
      );
    case 'done':
      return <DoneView {...counter} askUndo={desk.askUndo} next={next} />;
    case 'refused':
      return <RefusedView {...counter} goBack={desk.goTo} next={next} />;
    case 'undoing':
      return <UndoView use={counter.use} undo={desk.undo} next={next} />;
    case 'undone':
      return <UndoneView {...counter} next={next} />;
    case 'lost-question':
      return (
        <Verdict colour="amber" title={words.lost.title} text={words.lost.scan}>
          <button type="button" class="strong" autofocus onClick={counter.again}>
            {words.lost.again}
          </button>
          <button type="button" class="plain" onClick={next}>
            {words.back}
          </button>
        </Verdict>
      );
    case 'lost-use':
      return <LostUse lost={counter} currency={terminal.currency} askAgain={desk.askAgain} leave={desk.leave} />;
    case 'lost-undo':
      return (
        <Verdict colour="amber" title={words.lost.title} text={words.lost.undo}>
          <button type="button" class="strong" autofocus onClick={() => desk.undo(counter.use)}>
            {words.lost.again}
          </button>
          <button type="button" class="plain" onClick={next}>
            {words.back}
          </button>
        </Verdict>
      );
  }
}
