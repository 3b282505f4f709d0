import { ask } from './ask.ts';
import type { LiveCall } from './live.ts';

const waitingLimit = 64;

/**
 * Sends keys in the order in which they were pressed, one request at a time. What is pressed while the line is busy
 * waits, as a telephone exchange would keep it; at the end of the call it is thrown away.
 */
export class KeySender {
  #call: LiveCall | null = null;
  #waiting = '';
  #sending = false;

  /** The newest state of the call on this phone. */
  follow(call: LiveCall | null): void {
    if (call?.sid !== this.#call?.sid || call?.state === 'completed') this.#waiting = '';
    this.#call = call;
    void this.#send();
  }

  press(keys: string): void {
    if (this.#call === null || this.#call.state === 'completed') return;
    this.#waiting = (this.#waiting + keys).slice(0, waitingLimit);
    void this.#send();
  }

  async #send(): Promise<void> {
    const call = this.#call;
    if (this.#sending || this.#waiting === '' || call?.waitingFor?.kind !== 'keys') return;
    const keys = this.#waiting;
    this.#waiting = '';
    this.#sending = true;
    const { status } = await ask('POST', `/desk/calls/${call.sid}/keys`, { keys, typeAhead: true });
    this.#sending = false;
    // The line had stopped listening just then; the next state of the call sends them again.
    if (status === 409 && this.#call?.sid === call.sid) this.#waiting = keys + this.#waiting;
    else void this.#send();
  }
}
