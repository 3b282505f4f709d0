import { parseButtonData } from '../core/chat/button.ts';
import { isPin } from '../core/members/pin.ts';
import { actionOfCommand, actionTyped, answerTyped, onPress } from './areas/areas.ts';
import { search } from './areas/browsing.ts';
import { openDeepLink, opening } from './areas/deep-links.ts';
import { answerBarePin } from './areas/gifts.ts';
import { hello, homeRow, homeScreen } from './areas/home.ts';
import { recipientByContact } from './areas/paying.ts';
import { waitsForPin } from './areas/pin.ts';
import { askToSignUp, takeContact } from './areas/signing-up.ts';
import { lines } from './html.ts';
import { isFigure } from './parse-want.ts';
import { type Answer, show, toast } from './screen.ts';
import type { Step, Talk } from './talk.ts';
import type { Deed } from './telegram/incoming.ts';
import type { Turn } from './turn.ts';
import { isCancel, isGreeting, isRunOfDigits, wantsHelp } from './typed.ts';

/** What the bot does about a deed, and what it waits for then. */
export interface Conversed {
  answer: Answer;
  talk: Talk | null;
}

/** Buttons that are pressed for the user, one after another: more would go round in a circle. */
const mostSteps = 4;

/** `renew`: the turn as it is after something was done, with what is known of the user by then. */
export async function converse(
  turn: Turn,
  deed: Exclude<Deed, { kind: 'blocked' }>,
  renew: (turn: Turn, talk: Talk | null) => Promise<Turn>,
): Promise<Conversed> {
  let answer = await first(turn, deed);
  let talk = talkAfter(turn.talk, answer);
  for (let steps = 0; answer.goOn && steps < mostSteps; steps++) {
    const next = await goOn(await renew(turn, talk), answer.goOn);
    talk = talkAfter(talk, next);
    answer = joined(answer, next);
  }
  // A purchase that is talked of no more holds no money; one that is paid, or being paid, is left alone.
  const held = holdOf(turn.talk);
  if (held !== null && held !== holdOf(talk)) await turn.operations.releaseHold(held);
  return { answer, talk };
}

const goOn = (turn: Turn, next: string): Promise<Answer> | Answer =>
  next.startsWith(opening) ? openDeepLink(turn, next.slice(opening.length)) : press(turn, next);

/** One answer of two: what was said first stands first, and in the place of what was pressed. */
function joined(one: Answer, other: Answer): Answer {
  const { goOn: _, ...before } = one;
  const toast = one.toast ?? other.toast;
  const menu = one.menu ?? other.menu;
  const place = one.screens.length > 0 ? one.place : other.place;
  return {
    ...other,
    screens: [...before.screens, ...other.screens],
    ...(toast !== undefined && { toast }),
    ...(place !== undefined && { place }),
    ...(menu !== undefined && { menu }),
    hide: one.hide === true || other.hide === true,
  };
}

/** Money that is held waits for an answer even while somebody looks at something else. */
const holdOf = (talk: Talk | null): string | null => (talk && 'holdId' in talk ? talk.holdId : null);

function talkAfter(before: Talk | null, { talk }: Answer): Talk | null {
  if (talk === 'same') return before;
  if (talk === 'nothing') return null;
  return talk ?? (holdOf(before) === null ? null : before);
}

function first(turn: Turn, deed: Exclude<Deed, { kind: 'blocked' }>): Promise<Answer> | Answer {
  const { conversation } = turn.words;
  switch (deed.kind) {
    case 'press':
      return press(turn, deed.data);
    case 'text':
      return text(turn, deed.text);
    case 'contact':
      return contact(turn, deed);
    case 'edited':
      return { screens: [{ text: conversation.editedNotRead }], talk: 'same' };
    case 'other':
      return other(turn, deed.what);
  }
}

/** What no button of ours carries, or none any more, changes nothing. */
function press(turn: Turn, data: string): Promise<Answer> | Answer {
  const pressed = parseButtonData(data);
  const act = pressed && onPress(pressed.action);
  return act ? act(turn, pressed.id) : toast(turn.words.conversation.oldButton);
}

function text(turn: Turn, said: string): Promise<Answer> | Answer {
  const [, command, behind = ''] = /^\/([a-z]{1,32})(?:@\w+)?(?:\s+(\S{1,64}))?\s*$/i.exec(said) ?? [];
  if (command?.toLowerCase() === 'start') return behind === '' ? hello(turn) : openDeepLink(turn, behind);
  const action = command === undefined ? actionSaid(turn, said) : actionOfCommand(command.toLowerCase());
  if (action !== undefined) return press(turn, action);
  if (command !== undefined) return notUnderstood(turn);
  const isAnswer = turn.talk?.step !== 'asked' || isFigure(said);
  const answer = turn.talk && isAnswer ? answerTyped(turn, said, turn.talk) : null;
  return answer ?? unasked(turn, said);
}

/** Steps at which a typed word is looked for among the shops, if it means nothing else. */
const looking = new Set<Step | undefined>([undefined, 'search', 'asked', 'buy-shop']);

/** What a typed word does by itself, whatever was asked. */
function actionSaid({ talk }: Turn, said: string): string | undefined {
  const isLooking = looking.has(talk?.step);
  if (isCancel(said)) return talk === null || talk.step === 'search' || talk.step === 'asked' ? 'help' : 'give-up';
  return isLooking && wantsHelp(said) ? 'help' : actionTyped(said);
}

/** A picture or the like, where words are waited for. */
function other(turn: Turn, what: Extract<Deed, { kind: 'other' }>['what']): Answer {
  const { conversation } = turn.words;
  const text = lines(conversation.wordsPlease[what], waitsForPin(turn) && conversation.pinPlease);
  return { screens: [{ text, buttons: [homeRow(turn)] }], talk: 'same' };
}

/** Nothing was asked: a shop's name most likely; a PIN is one that came too late, or that answers the only gift. */
async function unasked(turn: Turn, said: string): Promise<Answer> {
  if (isGreeting(said)) return show(await homeScreen(turn));
  const pin = said.normalize('NFKC').trim();
  if (!isPin(pin)) return isRunOfDigits(said) ? digitsNotSearched(turn) : search(turn, said);
  const answered = turn.customer && (await answerBarePin({ ...turn, customer: turn.customer }, pin));
  if (answered) return answered;
  const home = await homeScreen(turn);
  return { screens: [{ ...home, text: lines(turn.words.conversation.secretTaken, home.text) }], hide: true };
}

const digitsNotSearched = async (turn: Turn): Promise<Answer> =>
  show({ ...(await homeScreen(turn)), text: turn.words.browsing.digitsNotSearched });

const notUnderstood = async (turn: Turn): Promise<Answer> =>
  show({ text: turn.words.conversation.help(turn.line), buttons: (await homeScreen(turn)).buttons ?? [] });

function contact(turn: Turn, { phone, name, own }: Extract<Deed, { kind: 'contact' }>): Promise<Answer> | Answer {
  if (turn.talk && 'holdId' in turn.talk) return recipientByContact(turn, { phone, own }, turn.talk);
  if (own) return takeContact(turn, { phone, name });
  const again = askToSignUp(turn, turn.talk && 'next' in turn.talk ? turn.talk.next : null);
  const sorry = { text: turn.words.conversation.othersContact };
  return turn.customer ? { screens: [sorry], talk: 'same' } : { ...again, screens: [sorry, ...again.screens] };
}
