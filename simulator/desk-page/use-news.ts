import { useEffect, useRef, useState } from 'preact/hooks';
import { cast } from './cast.ts';
import type { Live } from './live.ts';

export interface News {
  key: string;
  kind: 'text' | 'ring';
  number: string;
}

const toastMs = 9_000;

/** Texts that have come to each person since this page last showed their phone, and the newest news of others. */
export function useNews(live: Live, me: string) {
  const [read, setRead] = useState<ReadonlyMap<string, number> | null>(null);
  const [toast, setToast] = useState<News | null>(null);
  const told = useRef(0);
  const newest = live.messages.at(-1)?.seq ?? 0;

  // What was there when the page opened is no news; nor is what lies open on the desk.
  useEffect(() => {
    if (!live.known) return;
    setRead((known) => (known ? new Map(known).set(me, newest) : new Map(cast.map(({ number }) => [number, newest]))));
    if (told.current === 0) told.current = live.messages.at(-1)?.seq ?? 1;
  }, [live.known, me, newest]);

  useEffect(() => {
    const came = live.messages.findLast(
      ({ seq, to }) => seq > told.current && to !== me && cast.some((p) => p.number === to),
    );
    if (!live.known || told.current === 0) return;
    told.current = Math.max(told.current, newest);
    if (came) setToast({ key: came.sid, kind: 'text', number: came.to });
  }, [live.messages]);

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

  const unread = new Map(
    cast.map(({ number }) => {
      const since = read?.get(number) ?? Number.POSITIVE_INFINITY;
      return [number, live.messages.filter(({ to, seq }) => to === number && seq > since).length];
    }),
  );
  return { unread, ringing, toast: toast?.number === me ? null : toast, dismiss: () => setToast(null) };
}
