/** The languages of calls and pages. */
export type Language = 'ko' | 'en';

export interface CallTurn {
  sid: string;
  caller: string;
  /** The number that was dialled. */
  called: string;
  turn: number;
  step: string;
  outcome: string;
  language: Language;
  memberId: string | null;
  /** The newest state of the call, where it could be resumed; null where not. */
  sealed: string | null;
}

export interface CallOperations {
  /**
   * Writes nothing: the call is in the log with its first turn. `language`: what the member with this telephone prefers.
   * `returning`: that member has bought by telephone before. `broken`: a purchase to go on with.
   */
  startCall(call: { sid: string; caller: string }): Promise<{
    language: Language | null;
    returning: boolean;
    broken: { sid: string; sealed: string; memberId: string } | null;
  }>;
  /** Kept in memory and written in batches; never waits, never throws. */
  logTurn(turn: CallTurn): void;
  /** The broken call that `startCall` offered is taken up (or given up) and is not offered again. */
  takeUpCall(brokenSid: string, bySid: string): Promise<void>;
  /** The line is down: what was logged is written, and an open hold stays open its full time from now on. */
  endCall(sid: string): Promise<void>;
}
