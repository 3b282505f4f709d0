import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, phonePath } from '../ask.ts';
import type { Person } from '../cast.ts';
import { Icon } from '../icons.tsx';
import type { LiveMessage } from '../live.ts';
import { useScrolledDown } from '../use-scrolled-down.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenTime } from '../written.ts';
import { WrittenSwitch, type WrittenSwitchParts } from '../written-switch.tsx';
import { LinkedText } from './linked-text.tsx';
import { Picture } from './picture.tsx';

interface TextsParts extends WrittenSwitchParts {
  me: Person;
  /** Those on this phone, oldest first. */
  messages: LiveMessage[];
  /** Carries a picture over to the till. */
  showAtTill: (url: string) => void;
}

const textLimitChars = 1_000;
const quickReplies = { accept: '2580', refuse: '2', help: '0' } as const;

interface BubbleParts {
  message: LiveMessage;
  mine: boolean;
  open: (url: string) => void;
  /** A picture has got its height. */
  scroll: () => void;
}

function Bubble({ message, mine, open, scroll }: BubbleParts) {
  const words = useWords();
  const language = useLanguage();
  return (
    <li class={mine ? 'mine' : 'theirs'}>
      <span class="hidden">{mine ? words.texts.you : words.line}: </span>
      {message.media.map(({ url, contentType }) =>
        contentType.startsWith('image/') ? (
          <button type="button" class="thumb" key={url} onClick={() => open(url)} aria-label={words.texts.picture}>
            <img src={url} alt="" onLoad={scroll} />
          </button>
        ) : null,
      )}
      {message.body !== '' && (
        <p>
          <LinkedText text={message.body} />
        </p>
      )}
      <time>{writtenTime(message.at, language)}</time>
    </li>
  );
}

/** Quick replies are for whoever has something to reply to, and can. */
function Composer({ me, quick }: { me: Person; quick: boolean }) {
  const { texts } = useWords();
  const [draft, setDraft] = useState('');
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    setDraft('');
    setTrouble('');
  }, [me.number]);

  async function send(body: string): Promise<void> {
    if (body.trim() === '') return;
    setDraft('');
    setTrouble('');
    const answer = await ask('POST', `${phonePath(me.number)}/messages`, { body });
    if (!answer.ok) return setTrouble(texts.failed);
    const reason = answer.body.delivered === false ? String(answer.body.reason) : null;
    if (reason !== null) setTrouble(texts.notDelivered[reason as keyof typeof texts.notDelivered] ?? texts.failed);
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send(draft);
      }}
    >
      {trouble !== '' && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {quick && (
        <fieldset class="quick">
          <legend class="hidden">{texts.quickLabel}</legend>
          {(Object.keys(quickReplies) as (keyof typeof quickReplies)[]).map((name) => (
            <button type="button" key={name} onClick={() => send(quickReplies[name])}>
              {texts.quick[name]}
            </button>
          ))}
        </fieldset>
      )}
      <div class="write">
        <input
          type="text"
          name="reply"
          autocomplete="off"
          maxLength={textLimitChars}
          value={draft}
          aria-label={texts.write}
          placeholder={texts.write}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="round strong" aria-label={texts.send} disabled={draft.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

export function Texts({ me, messages, showAtTill, ...written }: TextsParts) {
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const scroll = useScrolledDown(list, [messages.length, me.number]);
  return (
    <section class="texts" aria-labelledby="texts-heading">
      <header>
        <h2 id="texts-heading">{words.texts.heading}</h2>
        <WrittenSwitch {...written} />
        <span class="soft">{me.name[language]}</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol class="bubbles" ref={list} aria-live="polite" tabIndex={0} aria-label={words.texts.heading}>
        {messages.length === 0 && (
          <li class="none">
            <Icon name="texts" />
            <strong>{words.texts.none}</strong>
            <span>{words.texts.noneLead}</span>
          </li>
        )}
        {messages.map((message) => (
          <Bubble
            key={message.sid}
            message={message}
            mine={message.from === me.number}
            open={setOpen}
            scroll={scroll}
          />
        ))}
      </ol>
      <Composer me={me} quick={me.twoWay && messages.some(({ to }) => to === me.number)} />
      {open !== null && (
        <Picture
          url={open}
          close={() => setOpen(null)}
          toTill={() => {
            setOpen(null);
            showAtTill(open);
          }}
        />
      )}
    </section>
  );
}
