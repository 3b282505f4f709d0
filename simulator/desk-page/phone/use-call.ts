import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import { beep } from '../dtmf.ts';
import { KeySender } from '../key-sender.ts';
import type { Live, LiveCall } from '../live.ts';
import { Speaker } from '../speaker.ts';

const litMs = 160;

/** The newest call on this phone, while it runs and after its end until the next one or another phone. */
function useCallOnPhone(live: Live, me: string): LiveCall | null {
  const shown = useRef<{ me: string; sid: string } | null>(null);
  const mine = live.calls.filter(({ from, to, direction }) => me === (direction === 'inbound' ? from : to));
  const running = mine.findLast(({ state }) => state !== 'completed');
  if (running) shown.current = { me, sid: running.sid };
  const { current } = shown;
  return (current?.me === me && mine.find(({ sid }) => sid === current.sid)) || null;
}

/** Speaks what is new in the call. What was said before this page came is not said again. */
function useVoice(live: Live, call: LiveCall | null, speaker: Speaker): void {
  const said = useRef<Map<string, number> | null>(null);
  if (live.known) said.current ??= new Map(live.calls.map(({ sid, transcript }) => [sid, transcript.length]));
  useEffect(() => {
    if (!call) return speaker.hush();
    const { sid, transcript } = call;
    for (const entry of transcript.slice(said.current?.get(sid) ?? 0)) {
      if (entry.kind === 'pressed' || (entry.kind === 'ended' && entry.by === 'caller')) speaker.hush();
      if (entry.kind === 'heard' && !entry.interrupted) speaker.say(entry);
    }
    said.current?.set(sid, transcript.length);
  }, [call, speaker]);
}

/** The phone in this person's hand: its call, and what can be done with it. */
export function usePhone(live: Live, me: string, muted: boolean) {
  const call = useCallOnPhone(live, me);
  const speaker = useMemo(() => new Speaker(), []);
  const sender = useMemo(() => new KeySender(), []);
  const [dialling, setDialling] = useState(false);
  const [refused, setRefused] = useState(false);
  const [lit, setLit] = useState('');
  const recordingSince = useRef<number | null>(null);
  useEffect(() => {
    speaker.muted = muted;
    if (muted) speaker.hush();
  }, [muted, speaker]);
  useEffect(() => sender.follow(call), [call, sender]);
  useVoice(live, call, speaker);
  const records = call?.waitingFor?.kind === 'recording';
  useEffect(() => {
    recordingSince.current = records ? performance.now() : null;
  }, [records]);

  const deed = (name: string, body: object = {}) =>
    call ? ask('POST', `/desk/calls/${call.sid}/${name}`, body) : null;

  function press(keys: string): void {
    for (const key of keys.slice(0, 1)) {
      setLit(key);
      setTimeout(() => setLit(''), litMs);
      if (!muted) beep(key);
    }
    speaker.hush();
    if (recordingSince.current === null) {
      sender.press(keys);
      return;
    }
    // A spoken greeting is only played to be spoken: its length is what counts.
    const seconds = Math.max(1, Math.round((performance.now() - recordingSince.current) / 1_000));
    void deed('recording', { seconds, key: keys.slice(0, 1) });
  }

  async function dial(): Promise<void> {
    setDialling(true);
    setRefused(false);
    const { ok } = await ask('POST', '/desk/calls', { from: me, clock: 'real' });
    setRefused(!ok);
    setDialling(false);
  }

  return {
    call,
    live: call !== null && call.state !== 'completed',
    dialling,
    refused,
    lit,
    press,
    dial,
    hangUp: () => deed('hangup'),
    answer: () => deed('answer', { as: 'human' }),
    toMachine: () => deed('answer', { as: 'machine' }),
    decline: () => deed('decline'),
  };
}

export type PhoneInHand = ReturnType<typeof usePhone>;
