import { useState } from 'preact/hooks';
import { useSpeech } from './surroundings.ts';

interface SignInParts {
  open(key: string): Promise<'open' | 'wrong' | 'unreachable'>;
  /** The key that was kept is not taken any more, or the link that was opened holds none. */
  because: 'key-ended' | 'link-cut' | undefined;
}

/** Keys that Giftline makes are told in groups, and may be typed in small letters. */
function plainKey(typed: string): string {
  const plain = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{26}$/.test(plain) ? plain : typed.trim();
}

export function SignIn({ open, because }: SignInParts) {
  const { words } = useSpeech();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState('');
  const send = async () => {
    const typed = plainKey(key);
    if (busy) return;
    // What no header can carry is no key.
    if (!/^[\x21-\x7e]{1,200}$/.test(typed)) return setFault(words.signIn.wrong);
    setBusy(true);
    const outcome = await open(typed);
    if (outcome === 'open') return;
    setBusy(false);
    setFault(outcome === 'wrong' ? words.signIn.wrong : words.signIn.unreachable);
  };
  return (
    <form
      class="step narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{words.signIn.title}</h1>
      <p class="lead">{words.signIn.text}</p>
      {because && !fault && (
        <p class="note bad" role="alert">
          {because === 'link-cut' ? words.signIn.linkCut : words.signIn.ended}
        </p>
      )}
      <label for="key">{words.signIn.label}</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        autofocus
        value={key}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? 'key-fault key-hint' : 'key-hint'}
        onInput={(event) => setKey(event.currentTarget.value)}
      />
      {fault && (
        <p class="fault" id="key-fault" role="alert">
          {fault}
        </p>
      )}
      <p class="hint" id="key-hint">
        {words.signIn.hint}
      </p>
      <button type="submit" class="strong" aria-disabled={busy}>
        {words.signIn.button}
      </button>
    </form>
  );
}
