import type { Listen } from '../../src/dialogue/listen.ts';
import { stepOf, type Way } from '../../src/dialogue/way.ts';
import { lastKey } from '../../src/ivr/last-bought.ts';
import { type CallStep, purchaseCall } from '../../src/ivr/purchase-call.ts';
import type { PromptFacts, PromptForm, PromptName } from '../../src/wording/spoken/prompts.ts';
import { speakPrompt } from '../../src/wording/spoken/speak.ts';
import type { SpokenLanguage, Utterance } from '../../src/wording/spoken/utterance.ts';
import { demoPrompts } from './demo-facts.ts';
import { formsOf, sayings } from './everything-said.ts';
import { type KeptSeconds, secondsOf } from './seconds.ts';

export interface Leading {
  /** The key, where the table itself names it; otherwise what came of the answer. */
  on: string;
  outcome: string;
  /** Null: asks again by itself. */
  to: string | null;
  /** `on`: it goes on. `told`: with words about the outcome. `refused`: such words, and one of three wrong answers. */
  how: 'on' | 'told' | 'refused';
}

export interface SpokenForm {
  form: PromptForm;
  said: string;
  seconds: number;
  /** With whatever the demo's people and shops can make of it. */
  mostSeconds: number;
}

export interface StepOnMap {
  step: CallStep;
  spoken: Record<SpokenLanguage, SpokenForm[]>;
  /** What is listened for, in words; null at an ending and where the card company is waited for. */
  listens: string | null;
  ends: boolean;
  leads: Leading[];
}

/** Every step of the table with its words, seconds, keys and ways, in the table's order. */
export const stepsOnMap = (kept: KeptSeconds): StepOnMap[] =>
  (Object.keys(purchaseCall.steps) as CallStep[]).map((step) => {
    const row = purchaseCall.steps[step];
    const spoken = { ko: formsSpoken('ko', row.say, kept), en: formsSpoken('en', row.say, kept) };
    const listen = 'listen' in row ? row.listen : undefined;
    return { step, spoken, listens: listen ? inWords(listen) : null, ends: 'end' in row, leads: leadsOf(step) };
  });

function formsSpoken(language: SpokenLanguage, name: PromptName, kept: KeptSeconds): SpokenForm[] {
  return formsOf(language, name)
    .filter(
      (form) => form === 'first' || textOf(usual(language, name, form)) !== textOf(usual(language, name, 'first')),
    )
    .map((form) => {
      const said = usual(language, name, form);
      const most = sayings(language, name, form).map((one) => secondsOf(one.said, kept));
      return { form, said: textOf(said), seconds: secondsOf(said, kept), mostSeconds: Math.max(...most) };
    });
}

export const textOf = (said: readonly Utterance[]): string => said.map(({ text }) => text).join(' ');

/** As Kim Jisu hears it, who gives 50,000 won at Halla Music; in short, with what she bought last. */
function usual(language: SpokenLanguage, name: PromptName, form: PromptForm): Utterance[] {
  const again = form === 'short';
  const facts = {
    ...demoPrompts[name][0],
    ...(again ? withLast[name] : withoutLast[name]),
  } as PromptFacts[typeof name];
  return speakPrompt(language, name, form, facts);
}

type SomeFacts = { readonly [K in PromptName]?: Partial<PromptFacts[K]> };

const fifty = demoPrompts.recipient.find(({ amount }) => amount.minor === 50_000n)?.amount;
const yuna = demoPrompts.recipientConfirm.find(
  ({ phone, name }) => phone.endsWith('30000001') && name.kind === 'korean',
);
const bought = { ...(fifty ? { amount: fifty } : {}) };
const withoutLast: SomeFacts = {
  shop: { last: null },
  shopList: { more: false },
  amount: { offered: false },
  recipient: { ...bought, last: false },
  recipientConfirm: { ...yuna },
  confirm: bought,
};
const withLast: SomeFacts = {
  ...withoutLast,
  shop: { last: demoPrompts.amount[0]?.shop ?? null },
  amount: { offered: true },
  recipient: { ...bought, last: true },
};

function inWords(listen: Listen): string {
  if (listen.kind === 'recording') return `a recording of at most ${listen.mostSeconds} seconds, ended by \`#\``;
  if (listen.kind === 'one-key') {
    const keys = Object.entries(listen.keys).map(([key, name]) => (key === name ? `\`${key}\`` : `\`${key}\` ${name}`));
    return keys.join(', ');
  }
  const { least, most, also, secret } = listen;
  const digits = `${least === most ? least : `${least} to ${most}`} digits, then \`#\``;
  const others = also.map((entry) => (entry === lastKey ? '`1#` what was bought last' : `\`${entry}#\``));
  return [`${digits}${secret ? ' (never kept)' : ''}`, ...others].join('; ');
}

function leadsOf(step: CallStep): Leading[] {
  const row = purchaseCall.steps[step];
  if ('end' in row) return [];
  const keys = row.listen?.kind === 'one-key' ? row.listen.keys : {};
  const keyOf = (outcome: string) => Object.keys(keys).find((key) => keys[key] === outcome);
  const ways = Object.entries<Way<CallStep>>(row.then).map(([outcome, way]): Leading => {
    const how = typeof way === 'string' || 'again' in way ? 'on' : way.counts ? 'refused' : 'told';
    return { on: keyOf(outcome) ?? '', outcome, to: stepOf(way), how };
  });
  const { back, silence, tooLong } = { back: undefined, silence: undefined, tooLong: undefined, ...row };
  const plain = (on: string, outcome: string, to: string | undefined): Leading[] =>
    to === undefined ? [] : [{ on, outcome, to, how: 'on' }];
  const star = row.listen?.kind === 'digits' ? '*#' : '*';
  return [
    ...ways,
    ...plain('', 'silence', silence),
    ...plain('', 'no answer in time', tooLong),
    ...plain(star, 'back', back),
  ];
}
