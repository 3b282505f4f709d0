import type { Live } from '../live.ts';
import type { Words } from '../words/ko.ts';
import type { Language } from '../words/words.ts';
import { writtenParty } from '../written.ts';

export type Filter = 'all' | 'calls' | 'messages' | 'webhooks' | 'requests';

export interface Happening {
  key: string;
  seq: number;
  of: Exclude<Filter, 'all'>;
  at: string;
  title: string;
  detail: string;
  state: string;
  tone: 'good' | 'bad' | 'amber' | 'quiet';
}

type Wording = { words: Words; language: Language; party: (number: string) => string };

function toneOf(status: number | null): Happening['tone'] {
  if (status === null) return 'amber';
  return status < 400 ? 'good' : 'bad';
}

const badEnds = ['busy', 'failed', 'no-answer', 'canceled', 'undelivered'];

const callLines = (live: Live, { words, party }: Wording): Happening[] =>
  live.calls.map(({ seq, at, from, to, status, state, error }) => ({
    key: `call ${seq}`,
    seq,
    of: 'calls',
    at,
    title: `${party(from)} → ${party(to)}`,
    detail: error?.message ?? '',
    state: words.network.callStates[status] ?? status,
    tone: error || badEnds.includes(status) ? 'bad' : state === 'completed' ? 'quiet' : 'amber',
  }));

const messageLines = (live: Live, { words, party }: Wording): Happening[] =>
  live.messages.map(({ seq, at, from, to, body, media, status }) => ({
    key: `message ${seq}`,
    seq,
    of: 'messages',
    at,
    title: `${party(from)} → ${party(to)}`,
    detail: (media.length > 0 ? `[${words.network.picture}] ` : '') + body,
    state: words.network.messageStates[status] ?? status,
    tone: badEnds.includes(status) ? 'bad' : 'good',
  }));

const webhookLines = (live: Live, { words }: Wording): Happening[] =>
  live.webhooks.map(({ seq, at, to, event, status, tookMs }) => ({
    key: `webhook ${seq}`,
    seq,
    of: 'webhooks',
    at,
    title: `→ ${to}`,
    detail: tookMs === null ? event : `${event} · ${tookMs} ms`,
    state: status === null ? (tookMs === null ? words.network.pending : words.network.noAnswer) : String(status),
    tone: tookMs !== null && status === null ? 'bad' : toneOf(status),
  }));

const requestLines = (live: Live, { words }: Wording): Happening[] =>
  live.requests.map(({ seq, at, method, path, party, status, fault }) => ({
    key: `request ${seq}`,
    seq,
    of: 'requests',
    at,
    title: `← ${method} ${path.replace(/^\/2010-04-01\/Accounts\/\w+/, '')}`,
    detail: fault === null ? party : `${party} · ${fault}`,
    state: status === null ? words.network.noAnswer : String(status),
    tone: fault !== null && status === null ? 'bad' : toneOf(status),
  }));

const shown = 60;

/** What happened in the network, newest first. */
export function happenings(live: Live, filter: Filter, words: Words, language: Language, line: string): Happening[] {
  const party = (number: string) => writtenParty(number, language, { number: line, name: words.line });
  const wording = { words, language, party };
  return [callLines, messageLines, webhookLines, requestLines]
    .flatMap((lines) => lines(live, wording))
    .filter(({ of }) => filter === 'all' || of === filter)
    .sort((one, other) => other.seq - one.seq)
    .slice(0, shown);
}
