import { openSignal } from '../world/faults.ts';
import { pauseMs } from '../world/pause.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import type { ApiUpdate, UpdateContent } from './api-objects.ts';
import { BotRefusal } from './bot-refusal.ts';
import { kindOf, type Posted, postUpdate } from './post-update.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** What became of an update when somebody did something. */
export type Told =
  | { updateId: number; delivered: true; status: number }
  /** `waiting`: nobody has asked for it yet. `unanswered`: it will be tried again. */
  | { updateId: number; delivered: false; reason: 'waiting' | 'unanswered' | 'held' | 'not-wanted' };

interface Pending {
  update: ApiUpdate;
  chatId: number;
  at: Date;
  tell: (told: Told) => void;
}

/** Telegram tries again with growing pauses for a day; here as often, but within seconds: a test can wait for the end. */
const retryDelaysMs = [200, 400, 800, 1_600, 3_200];
/** core.telegram.org/bots/api#getting-updates: incoming updates are kept until the bot gets them, but not longer. */
const keptMs = 24 * 60 * 60 * 1_000;
const pendingLimit = 10_000;
const firstUpdateId = 100_000_001;

/** All kinds that are played here; a bot gets them unless it names others. */
const allKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'];

/**
 * What the bot has not got yet. With a webhook each chat is a lane: its updates are posted in order, the next one when
 * the one before was answered with 2xx; lanes run side by side, as many as the webhook allows.
 */
export class UpdateQueue {
  readonly #world: World;
  readonly #carryOut: (reply: Record<string, unknown>) => Promise<void>;
  readonly #pending = new Map<number, Pending>();
  readonly #lanes = new Map<number, Pending[]>();
  readonly #running = new Set<number>();
  readonly #arrivals = new Set<() => void>();
  #slotsTaken = 0;
  readonly #waitForSlot: (() => void)[] = [];
  #lastId = firstUpdateId - 1;
  #webhook: WebhookSettings | null = null;
  /** Aborted when a webhook is set: whoever has just started need not wait for the next attempt. */
  #hooked = openSignal();
  #wanted = allKinds;
  #lastError: { at: Date; message: string } | null = null;
  #poll: AbortController | null = null;

  constructor(world: World, carryOut: (reply: Record<string, unknown>) => Promise<void>) {
    this.#world = world;
    this.#carryOut = carryOut;
  }

  /** Resolves when the webhook has answered, or it is clear that it will not. */
  add(chatId: number, content: UpdateContent): Promise<Told> {
    this.#lastId += 1;
    const update: ApiUpdate = { update_id: this.#lastId, ...content };
    const updateId = update.update_id;
    if (!this.#wanted.includes(kindOf(update))) {
      return Promise.resolve({ updateId, delivered: false, reason: 'not-wanted' });
    }
    return new Promise((tell) => {
      const pending: Pending = { update, chatId, at: this.#world.now(), tell };
      this.#forgetOld();
      this.#pending.set(updateId, pending);
      const lane = this.#lanes.get(chatId);
      if (lane) lane.push(pending);
      else this.#lanes.set(chatId, [pending]);
      for (const arrived of this.#arrivals) arrived();
      if (this.#webhook) this.#start(chatId);
      else tell({ updateId, delivered: false, reason: 'waiting' });
    });
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  get webhook(): WebhookSettings | null {
    return this.#webhook;
  }

  get wanted(): readonly string[] {
    return this.#wanted;
  }

  get wantsAll(): boolean {
    return this.#wanted === allKinds;
  }

  get lastError(): { at: Date; message: string } | null {
    return this.#lastError;
  }

  /** Null: the kinds that were wanted stay; an empty list: all. */
  want(kinds: string[] | null): void {
    if (kinds !== null) this.#wanted = kinds.length === 0 ? allKinds : kinds;
  }

  setWebhook(webhook: WebhookSettings | null): void {
    this.#webhook = webhook;
    this.#lastError = null;
    this.#hooked.abort();
    this.#hooked = openSignal();
    this.#poll?.abort('Conflict: terminated by setWebhook request');
    if (webhook) for (const chatId of this.#lanes.keys()) this.#start(chatId);
  }

  dropPending(): void {
    for (const pending of this.#pending.values()) this.#done(pending);
  }

  #done(pending: Pending): void {
    this.#pending.delete(pending.update.update_id);
    const lane = this.#lanes.get(pending.chatId);
    const place = lane?.indexOf(pending) ?? -1;
    if (lane && place !== -1) lane.splice(place, 1);
    if (lane?.length === 0) this.#lanes.delete(pending.chatId);
    // Whoever was told already hears nothing new.
    pending.tell({ updateId: pending.update.update_id, delivered: false, reason: 'not-wanted' });
  }

  #forgetOld(): void {
    const oldestMs = this.#world.now().getTime() - keptMs;
    for (const pending of this.#pending.values()) {
      if (this.#pending.size < pendingLimit && pending.at.getTime() > oldestMs) break;
      this.#done(pending);
    }
  }

  #start(chatId: number): void {
    if (this.#running.has(chatId)) return;
    this.#running.add(chatId);
    const end = this.#world.activity.begin();
    void this.#runLane(chatId).finally(end);
  }

  /** Ends when the lane is empty, or its first update got no 2xx: then it waits for the next one, or for a new webhook. */
  async #runLane(chatId: number): Promise<void> {
    let stuck = false;
    for (let next = this.#lanes.get(chatId)?.[0]; next && !stuck; next = this.#lanes.get(chatId)?.[0]) {
      await this.#takeSlot();
      const told = await this.#deliver(next).finally(() => this.#giveSlot());
      next.tell(told);
      stuck = !told.delivered && (told.reason === 'unanswered' || told.reason === 'waiting');
      if (stuck && !told.delivered) this.#tellWaiting(chatId, told.reason);
      else this.#done(next);
    }
    // In the same breath as the look at the lane: what comes next starts it again.
    this.#running.delete(chatId);
  }

  #tellWaiting(chatId: number, reason: Extract<Told, { delivered: false }>['reason']): void {
    for (const { update, tell } of this.#lanes.get(chatId) ?? []) {
      tell({ updateId: update.update_id, delivered: false, reason });
    }
  }

  async #takeSlot(): Promise<void> {
    const most = this.#webhook?.maxConnections ?? 1;
    while (this.#slotsTaken >= most) await new Promise<void>((resolve) => this.#waitForSlot.push(resolve));
    this.#slotsTaken += 1;
  }

  #giveSlot(): void {
    this.#slotsTaken -= 1;
    this.#waitForSlot.shift()?.();
  }

  async #deliver({ update }: Pending): Promise<Told> {
    const updateId = update.update_id;
    for (let attempt = 0; ; attempt += 1) {
      const webhook = this.#webhook;
      if (webhook === null) return { updateId, delivered: false, reason: 'waiting' };
      const subject = `${new URL(webhook.url).pathname} ${kindOf(update)}`;
      const outcome = await this.#world.webhooks
        .send({ subject, post: () => this.#post(webhook, update) })
        .catch((error: unknown) => {
          this.#world.complain(`messenger: update ${updateId} not told: ${reasonOf(error)}`);
          return { kind: 'lost' } as const;
        });
      if (outcome.kind === 'held') return { updateId, delivered: false, reason: 'held' };
      const status = outcome.kind === 'answered' ? outcome.status : null;
      if (status !== null && status >= 200 && status < 300) return { updateId, delivered: true, status };
      const delayMs = retryDelaysMs[attempt];
      if (delayMs === undefined || this.#world.closing.aborted) {
        return { updateId, delivered: false, reason: 'unanswered' };
      }
      await pauseMs(delayMs, this.#hooked.signal, this.#world.closing);
    }
  }

  async #post(webhook: WebhookSettings, update: ApiUpdate): Promise<number | null> {
    const { status, error, reply }: Posted = await postUpdate(this.#world, webhook, update);
    if (error !== null) this.#lastError = { at: this.#world.now(), message: error };
    if (reply !== null) await this.#carryOut(reply);
    return status;
  }

  /** getUpdates: what is older than `offset` is confirmed and forgotten; a negative one counts from the end. */
  async ask(offset: number, limit: number, timeoutMs: number): Promise<ApiUpdate[]> {
    if (this.#webhook) {
      const description =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new BotRefusal(409, description);
    }
    this.#poll?.abort(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    const poll = new AbortController();
    this.#poll = poll;
    const from = offset < 0 ? ([...this.#pending.keys()].at(offset) ?? 0) : offset;
    for (const [id, pending] of this.#pending) if (id < from) this.#done(pending);
    if (this.#pending.size === 0 && timeoutMs > 0) await this.#arrival(timeoutMs, poll.signal);
    if (poll.signal.aborted) throw new BotRefusal(409, String(poll.signal.reason));
    this.#poll = null;
    return [...this.#pending.values()].slice(0, limit).map(({ update }) => update);
  }

  async #arrival(timeoutMs: number, stop: AbortSignal): Promise<void> {
    const arrived = new AbortController();
    const ring = () => arrived.abort();
    this.#arrivals.add(ring);
    await pauseMs(timeoutMs, arrived.signal, stop, this.#world.closing);
    this.#arrivals.delete(ring);
  }
}
