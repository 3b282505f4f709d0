import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import demoData from '../prisma/demo-data.json' with { type: 'json' };
import { loadDemoData } from '../src/operations/demo/load-demo-data.ts';
import { defaultLimits } from '../src/operations/limits.ts';
import { openOperations } from '../src/operations/open-operations.ts';
import type { Operations } from '../src/operations/operations.ts';
import type { CardCompany, Deps } from '../src/operations/ports.ts';
import { projectRoot } from '../src/project-root.ts';
import { openKeys } from '../src/providers/keys.ts';
import { passwords } from '../src/providers/passwords.ts';
import { randomDigits } from '../src/providers/random-digits.ts';
import { openStore, type Store } from '../src/store/open-store.ts';

/** The operations in this process, on a real database, with a card company that says yes at once. */
export interface House {
  store: Store;
  deps: Deps;
  operations: Operations;
  memberId: string;
  shopId: string;
  terminal: { id: string; shopId: string; name: string };
  close(): Promise<void>;
}

export const memberPhone = '+821020000001';
export const holderPin = '2580';
export const terminalKey = 'demo-terminal-101';

export async function openHouse(url: string, secret: Buffer, poolSize?: number): Promise<House> {
  const root = projectRoot();
  const place = { migrationsDir: join(root, 'prisma/migrations'), projectRoot: root };
  const store = await openStore({ url, ...place, ...(poolSize === undefined ? {} : { poolSize }) });
  const keys = openKeys(secret);
  const now = () => new Date();
  const deps: Deps = {
    store,
    now,
    newId: () => v7(),
    randomDigits,
    keys,
    passwords,
    cards: agreeable,
    ownerOf: async () => null,
    limits: defaultLimits,
    log: { info: () => {}, warn: complain, error: complain },
    failpoint: () => {},
    nudge: () => {},
  };
  await loadDemoData({ store, keys, now, newId: deps.newId, currency: 'KRW', hashPassword: passwords.hash }, demoData);
  const { operations, close } = openOperations(deps);
  const member = await store.read.member.findUniqueOrThrow({ where: { phone: memberPhone } });
  const shop = await store.read.shop.findUniqueOrThrow({ where: { code: '101' } });
  const terminal = await operations.terminalByKey(terminalKey);
  if (!terminal) throw new Error('the demo shop has no terminal');
  return {
    store,
    deps,
    operations,
    memberId: member.id,
    shopId: shop.id,
    terminal,
    close: async () => {
      await close();
      await store.close();
    },
  };
}

const agreeable: CardCompany = {
  hold: async ({ holdId }) => ({ kind: 'held', gatewayId: `pi_${holdId}` }),
  find: async ({ holdId }) => ({ kind: 'held', gatewayId: `pi_${holdId}` }),
  capture: async ({ gatewayId }) => ({ kind: 'captured', gatewayId }),
  release: async ({ gatewayId }) => ({ kind: 'released', gatewayId }),
  refund: async ({ refundId }) => ({ kind: 'refunded', gatewayId: `re_${refundId}` }),
};

function complain(facts: object, message: string): void {
  throw new Error(`${message}: ${JSON.stringify(facts)}`);
}

let recipients = 0;
/** A recipient whom nothing was sent to before. */
const newRecipient = (): string => {
  recipients += 1;
  return `+8210${String(40_000_000 + (process.pid % 900) * 10_000 + recipients)}`;
};

/** Purchases that the card company has captured and that are not complete yet: the ids of their holds. */
export async function captured({ store, deps, memberId, shopId }: House, count: number): Promise<string[]> {
  const at = deps.now();
  const holdIds = Array.from({ length: count }, () => deps.newId());
  for (const holdId of holdIds) {
    await store.transaction(async (tx) => {
      const hold = { memberId, shopId, callerPhone: memberPhone, amount: 500_000n, currency: 'KRW', tries: 0 };
      const state = { state: 'open', pending: 'capture', gatewayId: `pi_${holdId}`, nextTryAt: at };
      const expiresAt = new Date(at.getTime() + deps.limits.holdMs);
      await tx.hold.create({
        data: { id: holdId, key: `bench:${holdId}`, ...hold, ...state, expiresAt, createdAt: at },
      });
      const buyer = { memberId, buyerName: '김지수', memberNumber: '100001', callerPhone: memberPhone };
      const recipient = { recipientPhone: newRecipient(), recipientName: '최*나', greeting: null };
      await tx.purchase.create({
        data: { id: deps.newId(), holdId, shopId, channel: 'phone', ...buyer, ...recipient, createdAt: at },
      });
    });
  }
  return holdIds;
}

/** What a till reads from the cards of accepted certificates over 500,000 won each. */
export async function spendable(house: House, count: number): Promise<string[]> {
  const { store, deps, operations } = house;
  const { completePurchase } = await import('../src/operations/purchases/complete-purchase.ts');
  const codes: string[] = [];
  for (const holdId of await captured(house, count)) {
    await completePurchase(deps, holdId);
    const { id: purchaseId } = await store.read.purchase.findUniqueOrThrow({ where: { holdId } });
    const certificate = await store.read.certificate.findUniqueOrThrow({ where: { purchaseId } });
    const gift = await store.read.gift.findUniqueOrThrow({ where: { certificateId: certificate.id } });
    const accepted = await operations.acceptGift({ token: deps.keys.giftToken(gift.id), pin: holderPin });
    if (accepted.kind !== 'accepted') throw new Error(`a gift was not accepted: ${accepted.kind}`);
    codes.push(deps.keys.cardToken(certificate.id, 1));
  }
  return codes;
}

/** One sale of 100 won on a card; gives the redemption's id. */
export async function spend({ operations, terminal }: House, code: string): Promise<string> {
  const idempotencyKey = randomUUID();
  const requestHash = createHash('sha256').update(idempotencyKey).digest('base64url');
  const by = { code, pin: holderPin };
  const answer = await operations.redeemCode({ terminal, idempotencyKey, requestHash, by, amount: 100n });
  if (answer.kind !== 'answer' || answer.answer.kind !== 'redeemed') throw new Error('a sale was refused');
  return answer.answer.id;
}
