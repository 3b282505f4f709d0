import { fetchLimited } from '../../world/fetch-limited.ts';
import { Newest } from '../../world/newest.ts';
import { reasonOf } from '../../world/reason.ts';
import type { World } from '../../world/world.ts';
import { tellApp } from '../ask-app.ts';
import { Call } from './call.ts';
import { callParams } from './call-params.ts';
import { RecordingShelf } from './recordings.ts';
import { runCall } from './run-call.ts';
import type { Switchboard } from './step.ts';

const callLimit = 10_000;
const liveLimit = 2_000;
const audioTimeoutMs = 5_000;
const audioLimitBytes = 16 * 1_024 * 1_024;

/** All calls. */
export class CallNetwork implements Switchboard {
  readonly world: World;
  readonly recordings: RecordingShelf;
  readonly #newest = new Newest<Call>(callLimit);

  constructor(world: World) {
    this.world = world;
    this.recordings = new RecordingShelf(world);
    world.closing.addEventListener('abort', () => {
      for (const call of this.#newest.all()) call.end('app', 'canceled');
    });
  }

  get full(): boolean {
    return this.#newest.all().filter((call) => !call.over).length >= liveLimit;
  }

  add(call: Call): Call {
    return this.#newest.add(call);
  }

  find(sid: string): Call | undefined {
    return this.#newest.all().find((call) => call.sid === sid);
  }

  newestFirst(): Call[] {
    return this.#newest.newestFirst();
  }

  /** A phone dials one of our numbers; resolves when the call first waits, or is over. */
  async receive(facts: { from: string; to: string; clock: 'real' | 'stopped' }): Promise<Call> {
    const call = this.add(new Call(this.world, { ...facts, direction: 'inbound' }));
    call.status = 'ringing';
    const url = this.world.appUrl('/ivr/incoming');
    runCall(this, call, { url, method: 'POST', params: {} }).catch((error: unknown) => {
      this.world.complain(`call ${call.sid}: ${reasonOf(error)}`);
      call.end('error');
    });
    // Told at the hang-up, even while the app still works on the last turn: so does Twilio.
    void call.done.then(() => this.#tellEnd(call));
    await call.settled();
    return call;
  }

  #tellEnd(call: Call): Promise<number | null> | undefined {
    if (this.world.closing.aborted) return undefined;
    return tellApp(this.world, this.world.appUrl('/ivr/status'), {
      ...callParams(call),
      CallDuration: String(call.durationSeconds),
      Duration: String(Math.ceil(call.durationSeconds / 60)),
      Timestamp: this.world.now().toUTCString().replace('GMT', '+0000'),
      SequenceNumber: '0',
      CallbackSource: 'call-progress-events',
    });
  }

  /** Complains when audio that a call plays is not there. Our own recordings are known without asking. */
  async checkAudio(url: string): Promise<void> {
    const own = /\/Recordings\/(RE[0-9a-f]{32})(\.\w+)?$/.exec(new URL(url).pathname)?.[1];
    if (own !== undefined && this.recordings.find(own)) return;
    const limits = { timeoutMs: audioTimeoutMs, limitBytes: audioLimitBytes, stop: this.world.closing };
    try {
      const { status } = await this.world.activity.during(() => fetchLimited(url, {}, limits));
      if (status !== 200) this.world.complain(`11200 audio ${url}: HTTP ${status}`);
    } catch (error) {
      this.world.complain(`11200 audio ${url}: ${reasonOf(error)}`);
    }
  }
}
