import { useSpeech } from './surroundings.ts';

/** A finger on a key leaves the cursor in the field, so that a keyboard goes on there. */
export const keepCursor = (event: MouseEvent): void => event.preventDefault();

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface PadParts {
  press: (digits: string) => void;
  erase: () => void;
  /** For amounts: two zeros at once. */
  hundreds?: boolean;
  clear: () => void;
}

/** Large number keys, for fingers; a keyboard types into the field above. */
export function Pad({ press, erase, clear, hundreds = false }: PadParts) {
  const { words } = useSpeech();
  const key = (digit: string) => (
    <button type="button" onMouseDown={keepCursor} key={digit} onClick={() => press(digit)}>
      {digit}
    </button>
  );
  return (
    <div class="pad">
      {digits.map(key)}
      {hundreds ? (
        key('00')
      ) : (
        <button type="button" onMouseDown={keepCursor} class="word" onClick={clear}>
          {words.pad.clear}
        </button>
      )}
      {key('0')}
      <button type="button" onMouseDown={keepCursor} class="word" onClick={erase}>
        {words.pad.erase}
      </button>
    </div>
  );
}
