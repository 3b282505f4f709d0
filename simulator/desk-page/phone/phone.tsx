import { useEffect } from 'preact/hooks';
import type { Person } from '../cast.ts';
import { Icon } from '../icons.tsx';
import { useRole } from '../people.tsx';
import { suggestKeys } from '../suggest-keys.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenNumber, writtenParty } from '../written.ts';
import { Captions } from './captions.tsx';
import { FirstTime } from './first-time.tsx';
import { Keypad } from './keypad.tsx';
import type { PhoneInHand } from './use-call.ts';

interface PhoneParts {
  me: Person;
  line: string;
  phone: PhoneInHand;
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** The keyboard is the keypad, but where somebody writes. */
function useKeyboard({ live, press }: PhoneInHand): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!live || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typesText(event.target))
        return;
      if (!/^[\d*#]$/.test(event.key) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      press(event.key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

function Status({ phone }: { phone: PhoneInHand }) {
  const words = useWords().phone;
  const { call } = phone;
  if (phone.dialling) return <p class="call-state">{words.dialling}</p>;
  if (!call) return null;
  const { waitingFor, state } = call;
  if (state === 'completed') return null;
  if (waitingFor?.kind === 'recording') return <p class="call-state recording">{words.recording}</p>;
  if (waitingFor?.kind === 'conversation') {
    return <p class="call-state">{words.talking(writtenNumber(waitingFor.with))}</p>;
  }
  return <p class="call-state">{waitingFor?.kind === 'keys' ? words.listening : words.thinking}</p>;
}

function Screen({ me, line, phone }: PhoneParts) {
  const words = useWords();
  const language = useLanguage();
  const role = useRole();
  const { call } = phone;
  const step = call?.waitingFor?.kind === 'keys' ? call.waitingFor.step : null;
  const suggestion = phone.live ? suggestKeys(me, step) : null;
  const rings = call?.state === 'ringing' && call.direction !== 'inbound';
  return (
    <div class="screen">
      <div class="screen-head">
        <span>{me.name[language]}</span>
        <span class="number">{writtenNumber(me.number)}</span>
        <small class="role">{role(me).join(' · ')}</small>
      </div>
      {!call && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section class="idle" tabIndex={0} aria-label={words.line}>
          <p class="line-name">{words.line}</p>
          <p class="line-number">{writtenNumber(line)}</p>
          {phone.refused && <p class="refused">{words.phone.busy}</p>}
          <FirstTime me={me} />
        </section>
      )}
      {rings && (
        <div class="idle" role="alert">
          <p class="line-number ring">
            {words.phone.rings(writtenParty(call.from, language, { number: line, name: words.line }))}
          </p>
        </div>
      )}
      {call && !rings && <Captions call={call} />}
      {call && !rings && (
        <div class="screen-foot" aria-live="polite">
          <Status phone={phone} />
          {suggestion && (
            <button type="button" class="suggestion" onClick={() => phone.press(suggestion)}>
              <span>{words.phone.suggestion}</span>
              <kbd>{suggestion}</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function CallButtons({ phone }: { phone: PhoneInHand }) {
  const words = useWords().phone;
  if (phone.live && phone.call?.state === 'ringing' && phone.call.direction !== 'inbound') {
    return (
      <div class="call-buttons three">
        <button type="button" class="hang-up" onClick={phone.decline}>
          {words.decline}
        </button>
        <button type="button" class="machine" onClick={phone.toMachine}>
          {words.machine}
        </button>
        <button type="button" class="dial" onClick={phone.answer}>
          {words.answer}
        </button>
      </div>
    );
  }
  return (
    <div class="call-buttons">
      {phone.live ? (
        <button type="button" class="hang-up" onClick={phone.hangUp}>
          <Icon name="phone" />
          {words.hangUp}
        </button>
      ) : (
        <button type="button" class="dial" disabled={phone.dialling} onClick={phone.dial}>
          <Icon name="phone" />
          {phone.dialling ? words.dialling : words.dial}
        </button>
      )}
    </div>
  );
}

export function Phone(parts: PhoneParts) {
  const { phone: words } = useWords();
  const { phone } = parts;
  useKeyboard(phone);
  return (
    <section class={`device${phone.live ? ' live' : ''}`} aria-label={words.heading}>
      <h2 class="hidden">{words.heading}</h2>
      <Screen {...parts} />
      <Keypad lit={phone.lit} press={phone.press} />
      <CallButtons phone={phone} />
    </section>
  );
}
