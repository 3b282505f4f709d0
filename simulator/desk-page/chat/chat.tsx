import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../ask.ts';
import type { Person } from '../cast.ts';
import { Icon } from '../icons.tsx';
import type { LiveChat, LiveChatMessage } from '../live.ts';
import { Picture } from '../texts/picture.tsx';
import { useScrolledDown } from '../use-scrolled-down.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { WrittenSwitch, type WrittenSwitchParts } from '../written-switch.tsx';
import { chatDeeds } from './ask-chat.ts';
import { ChatBubble, EmptyChat } from './chat-bubble.tsx';
import { ChatComposer } from './chat-composer.tsx';

interface ChatParts extends WrittenSwitchParts {
  me: Person;
  /** Null until the page knows it. */
  chat: LiveChat | null;
  /** Those of this chat, oldest first. */
  messages: LiveChatMessage[];
  showAtTill: (url: string) => void;
}

/** An answer that is no alert goes by itself. */
const answerMs = 6_000;

/** What the bot answered to the newest press, until it is read; what was there before is no news. */
function usePressAnswer(chat: LiveChat | null) {
  const newest = chat?.answers.at(-1);
  const [read, setRead] = useState<string | undefined>(undefined);
  const [whose, setWhose] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (chat && chat.chat !== whose) {
      setWhose(chat.chat);
      setRead(newest?.queryId);
    }
  }, [chat?.chat]);
  const shown = newest && chat?.chat === whose && newest.queryId !== read && newest.text !== '' ? newest : null;
  const dismiss = () => setRead(newest?.queryId);
  useEffect(() => {
    if (!shown || shown.alert) return;
    const timer = setTimeout(dismiss, answerMs);
    return () => clearTimeout(timer);
  }, [shown?.queryId]);
  return { shown, dismiss };
}

function Trouble({ what }: { what: string }) {
  return what === '' ? null : (
    <p class="trouble" role="alert">
      {what}
    </p>
  );
}

/** Why a deed did not reach the bot; empty when it did. */
function useTroubleOf(): (answer: Answer) => string {
  const { chat } = useWords();
  return ({ ok, body }) => {
    if (!ok) return chat.failed;
    return body.delivered === false ? (chat.notDelivered[String(body.reason)] ?? chat.failed) : '';
  };
}

/** The chat with the bot, as a messenger on the phone shows it. */
export function Chat({ me, chat, messages, showAtTill, ...written }: ChatParts) {
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const troubleOf = useTroubleOf();
  const list = useRef<HTMLOListElement>(null);
  const action = chat?.action ?? null;
  const scroll = useScrolledDown(list, [messages.at(-1)?.seq, me.number, action]);
  const answer = usePressAnswer(chat);
  const deeds = useMemo(() => chatDeeds(me.number), [me.number]);
  useEffect(() => setTrouble(''), [me.number]);
  const does = async (deed: Promise<Answer>) => setTrouble(troubleOf(await deed));
  return (
    <section class="texts chat" aria-labelledby="chat-heading">
      <header>
        <h2 id="chat-heading">{words.chat.heading}</h2>
        <WrittenSwitch {...written} />
        <span class="soft">{me.name[language]}</span>
        {chat?.state === 'open' && (
          <button type="button" class="plain small" onClick={() => does(deeds.block())}>
            {words.chat.block}
          </button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol class="bubbles" ref={list} aria-live="polite" tabIndex={0} aria-label={words.chat.heading}>
        {messages.length === 0 && <EmptyChat />}
        {messages.map((message) => (
          <ChatBubble
            key={message.id}
            message={message}
            open={setOpen}
            press={(id, data) => does(deeds.press(id, data))}
            command={(text) => does(deeds.send({ text }))}
            scroll={scroll}
          />
        ))}
        {action !== null && <li class="theirs acting">{words.chat.actions[action] ?? words.chat.actions.typing}</li>}
      </ol>
      <div class="composer">
        {answer.shown && (
          <p class="press-answer" role={answer.shown.alert ? 'alert' : 'status'}>
            <span>{answer.shown.text}</span>
            <button type="button" class="plain small" aria-label={words.texts.close} onClick={answer.dismiss}>
              <Icon name="cross" />
            </button>
          </p>
        )}
        <Trouble what={trouble} />
        {chat && (
          <ChatComposer chat={chat} send={(content) => does(deeds.send(content))} start={() => does(deeds.start())} />
        )}
      </div>
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
