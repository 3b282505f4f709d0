import type { SendingLimit, SendingLimits } from '../settings.ts';

/**
 * core.telegram.org/bots/faq, "My bot is hitting limits": about 30 messages a second in all, one a second in a chat
 * ("we may allow short bursts"), 20 a minute in a group. Telegram does not publish the bursts: five in a chat are few
 * enough to catch a sender that does not throttle, and enough for an answer of several parts.
 */
const asTelegram: SendingLimits = {
  overall: { burst: 30, perSecond: 30 },
  privateChat: { burst: 5, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
};

/**
 * A person needs seconds for a deed and for reading what comes of it; a clock that a test has set does not show them.
 * So this many answers to a deed are not counted.
 */
const answersToADeed = 5;
/** Buckets that are full again are forgotten when there are more than these. */
const bucketLimit = 1_000;

interface Bucket {
  left: number;
  atMs: number;
}

/** How fast a bot may send: buckets that fill up again by the simulator's clock. */
export class LimitedSending {
  readonly #limits: SendingLimits | null;
  readonly #now: () => Date;
  readonly #overall: Bucket;
  readonly #chats = new Map<number, Bucket>();
  readonly #answers = new Map<number, number>();

  constructor(limits: SendingLimits | null | undefined, now: () => Date) {
    this.#limits = limits === undefined ? asTelegram : limits;
    this.#now = now;
    this.#overall = { left: this.#limits?.overall.burst ?? 0, atMs: now().getTime() };
  }

  /** Somebody in this chat did something. */
  deed(chatId: number): void {
    if (this.#limits) this.#answers.set(chatId, answersToADeed);
  }

  /** Takes one message; answers 0, or after how many seconds to come back. */
  take(chatId: number): number {
    if (!this.#limits) return 0;
    const answers = this.#answers.get(chatId) ?? 0;
    if (answers > 0) {
      if (answers === 1) this.#answers.delete(chatId);
      else this.#answers.set(chatId, answers - 1);
      return 0;
    }
    const limit = chatId < 0 ? this.#limits.group : this.#limits.privateChat;
    const chat = this.#bucketOf(chatId, limit);
    const wait = Math.max(
      this.#secondsUntilOne(chat, limit),
      this.#secondsUntilOne(this.#overall, this.#limits.overall),
    );
    if (wait > 0) return Math.ceil(wait);
    chat.left -= 1;
    this.#overall.left -= 1;
    return 0;
  }

  #bucketOf(chatId: number, limit: SendingLimit): Bucket {
    const known = this.#chats.get(chatId);
    if (known) return known;
    if (this.#chats.size >= bucketLimit) this.#forgetFull();
    const bucket = { left: limit.burst, atMs: this.#now().getTime() };
    this.#chats.set(chatId, bucket);
    return bucket;
  }

  #forgetFull(): void {
    for (const [chatId, bucket] of this.#chats) {
      const limit = chatId < 0 ? this.#limits?.group : this.#limits?.privateChat;
      if (!limit) continue;
      this.#secondsUntilOne(bucket, limit);
      if (bucket.left >= limit.burst) this.#chats.delete(chatId);
    }
  }

  /** Fills the bucket up to now first. */
  #secondsUntilOne(bucket: Bucket, { burst, perSecond }: SendingLimit): number {
    const nowMs = this.#now().getTime();
    const passedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.left = Math.min(burst, bucket.left + (passedMs * perSecond) / 1_000);
    bucket.atMs = nowMs;
    return bucket.left >= 1 ? 0 : (1 - bucket.left) / perSecond;
  }
}
