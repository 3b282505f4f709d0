// biome-ignore-all lint/suspicious/noThenProperty: a row of a flow says where it leads then; nobody awaits a row
import { toldKinds } from '../dialogue/check-flow.ts';
import { flow } from '../dialogue/flow.ts';
import { digitsUntilHash, oneKey, recordUpTo, secretUntilHash } from '../dialogue/listen.ts';
import { again, refused, told } from '../dialogue/way.ts';
import type { PromptName } from '../wording/spoken/prompts.ts';
import { isNotice } from '../wording/spoken/speak.ts';
import { lastKey } from './last-bought.ts';
import { outcomes } from './outcomes.ts';

export type CallStep =
  | 'menu'
  | 'language'
  | 'resume'
  | 'member'
  | 'pin'
  | 'shop'
  | 'shop-list'
  | 'amount'
  | 'amount-other'
  | 'hold'
  | 'recipient'
  | 'recipient-confirm'
  | 'greeting'
  | 'greeting-record'
  | 'confirm'
  | 'capture'
  | 'done'
  | 'goodbye'
  | 'enough'
  | 'hold-unanswered'
  | 'capture-unanswered';

/**
 * A round is at most 0.6 seconds of waiting and a pause of one: after three, about four seconds, the caller hears that
 * the card company is slow, and after eight times that the call ends.
 */
const waiting = { rounds: 24, saysEvery: 3 };

/** The purchase by telephone (GC-01 to GC-08), as it is heard. `*` leads back; 9 says a one-key step again. */
export const purchaseCall = flow<CallStep, PromptName, typeof outcomes>({
  outcomes,
  starts: ['menu', 'resume'],
  enough: 'enough',
  mostTurns: 150,
  // biome-ignore format: a row is read as a line
  steps: {
    menu: { first: 'startAnew', say: 'menu', listen: oneKey({ 1: 'buy', 8: 'language' }),
      then: { buy: 'member', language: 'language' } },
    language: { say: 'language', listen: oneKey({ 1: 'ko', 2: 'en', 8: 'other' }), do: 'chooseLanguage',
      then: { chosen: 'menu' }, back: 'menu' },
    resume: { say: 'resume', listen: secretUntilHash(4, 6), do: 'takeUp', back: 'menu',
      then: {
        'wrong-pin': refused('resume'), closed: told('goodbye'),
        'was-bought': told('done'), 'was-capturing': 'capture', 'was-gone': told('amount'),
        'at-hold': told('hold'), 'at-recipient': told('recipient'), 'at-recipient-confirm': told('recipient-confirm'),
        'at-greeting': told('greeting'), 'at-confirm': told('confirm'),
      } },

    member: { say: 'member', listen: digitsUntilHash(6, 6, '0'), do: 'claimMember',
      then: { claimed: 'pin', 'no-caller-number': refused('member') }, back: 'menu' },
    pin: { say: 'pin', listen: secretUntilHash(4, 6), do: 'signIn',
      then: { 'signed-in': 'shop', 'wrong-pin': refused('member'), closed: told('goodbye') }, back: 'member' },

    shop: { say: 'shop', listen: digitsUntilHash(3, 3, '0', lastKey), do: 'findShop', back: 'pin',
      then: { found: 'amount', list: 'shop-list', 'unknown-shop': refused('shop'), 'wrong-length': refused('shop') } },
    'shop-list': { first: 'listShops', say: 'shopList', listen: digitsUntilHash(3, 3, '0', lastKey), do: 'findShop', back: 'shop', silence: 'shop',
      then: { found: 'amount', list: 'shop-list', 'unknown-shop': refused('shop'), 'wrong-length': refused('shop') } },

    amount: { first: 'letGo', say: 'amount', listen: oneKey({ 1: '1', 2: '2', 3: '3', 4: '4', 5: 'other' }), do: 'pickAmount',
      then: { picked: 'hold', other: 'amount-other', 'no-such-preset': refused('amount') }, back: 'shop' },
    'amount-other': { say: 'amountOther', listen: digitsUntilHash(1, 9), do: 'typeAmount',
      then: { picked: 'hold', 'no-amount': refused('amount-other') }, back: 'amount' },
    hold: { do: 'hold', say: 'holding', ...waiting, tooLong: 'hold-unanswered',
      then: {
        held: 'recipient', waiting: again, declined: refused('amount'), 'hold-failed': refused('amount'),
        'amount-out-of-range': refused('amount-other'), 'daily-limit': refused('amount'),
        'daily-limit-reached': told('goodbye'),
      } },

    recipient: { say: 'recipient', listen: digitsUntilHash(7, 20, lastKey), do: 'nameRecipient', back: 'amount',
      then: { recognised: 'recipient-confirm', 'not-mobile': refused('recipient'), 'wrong-length': refused('recipient') } },
    'recipient-confirm': { say: 'recipientConfirm', listen: oneKey({ 1: 'right', 2: 'another' }),
      then: { right: 'greeting', another: told('recipient') }, back: 'recipient' },
    greeting: { say: 'greeting', listen: oneKey({ 1: 'record', 2: 'none' }), do: 'chooseGreeting',
      then: { record: 'greeting-record', none: 'confirm' }, back: 'recipient-confirm' },
    'greeting-record': { say: 'greetingRecord', listen: recordUpTo(30), do: 'keepGreeting',
      then: { kept: 'confirm' }, back: 'greeting' },

    confirm: { say: 'confirm', listen: oneKey({ 1: 'buy', 2: 'cancel' }), do: 'decide',
      then: { buy: 'capture', cancelled: told('goodbye') }, back: 'greeting' },
    capture: { do: 'capture', say: 'capturing', ...waiting, tooLong: 'capture-unanswered',
      then: {
        bought: 'done', waiting: again, 'hold-expired': told('amount'), 'payment-failed': refused('amount'),
      } },
    done: { say: 'done', listen: oneKey({ 1: 'another' }), do: 'another',
      then: { started: 'shop' }, silence: 'goodbye' },

    goodbye: { say: 'goodbye', end: true },
    enough: { say: 'enough', end: true },
    'hold-unanswered': { say: 'holdUnanswered', end: true },
    'capture-unanswered': { say: 'captureUnanswered', end: true },
  },
});

const wordless = toldKinds(purchaseCall).filter((kind) => !isNotice({ kind }));
if (wordless.length > 0) throw new Error(`the purchase call tells what it has no words for: ${wordless.join(', ')}`);
