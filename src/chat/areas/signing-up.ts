import { isPin } from '../../core/members/pin.ts';
import { type Html, html, lines } from '../html.ts';
import { type Answer, button } from '../screen.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { digitsIn, isRunOfDigits } from '../typed.ts';
import { homeRow, question } from './home.ts';
import { hidden, withPin } from './pin.ts';

/** What only somebody with a proved number can do; whoever has none signs up first, and goes on with `next`. */
export function signedUp(
  turn: Turn,
  next: string,
  act: (turn: CustomerTurn) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const { customer } = turn;
  return customer ? act({ ...turn, customer }) : askToSignUp(turn, next);
}

export function askToSignUp(turn: Turn, next: string | null): Answer {
  const { signingUp, conversation } = turn.words;
  return {
    screens: [
      { text: signingUp.why, contactKey: signingUp.shareKey },
      {
        text: signingUp.orLink,
        buttons: [[button(signingUp.linkButton, 'link')], [button(conversation.labels.cancel, 'cancel')]],
      },
    ],
    place: 'below',
    talk: { step: 'sign-up', next },
  };
}

/** The messenger vouches for one's own contact. */
export async function takeContact(turn: Turn, contact: { phone: string; name: string }): Promise<Answer> {
  const { operations, user, talk, words, pen } = turn;
  // The messenger writes numbers in full, mostly without the plus.
  const phone = `+${contact.phone.replace(/\D/g, '')}`;
  const outcome = await operations.signUpByContact({ userId: user.id, phone, name: contact.name });
  if (outcome.kind === 'not-mobile') return { screens: [{ text: words.signingUp.notMobile }], talk: 'same' };
  const { customer } = outcome;
  const welcome = outcome.kind === 'signed-up' ? words.signingUp.signedUp : words.signingUp.welcomeBack;
  return goOn(
    turn,
    [welcome(pen.name(customer.name)), customer.memberId !== null && words.signingUp.memberKnown],
    nextOf(talk),
  );
}

const nextOf = (talk: Turn['talk']): string | null => (talk !== null && 'next' in talk ? talk.next : null);

function goOn(_turn: Turn, said: (Html | false)[], next: string | null): Answer {
  return { screens: [{ text: lines(...said), contactKey: 'away' }], talk: 'nothing', goOn: next ?? 'home' };
}

export const signingUp: Area = {
  presses: {
    'sign-up': (turn) => (turn.customer ? { screens: [], goOn: 'home' } : askToSignUp(turn, null)),
    link: (turn) => ({
      screens: [question(turn, turn.words.signingUp.askNumber)],
      talk: { step: 'link-number', next: nextOf(turn.talk) },
    }),
  },
  typed: {
    'sign-up': (turn, typed, { next }) => {
      const answer = askToSignUp(turn, next);
      const { signingUp } = turn.words;
      if (isPin(digitsIn(typed))) return hidden(turn, answer);
      const [first, ...others] = answer.screens;
      if (!first || !isRunOfDigits(typed)) return answer;
      return { ...answer, screens: [{ ...first, text: signingUp.whyButton }, ...others] };
    },
    'link-number': (turn, typed, { next, again }) => {
      const { signingUp } = turn.words;
      const together = /^\D*(\d{6})\D+(\d{4,6})\D*$/.exec(typed.normalize('NFKC'));
      if (together) return startLinking(turn, together[1] ?? '', together[2] ?? '', next);
      const number = digitsIn(typed);
      if (number.length !== 6) {
        const answer: Answer = { screens: [question(turn, signingUp.sixDigits)], talk: 'same' };
        return isPin(number) ? hidden(turn, answer) : answer;
      }
      const text = lines(again === true && signingUp.digitsTaken, signingUp.askPin);
      // Six digits right after a wrong PIN may be the PIN once more.
      return { screens: [question(turn, text)], hide: again === true, talk: { step: 'link-pin', number, next } };
    },
    'link-pin': (turn, typed, { number, next }) => withPin(turn, typed, (pin) => startLinking(turn, number, pin, next)),
    'link-code': async (turn, typed, { next }) => {
      const { operations, user, attempt, words, pen } = turn;
      const { signingUp } = words;
      const outcome = await operations.finishLinking({ userId: user.id, code: digitsIn(typed), attempt });
      switch (outcome.kind) {
        case 'linked':
          return goOn(turn, [signingUp.linked(pen.name(outcome.customer.name))], next);
        case 'wrong-code':
          return { screens: [question(turn, signingUp.wrongCode)], talk: 'same' };
        case 'no-code':
          return { screens: [question(turn, signingUp.noCode)], talk: { step: 'link-number', next } };
      }
    },
  },
};

async function startLinking(turn: Turn, memberNumber: string, pin: string, next: string | null): Promise<Answer> {
  const { operations, user, attempt, words, pen } = turn;
  const outcome = await operations.startLinking({ userId: user.id, memberNumber, pin, attempt });
  const { signingUp, conversation } = words;
  const said = (text: Html) => [question(turn, html`${conversation.secretTaken}\n${text}`)];
  switch (outcome.kind) {
    case 'code-sent':
      return { screens: said(signingUp.codeSent(outcome.phone)), hide: true, talk: { step: 'link-code', next } };
    case 'wrong-pin':
      return { screens: said(signingUp.wrongEither), hide: true, talk: { step: 'link-number', next, again: true } };
    case 'closed': {
      const text = html`${conversation.secretTaken}\n${conversation.closedUntil(pen.moment(outcome.until))}`;
      return { screens: [{ text, buttons: [homeRow(turn)] }], hide: true };
    }
  }
}
