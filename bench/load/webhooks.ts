import { randomBytes } from 'node:crypto';
import type autocannon from 'autocannon';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

export interface Line {
  url: string;
  authToken: string;
  accountSid: string;
}

export interface Webhook {
  method: 'POST';
  path: string;
  headers: Record<string, string>;
  body: string;
}

export const newCallSid = (): string => `CA${randomBytes(16).toString('hex')}`;

const encoded = (form: Record<string, string>): string => new URLSearchParams(form).toString();

/** A webhook as Twilio sends it, signed. */
export function webhook({ url, authToken, accountSid }: Line, path: string, given: Record<string, string>): Webhook {
  const form = { AccountSid: accountSid, ApiVersion: '2010-04-01', Direction: 'inbound', To: '+8215880000', ...given };
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url + path, form),
    },
    body: encoded(form),
  };
}

/** Where the call goes on, out of its TwiML: the action of what listens, else the redirect. */
function nextIn(twiml: string): string {
  const action = /action="([^"]+)"/.exec(twiml)?.[1] ?? /<Redirect[^>]*>([^<]+)</.exec(twiml)?.[1];
  if (!action) throw new Error(`the call does not go on: ${twiml}`);
  return action.replaceAll('&amp;', '&');
}

/** One call: what is pressed at each step, in order. The step's name is checked before its key is pressed. */
export type Script = readonly (readonly [step: string, keys: (call: Call) => string])[];

export interface Call {
  sid: string;
  from: string;
  /** Counts calls from 0. */
  number: number;
  /** Where its next turn goes. */
  next: string;
}

const endOfCall = 'the end';

interface Context {
  call?: Call;
}

/**
 * Plays a script over and over on each connection: the incoming call, each turn to where the last answer pointed, and,
 * with `hangUp`, the status callback. `ended` sees each call after its last turn.
 */
export function playing(
  line: Line,
  script: Script,
  {
    from,
    hangUp,
    ended = () => {},
  }: { from: (number: number) => string; hangUp: boolean; ended?: (call: Call) => void },
): autocannon.Request[] {
  let calls = 0;
  const heard = (status: number, body: string, context: object) => {
    const { call } = context as Context;
    if (!call || status !== 200) throw new Error(`a turn was answered with ${status}`);
    call.next = body.includes('action=') || body.includes('<Redirect') ? nextIn(body) : endOfCall;
  };
  const incoming: autocannon.Request = {
    setupRequest: (request, context) => {
      const call = { sid: newCallSid(), number: calls, from: from(calls), next: '' };
      calls += 1;
      (context as Context).call = call;
      const form = { CallSid: call.sid, From: call.from, CallStatus: 'ringing' };
      return { ...request, ...webhook(line, '/ivr/incoming', form) };
    },
    onResponse: heard,
  };
  const turns = script.map(([step, keys], index): autocannon.Request => {
    const last = index === script.length - 1;
    return {
      setupRequest: (request, context) => {
        const { call } = context as Required<Context>;
        if (!call.next.startsWith(`/ivr/turn?step=${step}&`))
          throw new Error(`at ${call.next.slice(0, 40)}, not ${step}`);
        const form = { CallSid: call.sid, From: call.from, CallStatus: 'in-progress', Digits: keys(call) };
        return { ...request, ...webhook(line, call.next, form) };
      },
      onResponse: (status, body, context) => {
        heard(status, body, context);
        if (last) ended((context as Required<Context>).call);
      },
    };
  });
  const over: autocannon.Request = {
    setupRequest: (request, context) => {
      const { sid, from: caller } = (context as Required<Context>).call;
      return { ...request, ...webhook(line, '/ivr/status', { CallSid: sid, From: caller, CallStatus: 'completed' }) };
    },
  };
  return [incoming, ...turns, ...(hangUp ? [over] : [])];
}
