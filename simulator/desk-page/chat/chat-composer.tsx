import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContentAsk } from '../../desk/chat-ask.ts';
import { Icon } from '../icons.tsx';
import type { LiveChat } from '../live.ts';
import { useWords } from '../words/words.ts';

interface ComposerParts {
  chat: LiveChat;
  send: (content: ContentAsk) => void;
  start: () => void;
}

const textLimitChars = 4_096;
const somewhere = { latitude: 33.4996, longitude: 126.5312 };

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** What else can be sent than words. */
function Attach({ send }: Pick<ComposerParts, 'send'>) {
  const { chat } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (content: ContentAsk) => () => {
    if (menu.current) menu.current.open = false;
    send(content);
  };
  return (
    <details class="attach" ref={menu}>
      <summary aria-label={chat.attach} title={chat.attach}>
        <Icon name="attached" />
      </summary>
      <div class="attach-list">
        <button type="button" onClick={choose({ contact: 'own' })}>
          {chat.shareContact}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {chat.sendPhoto}
        </button>
        <button type="button" onClick={choose({ sticker: '🎁' })}>
          {chat.sendSticker}
        </button>
        <button type="button" onClick={choose({ voiceSeconds: 3 })}>
          {chat.sendVoice}
        </button>
        <button type="button" onClick={choose({ location: somewhere })}>
          {chat.sendLocation}
        </button>
        <input
          type="file"
          accept="image/*"
          hidden
          ref={file}
          onChange={async ({ currentTarget }) => {
            const picked = currentTarget.files?.[0];
            if (picked) choose({ photo: await toBase64(picked) })();
            currentTarget.value = '';
          }}
        />
      </div>
    </details>
  );
}

/** The bot's own keyboard, in place of the phone's. */
function ReplyKeys({ chat, send }: Pick<ComposerParts, 'chat' | 'send'>) {
  const words = useWords();
  if (!chat.keyboard) return null;
  return (
    <fieldset class="reply-keys">
      <legend class="hidden">{words.chat.keyboard}</legend>
      {chat.keyboard.keyboard.map((row, index) => (
        <div class="key-row" key={index}>
          {row.map(({ text, request_contact: contact, request_location: location }, place) => {
            const plain: ContentAsk = location ? { location: somewhere } : { text };
            return (
              <button type="button" key={place} onClick={() => send(contact ? { contact: 'own' } : plain)}>
                {text}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

/** The commands that the bot offers. */
function Commands({ chat, send }: Pick<ComposerParts, 'chat' | 'send'>) {
  const words = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  if (chat.commands.length === 0) return null;
  return (
    <details class="attach" ref={menu}>
      <summary aria-label={words.chat.commands} title={words.chat.commands}>
        /
      </summary>
      <div class="attach-list">
        {chat.commands.map(({ command, description }) => (
          <button
            type="button"
            key={command}
            onClick={() => {
              if (menu.current) menu.current.open = false;
              send({ text: `/${command}` });
            }}
          >
            <strong>/{command}</strong> {description}
          </button>
        ))}
      </div>
    </details>
  );
}

export function ChatComposer({ chat, send, start }: ComposerParts) {
  const words = useWords();
  const [draft, setDraft] = useState('');
  useEffect(() => setDraft(''), [chat.chat]);
  if (chat.state !== 'open') {
    return (
      <button type="button" class="strong" onClick={start}>
        {chat.state === 'blocked' ? words.chat.restart : words.chat.start}
      </button>
    );
  }
  return (
    <>
      <ReplyKeys chat={chat} send={send} />
      <form
        class="write"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.trim() === '') return;
          send({ text: draft });
          setDraft('');
        }}
      >
        <Commands chat={chat} send={send} />
        <Attach send={send} />
        <input
          type="text"
          name="chat"
          autocomplete="off"
          maxLength={textLimitChars}
          value={draft}
          aria-label={words.chat.write}
          placeholder={chat.placeholder ?? words.chat.write}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="round strong" aria-label={words.chat.send} disabled={draft.trim() === ''}>
          <Icon name="send" />
        </button>
      </form>
    </>
  );
}
