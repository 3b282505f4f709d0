import { useState } from 'preact/hooks';
import { Pad } from './pad.tsx';
import { useSpeech } from './surroundings.ts';

const most = 6;
const least = 4;

interface PinFieldParts {
  pin: string;
  edit: (how: (pin: string) => string) => void;
  autofocus?: boolean;
}

/**
 * A PIN, typed unseen. The field holds dots and never the digits, so that no browser offers to remember them, and takes
 * keys one by one.
 */
export function PinField({ pin, edit, autofocus = false }: PinFieldParts) {
  const { words } = useSpeech();
  const press = (digits: string) => edit((before) => (before + digits).slice(0, most));
  const erase = () => edit((before) => before.slice(0, -1));
  return (
    <div class="pin">
      <label for="pin">{words.pin.label}</label>
      <input
        id="pin"
        autofocus={autofocus}
        readOnly
        inputMode="none"
        autocomplete="off"
        value={'•'.repeat(pin.length)}
        aria-describedby="pin-typed"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (/^\d$/.test(event.key)) press(event.key);
          else if (event.key === 'Backspace') erase();
          else if (event.key === 'Delete') edit(() => '');
        }}
      />
      <p class="unseen" id="pin-typed" role="status">
        {words.pin.typed(pin.length)}
      </p>
      <Pad press={press} erase={erase} clear={() => edit(() => '')} />
    </div>
  );
}

export const isWholePin = (pin: string): boolean => pin.length >= least;

interface PinStepParts {
  text: string;
  fault: string | null;
  typed: (pin: string) => void;
  back: () => void;
}

/** The screen that is turned to the customer. */
export function PinStep({ text, fault, typed, back }: PinStepParts) {
  const { words } = useSpeech();
  const [pin, setPin] = useState('');
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWholePin(pin)) typed(pin);
      }}
    >
      <h1>{words.pin.title}</h1>
      <p class="lead">{text}</p>
      {fault && (
        <p class="note bad" role="alert">
          {fault}
        </p>
      )}
      <PinField pin={pin} edit={setPin} autofocus />
      <button type="submit" class="strong" disabled={!isWholePin(pin)}>
        {words.pin.done}
      </button>
      <button type="button" class="plain" onClick={back}>
        {words.back}
      </button>
    </form>
  );
}
