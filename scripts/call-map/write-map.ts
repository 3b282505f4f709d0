import type { SpokenLanguage } from '../../src/wording/spoken/utterance.ts';
import { type Leading, type SpokenForm, type StepOnMap, stepsOnMap, textOf } from './describe-steps.ts';
import { type Clock, drawMap } from './draw-map.ts';
import { languages, noticeNames, noticesOf } from './everything-said.ts';
import { type PlayedCall, playCall } from './play-call.ts';
import { type KeptSeconds, secondsOf } from './seconds.ts';

const languageNames = { ko: 'Korean', en: 'English' } as const satisfies Record<SpokenLanguage, string>;

interface BothCalls {
  language: SpokenLanguage;
  first: PlayedCall;
  repeat: PlayedCall;
}

/** The files of docs/call-map/ that are drawn from the table: the same table and seconds give the same files. */
export async function writeMap(kept: KeptSeconds): Promise<{ page: string; picture: string }> {
  const steps = stepsOnMap(kept);
  const played = await Promise.all(languages.map(bothCalls));
  const [korean] = played;
  if (!korean) throw new Error('nothing was played');
  const lines = [
    opening,
    ...played.flatMap((calls) => ['', ...wholePurchase(calls, kept)]),
    stepsOpening,
    ...steps.flatMap((step) => ['', ...sectionOf(step)]),
    outcomesOpening,
    ...outcomes(kept),
  ];
  return { page: `${lines.join('\n')}\n`, picture: drawMap(steps, korean.first.road, clockOf(korean, kept)) };
}

const bothCalls = async (language: SpokenLanguage): Promise<BothCalls> => ({
  language,
  first: await playCall(language, 'first'),
  repeat: await playCall(language, 'repeat'),
});

function clockOf({ first, repeat }: BothCalls, kept: KeptSeconds): Clock {
  let [heard, heardAgain] = [0, 0];
  return new Map(
    first.turns.map(({ step, said }, i) => {
      heard += secondsOf(said, kept);
      heardAgain += secondsOf(repeat.turns[i]?.said ?? [], kept);
      return [step, { first: heard, repeat: heardAgain }];
    }),
  );
}

const opening = `# The purchase call, step by step

<!-- Written by \`npm run call-map\` from src/ivr/purchase-call.ts and src/wording/spoken; a test fails when it lags behind. -->

What a buyer hears and presses, from the first ring to the thanks. Seconds are **seconds of speech at espeak-ng's 160
words a minute** (\`espeak-ng -v ko -s 160\`, or \`-v en\`; version 1.51), the pause at the end of each utterance included; a
prompt in two languages is measured by each one's voice. What was measured is kept by the hash of the words in
[seconds.json](seconds.json). A whole first purchase may take 75 seconds, a repeat caller's 40, either at most 45 keys, and
no prompt more than 12 seconds; \`tests/acceptance/callers-time.test.ts\` plays them.

![The steps of the call](call-map.svg)

In the picture: what a first-time caller hears in Korean and in English, and in green the short words for who has bought
before. Grey ends the call; yellow waits for the card company. What is refused, and the way back by \`*\`, stand in the
tables below.

- Every key interrupts speech. \`*\` leads one step back (\`*#\` where an entry ends with \`#\`), and \`9\` says a one-key step again,
  a short one at length.
- Three wrong or empty answers at a step end the call kindly, at \`enough\`. What is wrong is said first, then what to press,
  and in other words the second time.
- The short words are for a member who has bought by telephone before: at \`menu\`, \`member\` and \`pin\` when the call comes from
  that member's own number, afterwards for whoever has signed in. \`1#\` is then the last shop and the last recipient.

## A whole purchase`;

function wholePurchase({ language, first, repeat }: BothCalls, kept: KeptSeconds): string[] {
  const rows = first.turns.map((turn, i) => {
    const again = repeat.turns[i] ?? turn;
    return [
      `\`${turn.step}\``,
      ...[turn, again].flatMap(({ said, keys }) => [cell(said), secondsOf(said, kept).toFixed(1), pressed(keys)]),
    ];
  });
  const sums = [first, repeat].flatMap(({ turns }) => [
    '',
    `**${turns.reduce((sum, { said }) => sum + secondsOf(said, kept), 0).toFixed(1)}**`,
    `**${turns.reduce((sum, { keys }) => sum + keys.length, 0)} keys**`,
  ]);
  return [
    `### In ${languageNames[language]}`,
    '',
    ...table(
      ['step', 'the first time', 's', 'presses', 'a repeat caller', 's', 'presses'],
      [...rows, ['all', ...sums]],
    ),
  ];
}

const pressed = (keys: string): string => (keys === '' ? '' : `\`${keys}\``);
const cell = (said: Parameters<typeof textOf>[0]): string => escaped(textOf(said));

const stepsOpening = `
## The steps

Words as Kim Jisu hears them, who gives 50,000 won at Halla Music to Choi Yuna; *at most* is the longest that the demo's
people, shops and amounts can make of them. *First* is what is usually said, *again* what is said after a wrong answer or
in mid-conversation, *short* what a repeat caller hears.`;

function sectionOf({ step, spoken, listens, ends, leads }: StepOnMap): string[] {
  const waits = ends ? 'Ends the call.' : 'Asks the card company, and says this while it waits.';
  const said = languages.flatMap((language) => spoken[language].map((form) => formRow(language, form)));
  return [
    `### ${step}`,
    '',
    listens === null ? waits : `Listens for: ${listens}.`,
    '',
    ...table(['', 'words', 's', 'at most'], said),
    ...(leads.length === 0 ? [] : ['', ...table(['key', 'outcome', 'leads to'], leads.map(leadRow))]),
  ];
}

const formRow = (language: SpokenLanguage, { form, said, seconds, mostSeconds }: SpokenForm): string[] => [
  `${languageNames[language]}, ${form}`,
  escaped(said),
  seconds.toFixed(1),
  mostSeconds.toFixed(1),
];

const hows = { on: '', told: ', and says so', refused: ', says why, and counts it as a wrong answer' };

const leadRow = ({ on, outcome, to, how }: Leading): string[] => [
  pressed(on),
  outcome,
  to === null ? 'asks again' : `[${to}](#${to})${hows[how]}`,
];

const outcomesOpening = `
## What is said of an outcome

Before the prompt that says what to press: the first time, and in other words when the same step says no again.
`;

function outcomes(kept: KeptSeconds): string[] {
  const rows = noticeNames.flatMap((name) =>
    languages.map((language) => {
      const [first, second] = ([1, 2] as const).map((telling) => noticesOf(language, name, telling)[0]?.said ?? []);
      const [said, again] = [cell(first ?? []), cell(second ?? [])];
      return [
        language === 'ko' ? name : '',
        said,
        secondsOf(first ?? [], kept).toFixed(1),
        again === said ? '' : again,
      ];
    }),
  );
  return table(['outcome', 'the first time', 's', 'the second time'], rows);
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((name) => (/^(s|at most)$/.test(name) ? '--:' : '---'))), ...rows.map(line)];
}
