import type { Language } from '../calls/call-operations.ts';

export type Closed = { kind: 'closed'; until: Date };
export type WrongPin = { kind: 'wrong-pin' } | Closed;

/** `left`: how many more may be wrong; `closedUntil`: where this was the last one. */
export type WrongSignIn = { kind: 'wrong-pin'; left: number; closedUntil: Date | null } | Closed;

export interface MemberFacts {
  id: string;
  number: string;
  name: string;
  phone: string;
  locale: string;
  card: { brand: string; last4: string };
}

export interface MemberOperations {
  /**
   * GC-02. `attempt` names this very attempt, so that a redelivered one is not counted twice. Wrong PINs count per
   * caller and member together. An unknown member is answered, in words, queries and time, like a wrong PIN.
   */
  signIn(ask: {
    member: { number: string } | { phone: string } | { id: string };
    caller: string;
    pin: string;
    attempt: string;
  }): Promise<{ kind: 'signed-in'; member: MemberFacts } | WrongSignIn>;
  /**
   * What a member chose to hear on their own telephone, after the PIN was right: for the next call and for texts. From
   * another telephone nothing is kept.
   */
  rememberLanguage(choice: { memberId: string; caller: string; language: Language }): Promise<void>;
}
