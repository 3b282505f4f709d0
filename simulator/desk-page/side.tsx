import { Cards } from './backstage/cards.tsx';
import { Faults } from './backstage/faults.tsx';
import { Network } from './backstage/network.tsx';
import type { Person } from './cast.ts';
import type { Live } from './live.ts';
import { Mail } from './mail/mail.tsx';
import { addressOf, unreadIn } from './mail/mailboxes.ts';
import { Till } from './till/till.tsx';
import { useWords } from './words/words.ts';
import { writtenCount } from './written.ts';

export type SideView = 'till' | 'mail' | 'cards' | 'network' | 'faults';

const views: SideView[] = ['till', 'mail', 'cards', 'network', 'faults'];

interface SideParts {
  me: Person;
  live: Live;
  line: string;
  smtp: string;
  view: SideView;
  choose: (view: SideView) => void;
  shownAtTill: { url: string } | null;
  mailbox: string | null;
  chooseMailbox: (mailbox: string) => void;
}

/** The shop's till, the mail, and what goes on backstage. */
export function Side({ me, live, line, smtp, view, choose, shownAtTill, mailbox, chooseMailbox }: SideParts) {
  const { side } = useWords();
  const unread = unreadIn(live.mails, addressOf(me.number));
  const faulty = live.voicemail || live.faults.some(({ left }) => left > 0);
  return (
    <section class="side" aria-label={side.heading}>
      <div class="views" role="tablist" aria-label={side.heading}>
        {views.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            class={`tab ${name}`}
            aria-selected={view === name}
            aria-controls="side-view"
            onClick={() => choose(name)}
          >
            {side[name]}
            {name === 'mail' && unread > 0 && <span class="badge">{writtenCount(unread)}</span>}
            {name === 'faults' && faulty && <span class="dot" />}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div class="view" id="side-view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0}>
        {view === 'till' && <Till live={live} shown={shownAtTill} />}
        {view === 'mail' && <Mail mails={live.mails} smtp={smtp} mailbox={mailbox} choose={chooseMailbox} />}
        {view === 'cards' && <Cards live={live} />}
        {view === 'network' && <Network live={live} line={line} />}
        {view === 'faults' && <Faults live={live} />}
      </div>
    </section>
  );
}
