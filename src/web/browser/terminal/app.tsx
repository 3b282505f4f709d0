import { useEffect, useMemo, useState } from 'preact/hooks';
import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { type TerminalBody, tillOf } from './ask-till.ts';
import { CounterView } from './counter-view.tsx';
import { kept } from './kept.ts';
import { SignIn } from './sign-in.tsx';
import { SpeechOf, speechIn } from './surroundings.ts';
import { TopBar } from './top-bar.tsx';

type Door =
  | { at: 'opening'; key: string }
  | { at: 'unreachable'; key: string }
  | { at: 'signed-out'; because?: 'key-ended' | 'link-cut' }
  | { at: 'open'; key: string; terminal: TerminalBody };

/** The shop's page shows a QR that leads here with a key, which is to stay neither in the address nor in the history. */
function takeFromAddress(): { key: string | null; isCut: boolean } {
  const { hash } = location;
  if (hash === '') return { key: null, isCut: false };
  history.replaceState(null, '', location.pathname);
  const key = /^#([A-Z2-7]{26})$/.exec(hash)?.[1] ?? null;
  return { key, isCut: key === null };
}

function atFirst(): Door {
  const brought = takeFromAddress();
  const key = brought.key ?? kept.terminalKey();
  if (key !== null) return { at: 'opening', key };
  return brought.isCut ? { at: 'signed-out', because: 'link-cut' } : { at: 'signed-out' };
}

export function App({ browserLanguage, timeZone }: { browserLanguage: WrittenLanguage; timeZone: string }) {
  const [language, setLanguage] = useState(() => kept.language() ?? browserLanguage);
  const speech = useMemo(() => speechIn(language, timeZone), [language]);
  const [door, setDoor] = useState(atFirst);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = speech.words.title;
  }, [speech]);

  /** The key stays where it is while nothing answers: that the line is down says nothing about it. */
  const open = async (key: string): Promise<'open' | 'wrong' | 'unreachable'> => {
    const asked = await tillOf(key).terminal();
    if (asked.kind === 'answer') {
      if (kept.terminalKey() !== key) kept.forgetTerminal();
      kept.keepTerminalKey(key);
      setDoor({ at: 'open', key, terminal: asked.answer });
      return 'open';
    }
    return asked.kind === 'refused' ? 'wrong' : 'unreachable';
  };

  useEffect(() => {
    if (door.at !== 'opening') return;
    void open(door.key).then((outcome) => {
      if (outcome === 'unreachable') setDoor({ at: 'unreachable', key: door.key });
      if (outcome === 'wrong') setDoor({ at: 'signed-out', because: 'key-ended' });
    });
  }, [door]);

  const signOut = () => {
    kept.forgetTerminal();
    setDoor({ at: 'signed-out' });
  };
  const choose = (next: WrittenLanguage) => {
    kept.keepLanguage(next);
    setLanguage(next);
  };

  return (
    <SpeechOf value={speech}>
      <TopBar terminal={door.at === 'open' ? door.terminal : null} choose={choose} signOut={signOut} />
      <main>
        <Inside door={door} open={open} setDoor={setDoor} words={speech.words} />
      </main>
    </SpeechOf>
  );
}

interface InsideParts {
  door: Door;
  open(key: string): Promise<'open' | 'wrong' | 'unreachable'>;
  setDoor(door: Door): void;
  words: ReturnType<typeof speechIn>['words'];
}

function Inside({ door, open, setDoor, words }: InsideParts) {
  const till = useMemo(() => (door.at === 'open' ? tillOf(door.key) : null), [door]);
  switch (door.at) {
    case 'opening':
      return (
        <p class="busy" role="status">
          {words.asking}
        </p>
      );
    case 'unreachable':
      return (
        <section class="verdict amber" role="alert">
          <h1>{words.lost.title}</h1>
          <p>{words.signIn.unreachable}</p>
          <button type="button" class="strong" onClick={() => setDoor({ at: 'opening', key: door.key })}>
            {words.lost.again}
          </button>
        </section>
      );
    case 'signed-out':
      return <SignIn open={open} because={door.because} />;
    case 'open':
      return (
        till && (
          <CounterView
            key={door.terminal.id}
            till={till}
            terminal={door.terminal}
            signedOut={() => setDoor({ at: 'signed-out', because: 'key-ended' })}
          />
        )
      );
  }
}
