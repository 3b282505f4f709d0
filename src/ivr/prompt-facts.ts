import { money } from '../core/money.ts';
import type { HeardName } from '../wording/spoken/name.ts';
import type { PromptFacts, PromptName } from '../wording/spoken/prompts.ts';
import { anonymous } from './call-context.ts';
import { type CallMemory, known, type RecipientKnown } from './call-memory.ts';

type FactsOf = { readonly [K in PromptName]: (memory: CallMemory, caller: string) => PromptFacts[K] };

const nothing = () => ({});

/** What each prompt is told, out of what the call knows. */
export const promptFacts: FactsOf = {
  menu: nothing,
  language: nothing,
  member: (_memory, caller) => ({ callerKnown: caller !== anonymous }),
  pin: nothing,
  shop: (memory) => ({ memberName: known(memory.member, 'member').name, last: memory.last?.shop ?? null }),
  shopList: (memory) => known(memory.listed, 'list of shops'),
  amount: (memory) => {
    const shop = known(memory.shop, 'shop');
    const presets = shop.presets.map((minor) => money(BigInt(minor), shop.currency));
    return { shop, presets, offered: shop.code === memory.last?.shop?.code };
  },
  amountOther: (memory) => ({ currency: known(memory.shop, 'shop').currency }),
  holding: nothing,
  recipient: (memory) => ({
    amount: amountOf(memory),
    card: known(memory.member, 'member').card,
    keyed: !known(memory.shop, 'shop').presets.includes(known(memory.amount, 'amount')),
    last: memory.last !== null,
  }),
  recipientConfirm: (memory) => {
    const recipient = known(memory.recipient, 'recipient');
    return { phone: recipient.phone, name: heardName(recipient) };
  },
  greeting: nothing,
  greetingRecord: nothing,
  confirm: (memory) => ({ shop: known(memory.shop, 'shop'), amount: amountOf(memory) }),
  capturing: nothing,
  done: nothing,
  resume: nothing,
  goodbye: nothing,
  // Of a broken purchase that was not taken up nobody knows yet whether it was paid.
  enough: (memory) => ({ unpaid: memory.bought === 0 && memory.broken === null, held: canBeGoneOnWith(memory) }),
  holdUnanswered: nothing,
  captureUnanswered: nothing,
  apology: (memory) => ({ held: canBeGoneOnWith(memory) }),
};

/** Whether this call, broken now, could be gone on with: money is held for a purchase that is not known to be paid. */
export const canBeGoneOnWith = (memory: CallMemory): boolean => memory.hold !== null && memory.broken === null;

const amountOf = (memory: CallMemory) =>
  money(BigInt(known(memory.amount, 'amount')), known(memory.shop, 'shop').currency);

function heardName({ name, shown }: RecipientKnown): HeardName {
  if (name === null) return { kind: 'unknown' };
  return name.kind === 'full' ? { kind: 'full', name: known(shown, "recipient's name") } : name;
}
