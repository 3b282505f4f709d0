import { XMLParser } from 'fast-xml-parser';
import Fastify from 'fastify';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { registerIvr } from '../../src/ivr/register-ivr.ts';
import { stateSealer } from '../../src/ivr/seal-state.ts';
import { twilioSignature } from '../../src/web/twilio-signature.ts';
import { twimlFaults } from '../support/twiml-types.ts';
import type { FakeOperations } from './fake-operations.ts';

export const authToken = 'a-token-for-tests';
export const publicUrl = 'https://giftline.example';
export const key = Buffer.alloc(32, 7);
export const now = new Date('2026-11-20T09:00:00.000Z');

export type Line = ReturnType<typeof openLine>;

/** The phone channel behind a signed webhook, without the simulator. */
export function openLine(operations: FakeOperations) {
  const app = Fastify();
  registerIvr(app, {
    operations,
    sealer: stateSealer(key),
    verify: twilioSignature({ authToken, publicUrl }),
    now: () => now,
  });
  const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(authToken, publicUrl + url, form),
        ...headers,
      },
    });
  return { app, post, operations };
}

interface Document {
  said: { text: string; voice: string; language: string }[];
  waitsFor: 'keys' | 'recording' | 'nothing' | 'end';
  attributes: Record<string, string>;
  action: string | null;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'Say',
  parseTagValue: false,
  parseAttributeValue: false,
});

function read(xml: string): Document {
  const faults = twimlFaults(xml);
  if (faults.length > 0) throw new Error(`${faults.join('; ')}\n${xml}`);
  const { Response } = parser.parse(xml);
  const gather = Response.Gather;
  const says = (gather?.Say ?? Response.Say ?? []) as { '#text': string; voice: string; language: string }[];
  const said = says.map((say) => ({ text: say['#text'], voice: say.voice, language: say.language }));
  const listening = gather ?? Response.Record;
  const waitsFor = gather ? 'keys' : Response.Record ? 'recording' : Response.Redirect ? 'nothing' : 'end';
  const redirect = Response.Redirect?.['#text'] ?? null;
  if (listening && listening.action !== redirect) throw new Error('what falls through Gather must come back to it');
  const { Say: _said, ...attributes } = listening ?? {};
  return { said, waitsFor, attributes, action: redirect };
}

let calls = 0;

export interface Dialling {
  from?: string;
  sid?: string;
}

/** A call as Twilio would make it: every answer must be valid TwiML. */
export async function dial(
  line: Line,
  { from = '+821020000001', sid = `CA${String(++calls).padStart(6, '0')}` }: Dialling = {},
) {
  const base = { CallSid: sid, From: from, To: '+8215880000', CallStatus: 'in-progress' };
  let document: Document;
  let xml: string;
  async function go(url: string, more: Record<string, string> = {}) {
    const response = await line.post(url, { ...base, ...more });
    if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
    if (!String(response.headers['content-type']).startsWith('text/xml')) throw new Error('not XML');
    xml = response.body;
    document = read(xml);
  }
  await go('/ivr/incoming');
  const turn = (more: Record<string, string>) => go(document.action ?? '/ivr/turn', more);
  const call = {
    sid,
    get xml() {
      return xml;
    },
    get said() {
      return document.said;
    },
    get heard() {
      return document.said.map(({ text }) => text).join(' ');
    },
    get step() {
      return document.action === null ? null : new URL(document.action, publicUrl).searchParams.get('step');
    },
    get action() {
      return document.action ?? '';
    },
    get attributes() {
      return document.attributes;
    },
    get waitsFor() {
      return document.waitsFor;
    },
    get ended() {
      return document.waitsFor === 'end';
    },
    /** Each entry is one turn: keys, `…` for silence, or a wait let pass. */
    async presses(...entries: string[]) {
      for (const entry of entries) await turn({ Digits: entry === '…' ? '' : entry.replace(/#$/, '') });
      return call;
    },
    async waits(rounds = 1) {
      for (let round = 0; round < rounds; round += 1) await turn({});
      return call;
    },
    async records(recording: string) {
      await turn({
        RecordingSid: recording,
        RecordingUrl: `https://api.example/${recording}`,
        RecordingDuration: '4',
        Digits: '#',
      });
      return call;
    },
    async hangsUp() {
      return line.post('/ivr/status', { ...base, CallStatus: 'completed' });
    },
  };
  return call;
}
