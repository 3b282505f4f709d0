import type { MessageFacts } from '../../src/core/messages/message-facts.ts';
import type { Failpoint } from '../../src/operations/ports.ts';
import { messageLinks } from '../../src/outbox/message-links.ts';
import type { MessageSender, Sending, SendOutcome } from '../../src/outbox/message-sender.ts';
import type { OutboxDeps } from '../../src/outbox/outbox-deps.ts';
import type { Store } from '../../src/store/open-store.ts';

export const buyer = '+821020000001';
export const recipient = '+821030000001';
export const messageNumber = '+8215880000';

interface SentText extends Sending {
  providerId: string;
}

/** A carrier that answers as it is told, and remembers what it took. */
class ScriptedSender implements MessageSender {
  readonly taken: SentText[] = [];
  readonly lookedUp: { body: string; since: Date; exclude?: readonly string[] }[] = [];
  /** What the next sendings meet; afterwards all are taken. `lost` takes the message and loses the answer. */
  readonly script: (SendOutcome | Error | { kind: 'lost'; error: Error })[] = [];

  async send(message: Sending): Promise<SendOutcome> {
    const next = this.script.shift();
    if (next instanceof Error) throw next;
    if (next && next.kind !== 'lost') return next;
    const providerId = `SM${String(this.taken.length + 1).padStart(4, '0')}`;
    this.taken.push({ ...message, providerId });
    if (next) throw next.error;
    return { kind: 'sent', providerId };
  }

  /** What became of messages, by the provider's id. */
  readonly statuses = new Map<string, { status: string; errorCode: string | null }>();

  async statusOf(providerId: string) {
    return this.statuses.get(providerId) ?? null;
  }

  async find({ to, body, since, exclude = [] }: Parameters<MessageSender['find']>[0]): Promise<string | null> {
    this.lookedUp.push({ body, since, exclude });
    const found = this.taken.find((text) => text.to === to && text.body === body && !exclude.includes(text.providerId));
    return found?.providerId ?? null;
  }
}

export interface OutboxWorld {
  deps: OutboxDeps;
  sender: ScriptedSender;
  later(ms: number): void;
  put(facts: MessageFacts, more?: { id?: string; recipient?: string; locale?: string }): Promise<string>;
  row(id: string): ReturnType<Store['read']['outboxMessage']['findUniqueOrThrow']>;
  logged: { message: string; facts: object }[];
  failpoint: { current: Failpoint };
}

export function outboxWorld(store: Store): OutboxWorld {
  let at = new Date('2026-11-20T03:00:00.000Z').getTime();
  let ids = 0;
  const logged: OutboxWorld['logged'] = [];
  const note = (facts: object, message: string) => void logged.push({ facts, message });
  const sender = new ScriptedSender();
  const failpoint = { current: (() => {}) as Failpoint };
  const deps: OutboxDeps = {
    store,
    sender,
    now: () => new Date(at),
    newId: () => `id-${++ids}`,
    log: { info: note, warn: note, error: note },
    failpoint: (name) => failpoint.current(name),
    nudge: () => {},
    reachOf: (phone) =>
      phone === '+821030000009' ? { twoWayText: false, mms: false } : { twoWayText: true, mms: true },
    links: messageLinks({
      publicUrl: 'https://gift.example',
      keys: { giftToken: (id) => `GIFTTOKEN${id}`, pageToken: (id, version) => `PAGETOKEN${id}${version}` },
      cardPath: (id, version) => `/cards/${id}.${version}.jpg`,
    }),
    messageNumber,
    lineNumber: '+8215880000',
    timeZone: 'Asia/Seoul',
  };
  return {
    deps,
    sender,
    logged,
    failpoint,
    later: (ms) => {
      at += ms;
    },
    row: (id) => store.read.outboxMessage.findUniqueOrThrow({ where: { id } }),
    put: async (facts, more = {}) => {
      const id = more.id ?? `message-${++ids}`;
      const data = {
        id,
        key: id,
        kind: facts.kind,
        recipient: more.recipient ?? recipient,
        locale: more.locale ?? 'ko',
        facts: JSON.stringify(facts),
        state: 'scheduled',
        dueAt: new Date(at),
        createdAt: new Date(at),
      };
      await store.transaction((tx) => tx.outboxMessage.create({ data }));
      return id;
    },
  };
}

/** A gift of 50,000 won from Kim Jisu to a number, offered and unanswered. */
export async function offeredGift(store: Store, id: string): Promise<void> {
  const createdAt = new Date('2026-11-20T02:00:00.000Z');
  const soon = new Date('2026-12-20T02:00:00.000Z');
  const shop = {
    id: 'shop',
    code: '101',
    name: '한라악기',
    nameEn: 'Halla Music',
    trade: 'retail',
    currency: 'KRW',
    presets: '[]',
    leastAmount: 1000n,
    mostAmount: 500000n,
    pinPolicy: 'always',
    validDays: 365,
    createdAt,
  };
  const member = {
    id: 'member',
    number: '100001',
    name: '김지수',
    phone: buyer,
    locale: 'ko',
    pinSalt: 's',
    pinHash: 'h',
    cardCustomer: 'c',
    cardMethod: 'm',
    cardBrand: 'visa',
    cardLast4: '4242',
    createdAt,
  };
  await store.transaction(async (tx) => {
    await tx.shop.create({ data: shop });
    await tx.member.create({ data: member });
    await tx.hold.create({
      data: {
        id: 'hold',
        key: 'k',
        memberId: 'member',
        shopId: 'shop',
        callerPhone: buyer,
        amount: 50000n,
        currency: 'KRW',
        state: 'captured',
        gatewayId: 'pi_1',
        expiresAt: soon,
        createdAt,
      },
    });
    await tx.purchase.create({
      data: {
        id: 'purchase',
        holdId: 'hold',
        memberId: 'member',
        shopId: 'shop',
        channel: 'phone',
        buyerName: '김지수',
        memberNumber: '100001',
        callerPhone: buyer,
        recipientPhone: recipient,
        createdAt,
      },
    });
    await tx.certificate.create({
      data: {
        id: 'certificate',
        number: '123456789012',
        purchaseId: 'purchase',
        shopId: 'shop',
        currency: 'KRW',
        issued: 50000n,
        balance: 50000n,
        state: 'pending',
        holderPhone: recipient,
        holderName: '최*나',
        buyerName: '김지수',
        createdAt,
      },
    });
    await tx.gift.create({
      data: {
        id,
        certificateId: 'certificate',
        recipientPhone: recipient,
        number: 11,
        state: 'offered',
        tokenHash: 't',
        lapsesAt: soon,
        createdAt,
      },
    });
  });
}
