import type { Channel } from '../../src/core/messages/address.ts';
import type { MessageFacts } from '../../src/core/messages/message-facts.ts';
import type { Failpoint } from '../../src/operations/ports.ts';
import { messageLinks } from '../../src/outbox/message-links.ts';
import type { MessageSender, Picture, Sendings, SendOutcome, TextToSend } from '../../src/outbox/message-sender.ts';
import type { OutboxDeps } from '../../src/outbox/outbox-deps.ts';
import { Pace, type PaceLimits } from '../../src/outbox/pace.ts';
import type { Store } from '../../src/store/open-store.ts';
import { asFastAsMayBe } from '../support/pace.ts';

export const buyer = '+821020000001';
export const recipient = '+821030000001';
export const messageNumber = '+8215880000';

/** A provider that answers as it is told, remembers what it took, and says nothing of it later. */
class ScriptedSender<Sending> implements MessageSender<Sending> {
  readonly taken: (Sending & { providerId: string })[] = [];
  /** What the next sendings meet; afterwards all are taken. `lost` takes the message and loses the answer. */
  readonly script: (SendOutcome | Error | { kind: 'lost'; error: Error })[] = [];
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  async send(message: Sending): Promise<SendOutcome> {
    const next = this.script.shift();
    if (next instanceof Error) throw next;
    if (next && next.kind !== 'lost') return next;
    const providerId = `${this.#prefix}${String(this.taken.length + 1).padStart(4, '0')}`;
    this.taken.push({ ...message, providerId });
    if (next) throw next.error;
    return { kind: 'sent', providerId };
  }
}

/** A carrier that can be asked afterwards. */
class ScriptedCarrier extends ScriptedSender<TextToSend> {
  readonly lookedUp: { body: string; since: Date; exclude?: readonly string[] }[] = [];

  /** What became of messages, by the provider's id. */
  readonly statuses = new Map<string, { status: string; errorCode: string | null }>();

  async statusOf(providerId: string) {
    return this.statuses.get(providerId) ?? null;
  }

  async find(sought: { to: string; body: string; since: Date; exclude?: readonly string[] }): Promise<string | null> {
    const { to, body, since, exclude = [] } = sought;
    this.lookedUp.push({ body, since, exclude });
    const found = this.taken.find((text) => text.to === to && text.body === body && !exclude.includes(text.providerId));
    return found?.providerId ?? null;
  }
}

export interface OutboxWorld {
  deps: OutboxDeps;
  /** Of texts. */
  sender: ScriptedCarrier;
  chat: ScriptedSender<Sendings['chat']>;
  email: ScriptedSender<Sendings['email']>;
  call: ScriptedSender<Sendings['call']>;
  /** What pictures are drawn as; null: none can be. */
  picture: { current: Picture | Error | null };
  later(ms: number): void;
  put(facts: MessageFacts, more?: More): Promise<string>;
  row(id: string): ReturnType<Store['read']['outboxMessage']['findUniqueOrThrow']>;
  logged: { message: string; facts: object }[];
  failpoint: { current: Failpoint };
}

interface More {
  id?: string;
  channel?: Channel;
  recipient?: string;
  locale?: string;
  bulk?: boolean;
  campaignId?: string;
}

export function outboxWorld(store: Store, pace: PaceLimits = asFastAsMayBe): OutboxWorld {
  let at = new Date('2026-11-20T03:00:00.000Z').getTime();
  let ids = 0;
  const logged: OutboxWorld['logged'] = [];
  const note = (facts: object, message: string) => void logged.push({ facts, message });
  const sender = new ScriptedCarrier('SM');
  const chat = new ScriptedSender<Sendings['chat']>('chat');
  const email = new ScriptedSender<Sendings['email']>('mail');
  const call = new ScriptedSender<Sendings['call']>('CA');
  const picture: OutboxWorld['picture'] = { current: null };
  const failpoint = { current: (() => {}) as Failpoint };
  const deps: OutboxDeps = {
    store,
    senders: { text: sender, chat, email, call },
    pace: new Pace(pace),
    pictureOf: async () => {
      if (picture.current instanceof Error) throw picture.current;
      return picture.current;
    },
    now: () => new Date(at),
    newId: () => `id-${++ids}`,
    log: { info: note, warn: note, error: note },
    failpoint: (name) => failpoint.current(name),
    nudge: () => {},
    reachOf: (phone) =>
      phone === '+821030000009' ? { twoWayText: false, mms: false } : { twoWayText: true, mms: true },
    links: messageLinks({
      publicUrl: 'https://gift.example',
      keys: {
        giftToken: (id) => `GIFTTOKEN${id}`,
        pageToken: (id, version) => `PAGETOKEN${id}${version}`,
        emailToken: ({ customerId }) => `EMAILTOKEN${customerId}`,
        passwordToken: ({ accountId }) => `PASSWORDTOKEN${accountId}`,
        unsubscribeToken: (address) => `STOPTOKEN${address.length}`,
      },
      paths: {
        card: (id, version) => `/cards/${id}.${version}.jpg`,
        coupon: ({ voucherId, campaignId }) => `/coupons/${voucherId ?? campaignId}.jpg`,
        testCard: (id, version) => `/coupons/${id}.${version}.jpg`,
      },
    }),
    keys: { linkCode: () => '042017' },
    messageNumber,
    lineNumber: '+8215880000',
    timeZone: 'Asia/Seoul',
  };
  return {
    deps,
    sender,
    chat,
    email,
    call,
    picture,
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
        channel: more.channel ?? 'text',
        recipient: more.recipient ?? recipient,
        bulk: more.bulk ?? false,
        campaignId: more.campaignId ?? null,
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
