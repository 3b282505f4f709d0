import { z } from 'zod';
import { type Currency, isCurrency } from '../core/money.ts';
import type { Position } from '../dialogue/advance.ts';
import type { CallMemory } from './call-memory.ts';

/** Where a call stands and what it knows: all that a turn needs. */
export interface CallState {
  position: Position;
  memory: CallMemory;
}

const text = z.string();
const spoken = z.enum(['ko', 'en']);
const count = z.number().int().nonnegative();
const currency = z.custom<Currency>((value) => typeof value === 'string' && isCurrency(value));
const listedShop = z.tuple([text, text, text]);
const partialName = z.union([
  z.object({ kind: z.literal('korean'), surname: text, lastSyllable: text.nullable() }),
  z.object({ kind: z.literal('other'), initials: z.array(text) }),
  z.object({ kind: z.literal('full') }),
]);

/**
 * The state as an array without names, since it travels in a URL. The first element is the form's version: another one
 * does not open, and is to be raised with every change of the tuple.
 */
const version = 2;
const packed = z.tuple([
  z.literal(version),
  z.tuple([text, count, count, z.record(text, count)]),
  z.tuple([spoken, text.nullable(), count, count, count, z.boolean(), spoken.nullable()]),
  z.tuple([text, text, text, text]).nullable(),
  z.tuple([count, z.array(listedShop), z.boolean()]).nullable(),
  z.tuple([text, text, text, text, currency, z.array(text)]).nullable(),
  z.tuple([text.nullable(), text.nullable(), text.nullable(), text.nullable()]),
  z.tuple([text, partialName.nullable(), text.nullable()]).nullable(),
  z.tuple([text, text, text]).nullable(),
  z.tuple([listedShop.nullable(), text]).nullable(),
]);
type Packed = z.infer<typeof packed>;

type ListedShop = z.infer<typeof listedShop>;

const packShop = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }): ListedShop => [
  code,
  name,
  nameEn,
];
const unpackShop = ([code, name, nameEn]: ListedShop) => ({ code, name, nameEn });

export function packState({ position, memory }: CallState): string {
  const { member, listed, shop, recipient, broken, last } = memory;
  const state: Packed = [
    version,
    [position.step, position.turn, position.round, position.wrong],
    [memory.language, memory.claim, memory.purchase, memory.attempt, memory.bought, memory.returning, memory.chosen],
    member && [member.id, member.name, member.card.brand, member.card.last4],
    listed && [listed.page, listed.shops.map(packShop), listed.more],
    shop && [shop.id, ...packShop(shop), shop.currency, shop.presets],
    [memory.amount, memory.hold, memory.greeting, memory.begunIn],
    recipient && [recipient.phone, recipient.name, recipient.shown],
    broken && [broken.sid, broken.memberId, broken.step],
    last && [last.shop && packShop(last.shop), last.recipient],
  ];
  return JSON.stringify(state);
}

/** Null for a state of another version. It has been opened with our key, so nobody else has written it. */
export function unpackState(state: string): CallState | null {
  const read = packed.safeParse(JSON.parse(state));
  if (!read.success) return null;
  const [, where, call, member, listed, shop, purchase, recipient, broken, last] = read.data;
  const [step, turn, round, wrong] = where;
  return {
    position: { step, turn, round, wrong },
    memory: {
      language: call[0],
      claim: call[1],
      purchase: call[2],
      attempt: call[3],
      bought: call[4],
      returning: call[5],
      chosen: call[6],
      member: member && { id: member[0], name: member[1], card: { brand: member[2], last4: member[3] } },
      listed: listed && { page: listed[0], shops: listed[1].map(unpackShop), more: listed[2] },
      shop: shop && { id: shop[0], ...unpackShop([shop[1], shop[2], shop[3]]), currency: shop[4], presets: shop[5] },
      amount: purchase[0],
      hold: purchase[1],
      greeting: purchase[2],
      begunIn: purchase[3],
      recipient: recipient && { phone: recipient[0], name: recipient[1], shown: recipient[2] },
      broken: broken && { sid: broken[0], memberId: broken[1], step: broken[2] },
      last: last && { shop: last[0] && unpackShop(last[0]), recipient: last[1] },
    },
  };
}
