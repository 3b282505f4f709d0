import type { ChatUserFacts, CustomerFacts } from '../operations/customers/customer-operations.ts';
import type { WrittenLanguage } from '../wording/written/language.ts';
import type { ChatDuties, ChatPictures } from './chat-duties.ts';
import type { Pen } from './pen.ts';
import type { Answer } from './screen.ts';
import type { Step, Talk, TalkAt } from './talk.ts';
import type { ChatWords } from './words/words.ts';

/** One thing that somebody did, and all that is needed to answer it. */
export interface Turn {
  operations: ChatDuties;
  pictures: ChatPictures;
  /** Where pages of ours are reached. */
  publicUrl: string;
  /** The telephone line, as it is written at home. */
  line: string;
  now: Date;
  timeZone: string;
  user: ChatUserFacts;
  customer: CustomerFacts | null;
  language: WrittenLanguage;
  words: ChatWords;
  pen: Pen;
  talk: Talk | null;
  /** Of the messenger's update that tells it. */
  updateId: string;
  /** Names what was done: told twice, it is done once. */
  attempt: string;
  /** Shows something at once, while the rest is still being worked on. */
  meanwhile(answer: Answer): Promise<void>;
}

/** Somebody who signed up. */
export type CustomerTurn = Turn & { customer: CustomerFacts };

/** `carried`: what the button carries beside its action. */
export type OnPress = (turn: Turn, carried: string | null) => Promise<Answer> | Answer;

export type OnTyped<S extends Step> = (turn: Turn, typed: string, talk: TalkAt<S>) => Promise<Answer> | Answer;

/** A part of what can be talked about: its buttons, and its questions that are answered by typing. */
export interface Area {
  presses: Record<string, OnPress>;
  typed?: { [S in Step]?: OnTyped<S> };
}
