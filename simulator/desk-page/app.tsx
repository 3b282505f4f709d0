import { useEffect, useState } from 'preact/hooks';
import { useAddress } from './address.ts';
import { cast, type Person, personAt } from './cast.ts';
import { Chat } from './chat/chat.tsx';
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
import { useUnseen } from './use-unseen.ts';
import { LanguageOf, useLanguage, useWords } from './words/words.ts';
import { writtenCount } from './written.ts';
import type { Written } from './written-switch.tsx';

export interface Place {
  /** Number of the line, E.164, address of the app, and where mail is taken. */
  line: string;
  app: string;
  smtp: string;
}

type Room = 'phone' | 'texts' | 'chat' | 'mail' | 'till' | 'backstage';
const rooms: Room[] = ['phone', 'texts', 'chat', 'mail', 'till', 'backstage'];

const roomOf = (view: SideView): Room => (view === 'till' || view === 'mail' ? view : 'backstage');

interface RoomsParts {
  room: Room;
  unread: Record<'texts' | 'chat' | 'mail', number>;
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
          {(name === 'texts' || name === 'chat' || name === 'mail') && unread[name] > 0 && (
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
    return words.toast[news.kind](nameAt(news.number));
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
  const chat = live.chats.find(({ phone: owner }) => owner === me.number) ?? null;
  const chatMessages = live.chatMessages.filter((message) => message.chat === chat?.chat);
  const [written, setWritten] = useState<Written>('texts');
  const unread = {
    texts: useUnseen(
      messages.filter(({ to }) => to === me.number),
      { me: me.number, known: live.known, inView: written === 'texts' },
    ),
    chat: useUnseen(
      chatMessages.filter(({ from }) => from.isBot),
      { me: me.number, known: live.known, inView: written === 'chat' },
    ),
  };

  const go = (next: Room) => {
    setRoom(next);
    if (next === 'texts' || next === 'chat') setWritten(next);
    if (next === 'till' || next === 'mail') setSide(next);
    if (next === 'backstage') setSide((view) => (roomOf(view) === 'backstage' ? view : 'cards'));
  };
  const look = (found: News) => {
    const number = found.kind === 'mail' ? phoneOf(found.mailbox) : found.number;
    if (number !== null) setAddress({ me: number });
    if (found.kind === 'mail') setMailbox(found.mailbox);
    go(({ text: 'texts', chat: 'chat', ring: 'phone', mail: 'mail' } as const)[found.kind]);
    news.dismiss();
  };
  const showAtTill = (url: string) => {
    setShownAtTill({ url });
    setSide('till');
    setRoom('till');
  };
  const writtenParts = { me, shown: written, unread, show: go, showAtTill };
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
        {written === 'texts' ? (
          <Texts {...writtenParts} messages={messages} />
        ) : (
          <Chat {...writtenParts} chat={chat} messages={chatMessages} />
        )}
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
      <Rooms room={room} unread={{ ...unread, mail: unreadIn(live.mails, addressOf(me.number)) }} choose={go} />
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
