import demo from '../../prisma/demo-data.json';
import { subscribers } from '../../simulator/people.ts';
import { type Money, money } from '../../src/core/money.ts';
import { partialName } from '../../src/core/recipients/partial-name.ts';
import { defaultLimits } from '../../src/operations/limits.ts';
import { usualAmounts } from '../../src/operations/shops/shop-rows.ts';
import type { CardFacts } from '../../src/wording/spoken/card.ts';
import type { HeardName } from '../../src/wording/spoken/name.ts';
import type { NoticeFacts } from '../../src/wording/spoken/notices.ts';
import type { PromptFacts } from '../../src/wording/spoken/prompts.ts';

type AllFacts<Facts> = { readonly [K in keyof Facts]: readonly Facts[K][] };

const won = (minor: bigint | number | string): Money => money(BigInt(minor), 'KRW');
const presets = usualAmounts.KRW.presets.map(won);
/** No amount that a demo shop sells takes longer to say. */
const longestAmount = won(477_777);
const onceOnly = [{}];
const both = [true, false];

const cards = demo.members
  .map(({ card }) => card)
  .filter((card, at, all) => all.findIndex((other) => sameCard(card, other)) === at);

function sameCard(one: CardFacts, other: CardFacts): boolean {
  return one.brand === other.brand && one.last4 === other.last4;
}

const shops = demo.shops.map((shop) => ({ shop }));

/** What each prompt can be told among the demo people and shops, the longest included. */
export const demoPrompts: AllFacts<PromptFacts> = {
  menu: onceOnly,
  language: onceOnly,
  member: both.map((callerKnown) => ({ callerKnown })),
  pin: onceOnly,
  shop: demo.members.flatMap(({ name }) => [null, ...demo.shops].map((last) => ({ memberName: name, last }))),
  shopList: both.map((more) => ({ shops: demo.shops, more })),
  amount: demo.shops.flatMap((shop) => both.map((offered) => ({ shop, presets, offered }))),
  amountOther: [{ currency: 'KRW' }],
  holding: onceOnly,
  recipient: [...presets, longestAmount].flatMap((amount) =>
    cards.flatMap((card) => both.map((last) => ({ amount, card, last, keyed: amount === longestAmount }))),
  ),
  recipientConfirm: subscribers.flatMap(({ number, name }) =>
    heardNames(name).map((heard) => ({ phone: number, name: heard })),
  ),
  greeting: onceOnly,
  greetingRecord: onceOnly,
  confirm: demo.shops.flatMap((shop) => [...presets, longestAmount].map((amount) => ({ shop, amount }))),
  capturing: onceOnly,
  done: onceOnly,
  resume: onceOnly,
  goodbye: onceOnly,
  enough: both.flatMap((unpaid) => both.map((held) => ({ unpaid, held }))),
  holdUnanswered: onceOnly,
  captureUnanswered: onceOnly,
  apology: both.map((held) => ({ held })),
};

/** A name that is known may be said in part or, between members who allow it, whole; or the look-ups are used up. */
function heardNames(name: string | null): HeardName[] {
  const unknown = { kind: 'unknown' } as const;
  return name === null ? [unknown] : [partialName(name), { kind: 'full', name }, unknown];
}

/** The same for what is said of outcomes. */
export const demoNotices: AllFacts<NoticeFacts> = {
  empty: onceOnly,
  'wrong-key': onceOnly,
  'wrong-length': onceOnly,
  'no-recording': onceOnly,
  'no-caller-number': onceOnly,
  'wrong-pin': onceOnly,
  closed: [{ minutes: 15 }, { minutes: 1 }, { minutes: 1_437 }],
  'unknown-shop': onceOnly,
  'no-such-preset': onceOnly,
  'no-amount': onceOnly,
  declined: onceOnly,
  'hold-failed': onceOnly,
  'amount-out-of-range': [{ least: won(usualAmounts.KRW.least), most: won(usualAmounts.KRW.most) }],
  'daily-limit': [{ left: won(defaultLimits.strangePhoneADay) }, { left: won(177_777) }],
  'daily-limit-reached': onceOnly,
  'not-mobile': onceOnly,
  another: onceOnly,
  cancelled: onceOnly,
  'hold-expired': onceOnly,
  'payment-failed': onceOnly,
  'was-bought': onceOnly,
  'was-gone': onceOnly,
  'at-hold': shops,
  'at-recipient': shops,
  'at-recipient-confirm': onceOnly,
  'at-greeting': shops,
  'at-confirm': onceOnly,
};
