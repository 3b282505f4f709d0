import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenMail } from '../../desk/mail-desk.ts';
import { ask } from '../ask.ts';
import { Icon } from '../icons.tsx';
import type { LiveMail } from '../live.ts';
import { LinkedText } from '../texts/linked-text.tsx';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenBytes, writtenTime } from '../written.ts';
import { Unsubscribe } from './unsubscribe.tsx';

type Fetched = { kind: 'waits' } | { kind: 'gone' } | { kind: 'mail'; mail: OpenMail };

/** The whole mail; opening it is reading it. */
function useMail(id: string): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'waits' });
  useEffect(() => {
    let left = false;
    void ask('GET', `/desk/mails/${id}`).then(({ ok, body }) => {
      if (!left) setFetched(ok ? { kind: 'mail', mail: body as unknown as OpenMail } : { kind: 'gone' });
    });
    void ask('POST', `/desk/mails/${id}/read`);
    return () => {
      left = true;
    };
  }, [id]);
  return fetched;
}

function Body({ mail }: { mail: OpenMail }) {
  const { mail: words } = useWords();
  const [asText, setAsText] = useState(mail.htmlUrl === null);
  const both = mail.htmlUrl !== null && mail.text !== null;
  return (
    <>
      {both && (
        <div class="filters">
          <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
            {words.asHtml}
          </button>
          <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
            {words.asText}
          </button>
        </div>
      )}
      {mail.farPictures && !asText && <p class="mail-note">{words.farPictures}</p>}
      {asText || mail.htmlUrl === null ? (
        <p class="mail-text">{mail.text === null ? words.noText : <LinkedText text={mail.text.trim()} />}</p>
      ) : (
        <iframe
          class="mail-html"
          title={words.content}
          src={mail.htmlUrl}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
      {mail.attachments.length > 0 && (
        <ul class="attachments" aria-label={words.attached(mail.attachments.length)}>
          {mail.attachments.map(({ name, url, bytes }) => (
            <li key={url}>
              <a href={url} download={name ?? ''}>
                <Icon name="attached" />
                <span>{name ?? words.unnamed}</span>
                <small>{writtenBytes(bytes)}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function OpenedMail({ line, back }: { line: LiveMail; back: () => void }) {
  const { mail: words } = useWords();
  const language = useLanguage();
  const fetched = useMail(line.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article class="panel mail opened" aria-labelledby="mail-subject">
      <button type="button" class="back" onClick={back}>
        <Icon name="back" />
        {words.back}
      </button>
      <h2 id="mail-subject" tabIndex={-1} ref={heading}>
        {line.subject || words.noSubject}
      </h2>
      <dl class="envelope">
        <dt>{words.from}</dt>
        <dd>
          {line.from?.name && <strong>{line.from.name} </strong>}
          <span>{line.from?.address}</span>
        </dd>
        <dt>{words.to}</dt>
        <dd>
          <span>{line.mailbox}</span> <time>{writtenTime(line.at, language)}</time>
        </dd>
      </dl>
      {fetched.kind === 'gone' && <p class="trouble">{words.gone}</p>}
      {fetched.kind === 'mail' && (
        <>
          {fetched.mail.unsubscribe !== null && (
            <Unsubscribe id={line.id} alreadyDone={fetched.mail.unsubscribe === 'done'} />
          )}
          <Body mail={fetched.mail} />
        </>
      )}
    </article>
  );
}
