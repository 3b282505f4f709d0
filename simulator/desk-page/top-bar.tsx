import { Icon } from './icons.tsx';
import { useWords } from './words/words.ts';

interface TopBarParts {
  connected: boolean;
  muted: boolean;
  appUrl: string;
  toggleSound: () => void;
  toggleLanguage: () => void;
}

export function TopBar({ connected, muted, appUrl, toggleSound, toggleLanguage }: TopBarParts) {
  const words = useWords();
  return (
    <header class="top">
      <a class="brand" href={appUrl}>
        <span class="seal" aria-hidden="true" />
        <h1>{words.brand}</h1>
      </a>
      <p class="tagline">{words.tagline}</p>
      {!connected && (
        <p class="offline" role="status">
          {words.offline}
        </p>
      )}
      <nav class="tools" aria-label={words.title}>
        <a class="tool wide-only" href="/status">
          {words.status}
        </a>
        <button
          type="button"
          class="tool"
          onClick={toggleLanguage}
          lang={words.otherLanguage === 'English' ? 'en' : 'ko'}
        >
          {words.otherLanguage}
        </button>
        <button
          type="button"
          class="tool round"
          aria-label={muted ? words.unmute : words.mute}
          title={muted ? words.unmute : words.mute}
          onClick={toggleSound}
        >
          <Icon name={muted ? 'silent' : 'sound'} />
        </button>
      </nav>
    </header>
  );
}
