import { type Channel, channels } from '../core/messages/address.ts';

export interface PaceLimits {
  /** Bulk messages in a second, for this process. */
  perSecond: Record<Channel, number>;
  /** At least so long between two of them in one chat. */
  chatEveryMs: number;
}

/**
 * What providers take, less some room for talk and for what is urgent. Several processes each have this much: what is
 * too much then, the provider refuses for a while (429, 4xx), which loses nothing.
 * - Telegram: 30 messages a second over all chats, 1 a second in one (https://core.telegram.org/bots/faq).
 * - Twilio: 10 a second from a long number or a sender's name, outside the United States and Canada, and 1 call a second
 *   (https://help.twilio.com/articles/115002943027). A United States long number: 1; what is above that waits at Twilio.
 * - Mail: servers differ; Amazon's, as an example, begins at 14 (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 */
export const providersPace: PaceLimits = {
  perSecond: { text: 10, chat: 25, email: 10, call: 1 },
  chatEveryMs: 1_000,
};

/** So much of a second's worth may go at once: what comes within any one second stays below 1.2 times the limit. */
const AT_ONCE_SHARE = 0.2;

const LONGEST_SILENCE_REST_MS = 60_000;

interface Bucket {
  /** Messages that may go now; a part of one is time that has passed. */
  level: number;
  filledMs: number;
  restsUntilMs: number;
  /** How often in a row nothing was heard. */
  silences: number;
}

/** A bucket for each channel that fills as time passes. Time is told, never asked or waited for. */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #buckets: Record<Channel, Bucket>;
  /** When chats had their last bulk message, for as long as that matters. */
  readonly #chats = new Map<string, number>();

  constructor(limits: PaceLimits) {
    this.#limits = limits;
    const full = (channel: Channel) => ({ level: this.#atOnce(channel), filledMs: 0, restsUntilMs: 0, silences: 0 });
    this.#buckets = Object.fromEntries(channels.map((one) => [one, full(one)])) as Record<Channel, Bucket>;
  }

  /** How many may go now, at most `most`; they count as gone. */
  take(channel: Channel, most: number, at: Date): number {
    const bucket = this.#filled(channel, at);
    if (at.getTime() < bucket.restsUntilMs) return 0;
    const taken = Math.min(most, Math.floor(bucket.level));
    bucket.level -= taken;
    return taken;
  }

  /** So many of those that were taken did not go. */
  giveBack(channel: Channel, count: number): void {
    const bucket = this.#buckets[channel];
    bucket.level = Math.min(this.#atOnce(channel), bucket.level + count);
  }

  /** The provider wants to be left alone. */
  rest(channel: Channel, forMs: number, at: Date): void {
    const bucket = this.#buckets[channel];
    bucket.restsUntilMs = Math.max(bucket.restsUntilMs, at.getTime() + forMs);
  }

  /** A provider that does not answer is not sent more of what it may lose: for 2 seconds, then longer each time. */
  noteSilence(channel: Channel, at: Date): void {
    const bucket = this.#buckets[channel];
    // Those that were under way together are one silence.
    if (at.getTime() < bucket.restsUntilMs) return;
    bucket.silences += 1;
    this.rest(channel, Math.min(1_000 * 2 ** bucket.silences, LONGEST_SILENCE_REST_MS), at);
  }

  noteAnswer(channel: Channel): void {
    this.#buckets[channel].silences = 0;
  }

  /** How long until some may go: half of what goes at once, so that not each is claimed by itself. */
  waitMs(channel: Channel, at: Date): number {
    const { level, restsUntilMs } = this.#filled(channel, at);
    const restMs = Math.max(0, restsUntilMs - at.getTime());
    const wanted = Math.max(1, this.#atOnce(channel) / 2);
    return Math.max(restMs, Math.ceil((Math.max(0, wanted - level) * 1_000) / this.#limits.perSecond[channel]));
  }

  /** When this chat may have its next one, in ms; 0: now, and then it counts as had. */
  chatWaitMs(recipient: string, at: Date): number {
    const { chatEveryMs } = this.#limits;
    const nowMs = at.getTime();
    for (const [chat, hadMs] of this.#chats) {
      // In the order in which they were set: the first that still matters ends it.
      if (nowMs - hadMs < chatEveryMs) break;
      this.#chats.delete(chat);
    }
    const hadMs = this.#chats.get(recipient);
    if (hadMs !== undefined) return hadMs + chatEveryMs - nowMs;
    if (chatEveryMs > 0) this.#chats.set(recipient, nowMs);
    return 0;
  }

  #atOnce(channel: Channel): number {
    return Math.max(1, this.#limits.perSecond[channel] * AT_ONCE_SHARE);
  }

  #filled(channel: Channel, at: Date): Bucket {
    const bucket = this.#buckets[channel];
    // A clock that was set back fills nothing.
    const passedMs = Math.max(0, at.getTime() - bucket.filledMs);
    bucket.level = Math.min(this.#atOnce(channel), bucket.level + (passedMs * this.#limits.perSecond[channel]) / 1_000);
    bucket.filledMs = at.getTime();
    return bucket;
  }
}
