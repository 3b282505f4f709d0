import type { Step, Talk } from '../talk.ts';
import type { Area, OnPress, OnTyped, Turn } from '../turn.ts';
import { bare } from '../typed.ts';
import type { Labels } from '../words/labels.ts';
import { chatWords } from '../words/words.ts';
import { asking } from './asking.ts';
import { browsing } from './browsing.ts';
import { buying } from './buying.ts';
import { deepLinks } from './deep-links.ts';
import { fetching } from './fetching.ts';
import { gifts } from './gifts.ts';
import { home } from './home.ts';
import { lookingBack } from './looking-back.ts';
import { paying } from './paying.ts';
import { settings } from './settings.ts';
import { signingUp } from './signing-up.ts';
import { wallet } from './wallet.ts';

/** All that can be talked about. */
const areas: Area[] = [
  home,
  signingUp,
  settings,
  browsing,
  asking,
  fetching,
  wallet,
  gifts,
  buying,
  paying,
  lookingBack,
  deepLinks,
];

const presses = onceEach(areas.flatMap((area) => Object.entries(area.presses)));
const typed = onceEach(areas.flatMap((area) => Object.entries(area.typed ?? {})));

/** Throws at the start when two areas answer the same. */
function onceEach<T>(entries: [string, T][]): ReadonlyMap<string, T> {
  const map = new Map(entries);
  if (map.size < entries.length) throw new Error('two parts of the chat answer the same button or question');
  return map;
}

export const onPress = (action: string): OnPress | undefined => presses.get(action);

/** What was typed, as the answer to what the bot asked last; null when that is not answered by typing. */
export function answerTyped(turn: Turn, said: string, talk: Talk): ReturnType<OnTyped<Step>> | null {
  const answer = typed.get(talk.step) as OnTyped<Step> | undefined;
  return answer ? answer(turn, said, talk) : null;
}

const actions: Record<keyof Labels, string> = {
  home: 'home',
  shops: 'trades',
  search: 'search',
  offers: 'offers',
  wallet: 'wallet',
  gifts: 'gifts',
  buy: 'buy',
  requests: 'requests',
  history: 'history',
  settings: 'settings',
  language: 'language',
  signUp: 'sign-up',
  ownShops: 'own-shops',
  cancel: 'give-up',
  help: 'help',
};

const byLabel = new Map(
  Object.values(chatWords).flatMap(({ conversation }) =>
    Object.entries(conversation.labels).map(([name, label]) => [bare(label), actions[name as keyof Labels]] as const),
  ),
);

/** The button that says what somebody typed, in any language. */
export const actionTyped = (said: string): string | undefined => byLabel.get(bare(said));

const commands: Record<string, string> = {
  menu: 'home',
  shops: 'trades',
  search: 'search',
  coupons: 'offers',
  wallet: 'wallet',
  gifts: 'gifts',
  requests: 'requests',
  buy: 'buy',
  history: 'history',
  settings: 'settings',
  language: 'language',
  help: 'help',
  cancel: 'give-up',
  stop: 'give-up',
};

/** What a command does; undefined for /start, which may carry something, and for what is none of ours. */
export const actionOfCommand = (command: string): string | undefined =>
  Object.hasOwn(commands, command) ? commands[command] : undefined;
