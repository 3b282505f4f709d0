import { useWords } from '../words/words.ts';

const letters: Record<string, string> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
  0: '+',
};

/** Star and hash are said by their names; screen readers skip them as signs. */
function Name({ of: key }: { of: string }) {
  const { phone } = useWords();
  if (/\d/.test(key)) return <span>{key}</span>;
  return (
    <>
      <span aria-hidden="true">{key}</span>
      <b class="hidden">{phone.key(key)}</b>
    </>
  );
}

interface KeypadParts {
  /** The key that was pressed last, to light it up. */
  lit: string;
  press: (key: string) => void;
}

export function Keypad({ lit, press }: KeypadParts) {
  const { phone } = useWords();
  return (
    <fieldset class="keypad">
      <legend class="hidden">{phone.keypad}</legend>
      {[...'123456789*0#'].map((key) => (
        <button type="button" key={key} class={lit === key ? 'lit' : ''} data-key={key} onClick={() => press(key)}>
          <Name of={key} />
          {letters[key] && <small aria-hidden="true">{letters[key]}</small>}
        </button>
      ))}
    </fieldset>
  );
}
