import { useWords } from './words/words.ts';
import { writtenCount } from './written.ts';

export type Written = 'texts' | 'chat';

export interface WrittenSwitchParts {
  shown: Written;
  unread: Record<Written, number>;
  show: (written: Written) => void;
}

const both: Written[] = ['texts', 'chat'];

/** Texts or chat: where the window is wide both have one place. */
export function WrittenSwitch({ shown, unread, show }: WrittenSwitchParts) {
  const { rooms, writtenSections } = useWords();
  return (
    <fieldset class="written-switch">
      <legend class="hidden">{writtenSections}</legend>
      {both.map((name) => (
        <button type="button" key={name} aria-pressed={shown === name} onClick={() => show(name)}>
          {rooms[name]}
          {unread[name] > 0 && <span class="badge">{writtenCount(unread[name])}</span>}
        </button>
      ))}
    </fieldset>
  );
}
