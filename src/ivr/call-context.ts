import type { Actions } from '../dialogue/advance.ts';
import type { Answer } from '../dialogue/understand.ts';
import type { Operations } from '../operations/operations.ts';
import type { CallMemory } from './call-memory.ts';
import type { CallOutcome, outcomes } from './outcomes.ts';

/** The operations that a call asks for. */
export type CallDuties = Pick<
  Operations,
  | 'signIn'
  | 'rememberLanguage'
  | 'findShop'
  | 'listShops'
  | 'holdPayment'
  | 'releaseHold'
  | 'nameRecipient'
  | 'confirmPurchase'
  | 'lastPurchase'
  | 'purchaseState'
  | 'startCall'
  | 'logTurn'
  | 'takeUpCall'
  | 'endCall'
>;

/** What the actions of one turn are given. */
export interface CallContext {
  operations: CallDuties;
  sid: string;
  /** E.164, or `anonymous`. */
  caller: string;
  called: string;
  now: () => Date;
}

export type CallActions = Actions<CallMemory, typeof outcomes, CallOutcome>;

export const anonymous = 'anonymous';

/** The digits of an answer, or the name of what was chosen. */
export function answered(answer: Answer | null): string {
  if (answer?.kind === 'digits') return answer.digits;
  if (answer?.kind === 'chosen') return answer.chosen;
  throw new Error('an answer was expected');
}
