import { useState } from 'preact/hooks';
import { type WrittenLanguage, writtenLanguages } from '../../../wording/written/language.ts';
import type { TerminalBody } from './ask-till.ts';
import { kept } from './kept.ts';
import { useSpeech } from './surroundings.ts';

const names: Record<WrittenLanguage, string> = { ko: '한국어', en: 'English', ja: '日本語' };

interface TopBarParts {
  terminal: TerminalBody | null;
  choose: (language: WrittenLanguage) => void;
  signOut: () => void;
}

export function TopBar({ terminal, choose, signOut }: TopBarParts) {
  const { words, language, shop } = useSpeech();
  const [quiet, setQuiet] = useState(kept.quiet);
  const [leaving, setLeaving] = useState(false);
  return (
    <header class="top">
      <p class="where">
        <strong>{terminal ? shop(terminal.shop) : words.title}</strong>
        {terminal && <span>{terminal.name}</span>}
      </p>
      <nav aria-label={words.menu}>
        <label class="language">
          <span class="unseen">{words.language}</span>
          <select value={language} onChange={(event) => choose(event.currentTarget.value as WrittenLanguage)}>
            {writtenLanguages.map((one) => (
              <option key={one} value={one} lang={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </label>
        {terminal && (
          <button
            type="button"
            onClick={() => {
              kept.keepQuiet(!quiet);
              setQuiet(!quiet);
            }}
          >
            {quiet ? words.sound.off : words.sound.on}
          </button>
        )}
        {terminal && (
          <button type="button" onClick={leaving ? signOut : () => setLeaving(true)} onBlur={() => setLeaving(false)}>
            {leaving ? words.signIn.outSure : words.signIn.out}
          </button>
        )}
      </nav>
    </header>
  );
}
