import { describe, expect, test } from 'vitest';
import kept from '../../docs/call-map/seconds.json';
import { languages, noticesOf, sayings } from '../../scripts/call-map/everything-said.ts';
import { secondsOf } from '../../scripts/call-map/seconds.ts';
import { stepOf, type Way } from '../../src/dialogue/way.ts';
import { type CallStep, purchaseCall } from '../../src/ivr/purchase-call.ts';
import type { NoticeName } from '../../src/wording/spoken/notices.ts';
import type { SpokenLanguage, Utterance } from '../../src/wording/spoken/utterance.ts';
import { fakeOperations } from './fake-operations.ts';
import { dial, openLine } from './phone-line.ts';

/** A step that told no, in so many words, and the step whose prompt the words are followed by. */
interface Refused {
  at: CallStep;
  kind: NoticeName;
  to: CallStep;
  counts: boolean;
}

const steps = Object.keys(purchaseCall.steps) as CallStep[];

/** Every error of the table: of the form of an answer, and of what an action made of it. */
const refusals: Refused[] = steps.flatMap((at) => {
  const row = purchaseCall.steps[at];
  if ('end' in row) return [];
  const told = Object.entries<Way<CallStep>>(row.then).flatMap(([kind, way]): Refused[] => {
    if (typeof way === 'string' || 'again' in way) return [];
    return [{ at, kind: kind as NoticeName, to: stepOf(way) ?? at, counts: way.counts }];
  });
  return [...faultsOf(at).map((kind) => ({ at, kind, to: at, counts: true })), ...told];
});

function faultsOf(at: CallStep): NoticeName[] {
  const row = purchaseCall.steps[at];
  if (!('listen' in row) || !row.listen) return [];
  const silent = row.listen.kind === 'recording' ? 'no-recording' : 'empty';
  const form = { 'one-key': ['wrong-key' as const], digits: ['wrong-length' as const], recording: [] }[row.listen.kind];
  return row.silence === undefined ? [silent, ...form] : form;
}

const text = (said: readonly Utterance[]): string => said.map((one) => one.text).join(' ');

/** All that a caller can hear in the turn of an error: the error's own words, then the prompt's other words. */
const turnsOf = ({ kind, to }: Refused, language: SpokenLanguage, telling: 1 | 2) =>
  noticesOf(language, kind, telling).flatMap((notice) =>
    sayings(language, purchaseCall.steps[to].say, 'again').map((prompt) => [...notice.said, ...prompt.said]),
  );

/** Names a key that the step takes: one of its own, or the one that ends an entry. */
function saysWhatToPress(said: string, to: CallStep, language: SpokenLanguage): boolean {
  const row = purchaseCall.steps[to];
  const listen = 'listen' in row ? row.listen : undefined;
  if (listen?.kind !== 'one-key') return language === 'ko' ? /우물 정자/.test(said) : /pound/.test(said);
  return Object.keys(listen.keys).some((key) => new RegExp(language === 'ko' ? `${key}번` : `\\b${key}\\b`).test(said));
}

/** Where the caller is asked something then: not at an ending, and not where the card company is waited for. */
const goesOn = ({ to }: Refused) => 'listen' in purchaseCall.steps[to];
const ends = ({ to }: Refused) => 'end' in purchaseCall.steps[to];

describe.each(languages)('in %s', (language) => {
  test.each(refusals.filter(goesOn))('$kind at $at: says what to press next, within 12 seconds', (refused) => {
    for (const telling of [1, 2] as const) {
      for (const said of turnsOf(refused, language, telling)) {
        expect(text(said)).toSatisfy((words: string) => saysWhatToPress(words, refused.to, language));
        expect({ said: text(said), seconds: secondsOf(said, kept) }).toSatisfy(
          ({ seconds }: { seconds: number }) => seconds <= 12,
        );
      }
    }
  });

  test.each(refusals.filter(({ counts }) => counts))('$kind at $at: other words the second time', ({ kind }) => {
    const first = noticesOf(language, kind, 1).map(({ said }) => text(said));
    for (const { said } of noticesOf(language, kind, 2)) expect(first).not.toContain(text(said));
  });
});

test('an error that ends the call says when or whence to call again', () => {
  const endings = refusals.filter((refused) => ends(refused) && refused.kind !== 'cancelled');
  expect(new Set(endings.map(({ kind }) => kind))).toEqual(new Set(['closed', 'daily-limit-reached']));
  for (const { kind } of endings) {
    for (const { said } of noticesOf('ko', kind, 1)) expect(text(said)).toMatch(/걸어 주세요/);
    for (const { said } of noticesOf('en', kind, 1)) expect(text(said)).toMatch(/call again|use your registered phone/);
  }
  for (const { said } of sayings('ko', 'enough', 'first')) expect(text(said)).toMatch(/다시 걸/);
});

const way = ['1', '100001#', '2580#', '101#', '3', '01030000001#', '1', '2', '1'];
/** The keys to each step that listens, and two wrong answers to it. */
const walks: [step: CallStep, to: string[], wrong: [string, string]][] = [
  ['menu', [], ['7', '…']],
  ['language', ['8'], ['7', '…']],
  ['member', way.slice(0, 1), ['12345#', '1#']],
  ['pin', way.slice(0, 2), ['123#', '…']],
  ['shop', way.slice(0, 3), ['1#', '12#']],
  ['shop-list', [...way.slice(0, 3), '0#'], ['12#', '1234#']],
  ['amount', way.slice(0, 4), ['0', '…']],
  ['amount-other', [...way.slice(0, 4), '5'], ['0#', '…']],
  ['recipient', way.slice(0, 5), ['1#', '0212345678#']],
  ['recipient-confirm', way.slice(0, 6), ['3', '…']],
  ['greeting', way.slice(0, 7), ['3', '…']],
  ['greeting-record', [...way.slice(0, 7), '1'], ['…', '…']],
  ['confirm', way.slice(0, 8), ['3', '…']],
  ['done', way, ['3', '4']],
];

test.each(walks)(
  'a caller who goes wrong twice at %s hears each time what to press, in other words',
  async (step, to, wrong) => {
    for (const language of languages) {
      const operations = fakeOperations();
      operations.state.language = language;
      const call = await (await dial(openLine(operations))).presses(...to);
      const heard = [call.heard];
      for (const answer of wrong) {
        expect(call.step).toBe(step);
        heard.push((await call.presses(answer)).heard);
        expect(call.heard).toSatisfy((said: string) => saysWhatToPress(said, step, language));
      }
      expect(new Set(heard).size).toBe(3);
    }
  },
);

test('every step that listens is walked, but the one for a broken call', () => {
  const listening = steps.filter((step) => 'listen' in purchaseCall.steps[step]);
  expect(listening.filter((step) => !walks.some(([walked]) => walked === step))).toEqual(['resume']);
});
