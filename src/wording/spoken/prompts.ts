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
  shop: { memberName: string };
  shopList: { shops: readonly (ShopName & { code: string })[]; more: boolean };
  amount: { shop: ShopName; presets: readonly Money[] };
  amountOther: { currency: Currency };
  holding: Nothing;
  recipient: { amount: Money; card: CardFacts };
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

/** `first`: as it is usually said. `again`: after a wrong answer or in mid-conversation, in other words. */
export interface Prompt<Facts> {
  first: (facts: Facts) => Utterance[];
  again: (facts: Facts) => Utterance[];
}

export type Prompts = { readonly [K in PromptName]: Prompt<PromptFacts[K]> };

/** A prompt with one form only. */
export const always = <Facts>(say: (facts: Facts) => Utterance[]): Prompt<Facts> => ({ first: say, again: say });
