import type { Currency, Money } from '../../core/money.ts';
import type { CardFacts } from './card.ts';
import type { HeardName } from './name.ts';
import type { Utterance } from './utterance.ts';

interface ShopName {
  name: string;
  nameEn: string;
}

type Nothing = Record<never, never>;

/** What each prompt of the purchase call is told. */
export interface PromptFacts {
  menu: Nothing;
  language: Nothing;
  member: { callerKnown: boolean };
  pin: Nothing;
  /** `last`: the shop that is offered on key 1. */
  shop: { memberName: string; last: ShopName | null };
  shopList: { shops: readonly (ShopName & { code: string })[]; more: boolean };
  /** `offered`: the shop was just named, by its key. */
  amount: { shop: ShopName; presets: readonly Money[]; offered: boolean };
  amountOther: { currency: Currency };
  holding: Nothing;
  /** `keyed`: the amount was keyed in and not heard yet. `last`: whether the last recipient is offered on key 1. */
  recipient: { amount: Money; card: CardFacts; keyed: boolean; last: boolean };
  recipientConfirm: { phone: string; name: HeardName };
  greeting: Nothing;
  greetingRecord: Nothing;
  confirm: { shop: ShopName; amount: Money };
  capturing: Nothing;
  done: Nothing;
  resume: Nothing;
  goodbye: Nothing;
  /** `unpaid`: it is certain that no money has moved. `held`: within ten minutes the purchase can be gone on with. */
  enough: { unpaid: boolean; held: boolean };
  holdUnanswered: Nothing;
  captureUnanswered: Nothing;
  apology: { held: boolean };
}

export type PromptName = keyof PromptFacts;

/**
 * `first`: as it is usually said. `again`: after a wrong answer or in mid-conversation, in other words. `short`: to who
 * has bought before, where that is shorter.
 */
export interface Prompt<Facts> {
  first: (facts: Facts) => Utterance[];
  again: (facts: Facts) => Utterance[];
  short?: (facts: Facts) => Utterance[];
}

export type PromptForm = keyof Prompt<never>;

export type Prompts = { readonly [K in PromptName]: Prompt<PromptFacts[K]> };

/** A prompt with one form only. */
export const always = <Facts>(say: (facts: Facts) => Utterance[]): Prompt<Facts> => ({ first: say, again: say });
