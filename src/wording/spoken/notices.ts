import type { Money } from '../../core/money.ts';
import type { Utterance } from './utterance.ts';

type Nothing = Record<never, never>;

/** Which purchase a call goes on with. */
interface BrokenOff {
  shop: { name: string; nameEn: string };
}

/** What is said of an outcome before the next prompt. Refusals carry their facts. */
export interface NoticeFacts {
  empty: Nothing;
  'wrong-key': Nothing;
  'wrong-length': Nothing;
  'no-recording': Nothing;
  'no-caller-number': Nothing;
  'wrong-pin': Nothing;
  closed: { minutes: number };
  'unknown-shop': Nothing;
  'no-such-preset': Nothing;
  'no-amount': Nothing;
  declined: Nothing;
  'hold-failed': Nothing;
  'amount-out-of-range': { least: Money; most: Money };
  'daily-limit': { left: Money };
  'daily-limit-reached': Nothing;
  'not-mobile': Nothing;
  another: Nothing;
  cancelled: Nothing;
  'hold-expired': Nothing;
  'payment-failed': Nothing;
  'was-bought': Nothing;
  'was-gone': Nothing;
  'at-hold': BrokenOff;
  'at-recipient': BrokenOff;
  /** The prompt that follows says whose it is to be. */
  'at-recipient-confirm': Nothing;
  'at-greeting': BrokenOff;
  /** The prompt that follows says which. */
  'at-confirm': Nothing;
}

export type NoticeName = keyof NoticeFacts;
export type NoticeOf<K extends NoticeName> = { kind: K } & NoticeFacts[K];
export type AnyNotice = { [K in NoticeName]: NoticeOf<K> }[NoticeName];

/** Words for each outcome: the first time, and when the same step refuses a second time. */
export type Notices = {
  readonly [K in NoticeName]: readonly [(facts: NoticeFacts[K]) => Utterance[], (facts: NoticeFacts[K]) => Utterance[]];
};

/** An outcome that is told at most once in a row, or whose words bear repeating. */
export const once = <Facts>(say: (facts: Facts) => Utterance[]) => [say, say] as const;
