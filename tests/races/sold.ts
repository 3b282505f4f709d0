import { randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { money } from '../../src/core/money.ts';
import { openKeys } from '../../src/providers/keys.ts';
import { openTill, type Till } from '../support/till.ts';
import { people } from '../support/world.ts';
import type { Branch } from './branch.ts';
import type { House } from './house.ts';

export const holderPin = '1357';

export interface Offered {
  certificateId: string;
  number: string;
  holdId: string;
  giftId: string;
  /** What /g/ carries. */
  giftToken: string;
  recipient: string;
}

let recipients = 0;

/** A recipient whom nothing was sent to before. */
export const newRecipient = (): string => {
  recipients += 1;
  return `+8210${String(50_000_000 + recipients)}`;
};

/** Money held for Kim Jisu's purchase of 50,000 won at shop 101, not confirmed yet. */
export async function holds({ world, branch }: House): Promise<string> {
  const { id: memberId } = await world.app.store.read.member.findUniqueOrThrow({ where: { phone: people.jisu } });
  const { id: shopId } = await world.app.store.read.shop.findUniqueOrThrow({ where: { code: '101' } });
  const ask = { key: randomUUID(), memberId, shopId, amount: money(50_000n, 'KRW'), caller: people.jisu };
  const outcome = await patiently(() => branch(0).does('holdPayment', ask));
  if (outcome.kind !== 'held') throw new Error(`the money was not held: ${outcome.kind}`);
  return outcome.holdId;
}

export const confirmation = (holdId: string, recipientPhone: string) => ({
  holdId,
  channel: 'phone' as const,
  caller: people.jisu,
  recipientPhone,
  recipientName: null,
  greeting: null,
});

/** As a caller does it: who hears that the card company is asked yet asks again. */
export async function patiently<T extends { kind: string }>(ask: () => Promise<T>): Promise<T> {
  let outcome = await ask();
  for (let round = 1; round < 24 && outcome.kind === 'waiting'; round += 1) outcome = await ask();
  return outcome;
}

/** A gift of 50,000 won that its recipient has not answered yet. */
export async function sells(house: House, recipient: string = newRecipient()): Promise<Offered> {
  const holdId = await holds(house);
  const outcome = await patiently(() => house.branch(0).does('confirmPurchase', confirmation(holdId, recipient)));
  if (outcome.kind !== 'bought') throw new Error(`the gift was not bought: ${outcome.kind}`);
  const found = await house.world.app.store.read.certificate.findFirstOrThrow({
    where: { purchase: { holdId } },
    include: { gift: true },
  });
  const giftId = found.gift?.id ?? '';
  const { giftToken } = openKeys(house.world.accounts.secret);
  return { certificateId: found.id, number: found.number, holdId, giftId, giftToken: giftToken(giftId), recipient };
}

/** A certificate that its holder has accepted. */
export async function sellsAndAccepts(house: House, recipient?: string): Promise<Offered & { pageToken: string }> {
  const offered = await sells(house, recipient);
  const accepted = await house.branch(0).does('acceptGift', { token: offered.giftToken, pin: holderPin });
  if (accepted.kind !== 'accepted') throw new Error(`the gift was not accepted: ${accepted.kind}`);
  return { ...offered, pageToken: accepted.pageToken };
}

/** A till of shop 101, at the branch whose turn it is. */
export const tillAt = (house: House, turn: number): Till => openTill(house.branch(turn).url, 'demo-terminal-101');

/** A text as the provider delivers it to one of the branches; answers the HTTP status. */
export async function texts({ world }: House, { url }: Branch, from: string, body: string): Promise<number> {
  const path = '/sms/incoming';
  const form = { MessageSid: `SM${randomUUID().replaceAll('-', '')}`, From: from, To: world.line, Body: body };
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'x-twilio-signature': getExpectedTwilioSignature(world.accounts.twilio.authToken, world.url + path, form),
    },
    body: new URLSearchParams(form),
  });
  return response.status;
}

/** The same again and again, all at once. */
export const atOnce = <T>(times: number, work: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)));

export function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
