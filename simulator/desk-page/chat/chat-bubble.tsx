import { useState } from 'preact/hooks';
import type { InlineButton } from '../../messenger/api-objects.ts';
import { Icon } from '../icons.tsx';
import type { LiveChatMessage } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenTime } from '../written.ts';
import { FormattedText } from './formatted-text.tsx';

interface KeysParts {
  rows: InlineButton[][];
  press: (data: string) => Promise<unknown>;
}

/** The buttons below a message. One that is pressed waits until the bot has been told. */
function Keys({ rows, press }: KeysParts) {
  const [waiting, setWaiting] = useState<string | null>(null);
  const { chat } = useWords();
  const pressed = async (data: string) => {
    setWaiting(data);
    await press(data);
    setWaiting(null);
  };
  return (
    <div class="inline-keys">
      {rows.map((row, index) => (
        <div class="key-row" key={index}>
          {row.map(({ text, url, callback_data: data, copy_text: copy }, place) => {
            if (url !== undefined) {
              return (
                <a key={place} href={url} target="_blank" rel="noopener noreferrer">
                  {text}
                  <span class="hidden"> ({chat.opensPage})</span>
                </a>
              );
            }
            const act =
              data === undefined ? () => navigator.clipboard.writeText(copy?.text ?? '') : () => pressed(data);
            return (
              <button type="button" key={place} aria-busy={waiting !== null && waiting === data} onClick={act}>
                {text}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface BubbleParts {
  message: LiveChatMessage;
  open: (url: string) => void;
  press: (message: number, data: string) => Promise<unknown>;
  command: (command: string) => void;
  /** A picture has got its height. */
  scroll: () => void;
}

function Thing({ message, open, scroll }: Pick<BubbleParts, 'message' | 'open' | 'scroll'>) {
  const { chat } = useWords();
  const { photo, contact, sticker, voiceSeconds, location } = message;
  return (
    <>
      {photo && (
        <button type="button" class="thumb" onClick={() => open(photo.url)} aria-label={chat.picture}>
          <img src={photo.url} alt="" width={photo.width} height={photo.height} onLoad={scroll} />
        </button>
      )}
      {contact && (
        <p>
          {chat.contact}: {contact.first_name} {contact.phone_number}
        </p>
      )}
      {sticker && <p class="sticker">{sticker}</p>}
      {voiceSeconds !== null && <p>{chat.voice(voiceSeconds)}</p>}
      {location && (
        <p>
          {chat.location}: {location.latitude}, {location.longitude}
        </p>
      )}
    </>
  );
}

export function ChatBubble({ message, open, press, command, scroll }: BubbleParts) {
  const words = useWords();
  const language = useLanguage();
  const { from, text, entities, buttons, edited, at } = message;
  return (
    <li class={from.isBot ? 'theirs' : 'mine'} data-chat-message={message.id}>
      <span class="hidden">{from.isBot ? words.line : words.texts.you}: </span>
      <Thing message={message} open={open} scroll={scroll} />
      {text !== '' && (
        <p>
          <FormattedText text={text} entities={entities} command={command} />
        </p>
      )}
      {buttons.length > 0 && <Keys rows={buttons} press={(data) => press(message.id, data)} />}
      <time>
        {edited && `${words.chat.edited} · `}
        {writtenTime(at, language)}
      </time>
    </li>
  );
}

export const EmptyChat = () => {
  const { chat } = useWords();
  return (
    <li class="none">
      <Icon name="chat" />
      <strong>{chat.none}</strong>
      <span>{chat.noneLead}</span>
    </li>
  );
};
