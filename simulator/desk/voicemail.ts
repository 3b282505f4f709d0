import type { CallNetwork } from '../phone-network/calls/call-network.ts';

/** Long enough to see that the phone rings before the machine takes the call. */
const takesAfterMs = 1_500;
const lookEveryMs = 250;

/** A switch: every call that the app makes is answered by a machine. */
export class Voicemail {
  readonly #calls: CallNetwork;
  readonly #ringsSinceMs = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(calls: CallNetwork, closing: AbortSignal) {
    this.#calls = calls;
    closing.addEventListener('abort', () => this.switch(false));
  }

  get on(): boolean {
    return this.#timer !== null;
  }

  switch(on: boolean): void {
    if (on === this.on) return;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = on ? setInterval(() => this.#answer(), lookEveryMs).unref() : null;
    this.#ringsSinceMs.clear();
  }

  #answer(): void {
    const now = performance.now();
    const ringing = this.#calls.newestFirst().filter((call) => call.rings && call.facts.direction !== 'inbound');
    for (const sid of this.#ringsSinceMs.keys()) {
      if (!ringing.some((call) => call.sid === sid)) this.#ringsSinceMs.delete(sid);
    }
    for (const call of ringing) {
      const since = this.#ringsSinceMs.get(call.sid) ?? now;
      this.#ringsSinceMs.set(call.sid, since);
      if (now - since >= takesAfterMs) call.endRing({ kind: 'answered', as: 'machine' });
    }
  }
}
