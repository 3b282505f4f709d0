import { useEffect, useState } from 'preact/hooks';
import type { LiveChange, LiveItem } from '../desk/live-view.ts';

type Of<K extends LiveItem['kind']> = Extract<LiveItem, { kind: K }>;

/** The outer world as this page knows it. Every list is oldest first. */
export interface Live {
  connected: boolean;
  /** The first state has arrived. */
  known: boolean;
  calls: Of<'call'>[];
  messages: Of<'message'>[];
  mails: Of<'mail'>[];
  chats: Of<'chat'>[];
  chatMessages: Of<'chat-message'>[];
  payments: Of<'payment'>[];
  refunds: Of<'refund'>[];
  webhooks: Of<'webhook'>[];
  requests: Of<'request'>[];
  faults: Of<'fault'>['fault'][];
  voicemail: boolean;
}

export type LiveCall = Of<'call'>;
export type LiveChat = Of<'chat'>;
export type LiveChatMessage = Of<'chat-message'>;
export type LiveMail = Of<'mail'>;
export type LiveMessage = Of<'message'>;

type Items = ReadonlyMap<string, LiveItem>;

function applyChange(items: Items, change: LiveChange): Items {
  const next = new Map(change.whole ? [] : items);
  for (const key of change.gone) next.delete(key);
  for (const [key, item] of Object.entries(change.items)) next.set(key, item);
  return next;
}

function toLive(items: Items, connected: boolean): Live {
  const sorted = [...items.values()].sort((one, other) => one.seq - other.seq);
  const of = <K extends LiveItem['kind']>(kind: K) => sorted.filter((item): item is Of<K> => item.kind === kind);
  return {
    connected,
    known: items.size > 0,
    calls: of('call'),
    messages: of('message'),
    mails: of('mail'),
    chats: of('chat'),
    chatMessages: of('chat-message'),
    payments: of('payment'),
    refunds: of('refund'),
    webhooks: of('webhook'),
    requests: of('request'),
    faults: of('fault').map(({ fault }) => fault),
    voicemail: of('voicemail')[0]?.on ?? false,
  };
}

/** Follows the stream of events; the browser reconnects by itself and then gets the whole state again. */
export function useLive(): Live {
  const [live, setLive] = useState(() => toLive(new Map(), true));
  useEffect(() => {
    let items: Items = new Map();
    const stream = new EventSource('/desk/events');
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      items = applyChange(items, JSON.parse(data) as LiveChange);
      setLive(toLive(items, true));
    };
    stream.onerror = () => setLive(toLive(items, false));
    return () => stream.close();
  }, []);
  return live;
}
