import { useEffect, useState } from 'preact/hooks';
import { useAddress } from './address.ts';
import { cast, type Person, personAt } from './cast.ts';
import { Icon, type IconName } from './icons.tsx';
import { useLive } from './live.ts';
import { addressOf, phoneOf, unreadIn, writtenOwner } from './mail/mailboxes.ts';
import { People } from './people.tsx';
import { Phone } from './phone/phone.tsx';
import { usePhone } from './phone/use-call.ts';
import { Side, type SideView } from './side.tsx';
import { Texts } from './texts/texts.tsx';
import { TopBar } from './top-bar.tsx';
import { type News, useNews } from './use-news.ts';
import { LanguageOf, useLanguage, useWords } from './words/words.ts';
import { writtenCount } from './written.ts';

export interface Place {
  /** Number of the line, E.164, address of the app, and where mail is taken. */
  line: string;
  app: string;
  smtp: string;
}

type Room = 'phone' | 'texts' | 'mail' | 'till' | 'backstage';
const rooms: Room[] = ['phone', 'texts', 'mail', 'till', 'backstage'];

const roomOf = (view: SideView): Room => (view === 'till' || view === 'mail' ? view : 'backstage');

interface RoomsParts {
  room: Room;
  unread: { texts: number; mail: number };
  choose: (room: Room) => void;
}

function Rooms({ room, unread, choose }: RoomsParts) {
  const words = useWords();
  return (
    <nav class="rooms" aria-label={words.sections}>
      {rooms.map((name) => (
        <button type="button" key={name} aria-current={room === name ? 'page' : undefined} onClick={() => choose(name)}>
          <Icon name={name satisfies IconName} />
          {words.rooms[name]}
          {(name === 'texts' || name === 'mail') && unread[name] > 0 && (
            <span class="badge">{writtenCount(unread[name])}</span>
          )}
        </button>
      ))}
    </nav>
  );
}

function useNewsText(): (news: News) => string {
  const words = useWords();
  const language = useLanguage();
  const nameAt = (number: string) => personAt(number)?.name[language] ?? '';
  return (news) => {
    if (news.kind === 'mail') return words.toast.mail(writtenOwner(news.mailbox, language, words));
    return news.kind === 'text' ? words.toast.text(nameAt(news.number)) : words.toast.ring(nameAt(news.number));
  };
}

function Toast({ news, look, dismiss }: { news: News | null; look: (news: News) => void; dismiss: () => void }) {
  const words = useWords();
  const textOf = useNewsText();
  return (
    <div class="toasts" role="status">
      {news && (
        <div class="toast" key={news.key}>
          <span>{textOf(news)}</span>
          <button type="button" onClick={() => look(news)}>
            {words.toast.look}
          </button>
          <button type="button" class="close" aria-label={words.texts.close} onClick={dismiss}>
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}

function Desk({ place, address, setAddress }: { place: Place } & AddressParts) {
  const words = useWords();
  const me: Person = personAt(address.me) ?? (cast[0] as Person);
  const live = useLive();
  const phone = usePhone(live, me.number, address.muted);
  const [room, setRoom] = useState<Room>('phone');
  const [side, setSide] = useState<SideView>('till');
  const [mailbox, setMailbox] = useState(addressOf(me.number));
  useEffect(() => setMailbox(addressOf(me.number)), [me.number]);
  const news = useNews(live, { me: me.number, mailbox: side === 'mail' ? mailbox : null });
  const [shownAtTill, setShownAtTill] = useState<{ url: string } | null>(null);
  const messages = live.messages.filter(
    ({ from, to, status }) => from === me.number || (to === me.number && ['sent', 'delivered'].includes(status)),
  );
  const [seen, setSeen] = useState(0);
  const newest = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (room === 'texts' || !live.known) setSeen(newest);
  }, [room, newest, live.known, me.number]);

  const go = (next: Room) => {
    setRoom(next);
    if (next === 'till' || next === 'mail') setSide(next);
    if (next === 'backstage') setSide((view) => (roomOf(view) === 'backstage' ? view : 'cards'));
  };
  const look = (found: News) => {
    const number = found.kind === 'mail' ? phoneOf(found.mailbox) : found.number;
    if (number !== null) setAddress({ me: number });
    if (found.kind === 'mail') setMailbox(found.mailbox);
    go(({ text: 'texts', ring: 'phone', mail: 'mail' } as const)[found.kind]);
    news.dismiss();
  };
  const waiting = seen === 0 ? 0 : messages.filter(({ seq, to }) => to === me.number && seq > seen).length;
  return (
    <>
      <TopBar
        connected={live.connected}
        muted={address.muted}
        appUrl={place.app}
        toggleSound={() => setAddress({ muted: !address.muted })}
        toggleLanguage={() => setAddress({ language: address.language === 'ko' ? 'en' : 'ko' })}
      />
      <People
        me={me.number}
        unread={news.unread}
        ringing={news.ringing}
        choose={(number) => setAddress({ me: number })}
      />
      <main data-room={room} aria-label={words.title}>
        <Phone me={me} line={place.line} phone={phone} />
        <Texts
          me={me}
          messages={messages}
          showAtTill={(url) => {
            setShownAtTill({ url });
            setSide('till');
            setRoom('till');
          }}
        />
        <Side
          me={me}
          live={live}
          line={place.line}
          smtp={place.smtp}
          view={side}
          choose={(view) => {
            setSide(view);
            setRoom(roomOf(view));
          }}
          mailbox={mailbox}
          chooseMailbox={setMailbox}
          shownAtTill={shownAtTill}
        />
      </main>
      <Rooms room={room} unread={{ texts: waiting, mail: unreadIn(live.mails, addressOf(me.number)) }} choose={go} />
      <Toast news={news.toast} look={look} dismiss={news.dismiss} />
    </>
  );
}

interface AddressParts {
  address: ReturnType<typeof useAddress>[0];
  setAddress: ReturnType<typeof useAddress>[1];
}

/** The desk of phones. */
export function App({ place }: { place: Place }) {
  const [address, setAddress] = useAddress();
  useEffect(() => {
    document.documentElement.lang = address.language;
  }, [address.language]);
  return (
    <LanguageOf value={address.language}>
      <Desk place={place} address={address} setAddress={setAddress} />
    </LanguageOf>
  );
}
