import { useEffect, useRef, useState } from 'preact/hooks';
import { cast } from './cast.ts';
import type { Live, LiveChatMessage } from './live.ts';
import { addressOf, phoneOf, unreadIn } from './mail/mailboxes.ts';

export type News =
  | { key: string; kind: 'text' | 'chat' | 'ring'; number: string }
  | { key: string; kind: 'mail'; mailbox: string };

const toastMs = 9_000;

const newestOf = ({ messages, mails, chatMessages }: Live): number =>
  Math.max(...[messages, mails, chatMessages].map((all) => all.at(-1)?.seq ?? 0));

/** Whose phone a message of the bot came to; null when it is nobody's at the desk, or is their own. */
function chatPhone({ chats }: Live, { chat, from }: LiveChatMessage): string | null {
  return from.isBot ? (chats.find((one) => one.chat === chat)?.phone ?? null) : null;
}

interface Watched {
  me: string;
  /** The mailbox that lies open on the desk; null while none does. */
  mailbox: string | null;
}

/** What has come to each person since this page last showed their phone, and the newest news that is not in view. */
export function useNews(live: Live, { me, mailbox }: Watched) {
  const [read, setRead] = useState<ReadonlyMap<string, number> | null>(null);
  const [toast, setToast] = useState<News | null>(null);
  const told = useRef(0);
  const newest = newestOf(live);

  // What was there when the page opened is no news; nor is what lies open on the desk.
  useEffect(() => {
    if (!live.known) return;
    setRead((known) => (known ? new Map(known).set(me, newest) : new Map(cast.map(({ number }) => [number, newest]))));
    if (told.current === 0) told.current = newest || 1;
  }, [live.known, me, newest]);

  useEffect(() => {
    if (!live.known || told.current === 0) return;
    const since = told.current;
    told.current = Math.max(since, newest);
    const text = live.messages.findLast(
      ({ seq, to }) => seq > since && to !== me && cast.some(({ number }) => number === to),
    );
    const mails = live.mails.filter((one) => one.seq > since && one.mailbox !== mailbox && !one.read);
    const mail = mails.findLast((one) => phoneOf(one.mailbox) !== null) ?? mails.at(-1);
    const chat = live.chatMessages.findLast((one) => one.seq > since && ![null, me].includes(chatPhone(live, one)));
    if (chat) setToast({ key: `chat ${chat.seq}`, kind: 'chat', number: chatPhone(live, chat) ?? me });
    if (mail) setToast({ key: mail.id, kind: 'mail', mailbox: mail.mailbox });
    if (text) setToast({ key: text.sid, kind: 'text', number: text.to });
  }, [live.messages, live.mails, live.chatMessages]);

  const ringing = new Set(
    live.calls.filter(({ state, direction }) => state === 'ringing' && direction !== 'inbound').map(({ to }) => to),
  );
  const rings = [...ringing].find((number) => number !== me && cast.some((person) => person.number === number));
  useEffect(() => {
    if (rings !== undefined) setToast({ key: `ring ${rings}`, kind: 'ring', number: rings });
  }, [rings]);

  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), toastMs);
    return () => clearTimeout(timer);
  }, [toast]);

  const inView = toast?.kind === 'mail' ? toast.mailbox === mailbox : toast?.number === me;
  const unread = new Map(
    cast.map(({ number }) => {
      const since = read?.get(number) ?? Number.POSITIVE_INFINITY;
      const texts = live.messages.filter(({ to, seq }) => to === number && seq > since).length;
      const chats = live.chatMessages.filter((one) => one.seq > since && chatPhone(live, one) === number).length;
      // One's own unread mail is told where it lies, at the mailbox.
      return [number, texts + chats + (number === me ? 0 : unreadIn(live.mails, addressOf(number)))];
    }),
  );
  return { unread, ringing, toast: inView ? null : toast, dismiss: () => setToast(null) };
}
