import type { Element } from './parse.ts';

type Check = (value: string) => boolean;

const anything: Check = () => true;
const url: Check = (value) => value !== '' && !/\s/.test(value);
const method: Check = (value) => value === 'GET' || value === 'POST';
const flag: Check = (value) => value === 'true' || value === 'false';
const whole =
  (low: number, high: number): Check =>
  (value) =>
    /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value);

interface Rule {
  attributes: Record<string, Check>;
  children: readonly string[];
  text: 'none' | 'optional' | 'required';
}

const speech = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'] as const;
const speechRule: Rule = {
  attributes: Object.fromEntries(
    [
      'strength',
      'time',
      'level',
      'xml:lang',
      'alphabet',
      'ph',
      'pitch',
      'rate',
      'volume',
      'format',
      'interpret-as',
      'alias',
      'role',
    ].map((name) => [name, anything]),
  ),
  children: speech,
  text: 'optional',
};

const recordingCallback = {
  recordingStatusCallback: url,
  recordingStatusCallbackMethod: method,
  recordingStatusCallbackEvent: anything,
};

/** The voice verbs that this network plays, with what each may carry. Source: Twilio's TwiML pages for each verb. */
const rules: Record<string, Rule> = {
  Response: {
    attributes: {},
    children: ['Say', 'Play', 'Pause', 'Gather', 'Record', 'Redirect', 'Dial', 'Hangup', 'Reject'],
    text: 'none',
  },
  Say: {
    attributes: { voice: anything, language: (v) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(v), loop: whole(0, 1_000) },
    children: speech,
    text: 'optional',
  },
  Play: {
    attributes: { loop: whole(0, 1_000), digits: (v) => /^[\dw#*ABCD]+$/i.test(v) },
    children: [],
    text: 'optional',
  },
  Pause: { attributes: { length: whole(0, 86_400) }, children: [], text: 'none' },
  Gather: {
    attributes: {
      // This network hears keys only; a Gather that listens to speech alone could never be answered.
      input: (v) => v.split(' ').includes('dtmf') && v.split(' ').every(oneOf('dtmf', 'speech')),
      action: url,
      method,
      timeout: (v) => v === 'auto' || whole(0, 600)(v),
      numDigits: whole(1, 1_000),
      finishOnKey: (v) => /^[\d#*]?$/.test(v),
      actionOnEmptyResult: flag,
      bargeIn: flag,
      language: anything,
      hints: anything,
      speechTimeout: anything,
      maxSpeechTime: whole(1, 600),
      speechModel: anything,
      enhanced: flag,
      debug: flag,
      profanityFilter: flag,
      partialResultCallback: url,
      partialResultCallbackMethod: method,
    },
    children: ['Say', 'Play', 'Pause'],
    text: 'none',
  },
  Record: {
    attributes: {
      action: url,
      method,
      timeout: whole(0, 600),
      finishOnKey: (v) => /^[\d#*]*$/.test(v),
      maxLength: whole(1, 14_400),
      playBeep: flag,
      trim: oneOf('trim-silence', 'do-not-trim'),
      transcribe: flag,
      transcribeCallback: url,
      ...recordingCallback,
    },
    children: [],
    text: 'none',
  },
  Redirect: { attributes: { method }, children: [], text: 'required' },
  Dial: {
    attributes: {
      action: url,
      method,
      timeout: whole(1, 600),
      timeLimit: whole(1, 14_400),
      callerId: anything,
      answerOnBridge: flag,
      hangupOnStar: flag,
      ringTone: anything,
      record: anything,
      trim: anything,
      ...recordingCallback,
    },
    children: ['Number'],
    text: 'optional',
  },
  Number: { attributes: {}, children: [], text: 'required' },
  Hangup: { attributes: {}, children: [], text: 'none' },
  Reject: { attributes: { reason: oneOf('rejected', 'busy') }, children: [], text: 'none' },
};

for (const name of speech) rules[name] = speechRule;

/** Twilio: `<Say>` takes 4,096 characters. */
const sayLimitChars = 4_096;

/** Everything that is wrong with a document, in words. */
export function twimlRuleFaults(element: Element): string[] {
  const rule = rules[element.name];
  if (!rule) return [`<${element.name}> is not a verb that is played here`];
  const faults: string[] = [];
  for (const [name, value] of Object.entries(element.attributes)) {
    const check = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (!check) faults.push(`<${element.name}> has no attribute ${name}`);
    else if (!check(value)) faults.push(`<${element.name} ${name}="${value}"> is not a value of ${name}`);
  }
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (!rule.children.includes(child.name)) faults.push(`<${child.name}> may not stand in <${element.name}>`);
    else faults.push(...twimlRuleFaults(child));
  }
  if (rule.text === 'none' && text.trim() !== '') faults.push(`<${element.name}> has text`);
  if (rule.text === 'required' && text.trim() === '') faults.push(`<${element.name}> has no text`);
  if (element.name === 'Say' && [...text].length > sayLimitChars) faults.push('<Say> has over 4096 characters');
  return faults;
}
