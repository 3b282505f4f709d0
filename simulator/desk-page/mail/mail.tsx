import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import type { LiveMail } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenTime } from '../written.ts';
import { mailboxesOf, unreadIn, writtenOwner } from './mailboxes.ts';
import { OpenedMail } from './opened-mail.tsx';

function Chooser({
  mails,
  mailbox,
  choose,
}: {
  mails: LiveMail[];
  mailbox: string | null;
  choose: (a: string) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const written = (address: string) => {
    const name = writtenOwner(address, language, words);
    const unread = unreadIn(mails, address);
    return `${name === address ? '' : `${name} · `}${address}${unread > 0 ? ` (${unread})` : ''}`;
  };
  return (
    <label class="mailbox">
      {words.mail.mailbox}
      <select value={mailbox ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {mailbox === null && <option value="">{words.mail.noAddress}</option>}
        {mailboxesOf(mails).map((address) => (
          <option key={address} value={address}>
            {written(address)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Line({ mail, open }: { mail: LiveMail; open: () => void }) {
  const { mail: words } = useWords();
  const language = useLanguage();
  return (
    <li>
      <button type="button" class={`mail-line${mail.read ? '' : ' unread'}`} data-mail={mail.id} onClick={open}>
        <span class="sender">
          {!mail.read && <span class="hidden">{words.unread} </span>}
          {mail.from?.name || mail.from?.address}
        </span>
        <time>{writtenTime(mail.at, language)}</time>
        <strong>{mail.subject || words.noSubject}</strong>
        {mail.attached > 0 && (
          <span class="attached">
            <Icon name="attached" />
            <span class="hidden">{words.attached(mail.attached)}</span>
          </span>
        )}
        <span class="begins">{mail.begins}</span>
      </button>
    </li>
  );
}

/** Honest about an empty box: nothing has come, and this is where something could. */
function Empty({ mailbox, smtp }: { mailbox: string | null; smtp: string }) {
  const { mail } = useWords();
  return (
    <div class="no-mail">
      <Icon name="mail" />
      <strong>{mailbox === null ? mail.noAddress : mail.none}</strong>
      <p>{mailbox === null ? mail.noAddressLead : mail.noneLead}</p>
      {mailbox !== null && <code>{smtp}</code>}
    </div>
  );
}

interface MailParts {
  mails: LiveMail[];
  /** Where mail is taken. */
  smtp: string;
  /** Null: the person has no address, and nobody else's box was chosen. */
  mailbox: string | null;
  choose: (mailbox: string) => void;
}

/** One mailbox: its list, or the mail that is open. */
export function Mail({ mails, smtp, mailbox, choose }: MailParts) {
  const { mail: words } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => setOpen(null), [mailbox]);

  const inBox = mails.filter((mail) => mail.mailbox === mailbox).reverse();
  const opened = inBox.find(({ id }) => id === open);
  if (opened) {
    const back = () => {
      setOpen(null);
      // Whoever reads by keyboard comes back to the line that they left.
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-mail="${opened.id}"]`)?.focus());
    };
    return <OpenedMail key={opened.id} line={opened} back={back} />;
  }
  return (
    <div class="panel mail">
      <h2 class="hidden">{words.heading}</h2>
      <Chooser mails={mails} mailbox={mailbox} choose={choose} />
      {inBox.length === 0 && <Empty mailbox={mailbox} smtp={smtp} />}
      <ul class="mails" ref={list} aria-live="polite" aria-label={words.heading}>
        {inBox.map((mail) => (
          <Line key={mail.id} mail={mail} open={() => setOpen(mail.id)} />
        ))}
      </ul>
    </div>
  );
}
