import { Newest } from './newest.ts';

/** One webhook that left for the app. What it said is not kept: it may hold a PIN. */
export interface Delivery {
  at: string;
  /** Path, and the step of a call where the address names one. */
  to: string;
  event: string;
  /** Status of the answer; null while there is none, or when none came. */
  status: number | null;
  tookMs: number | null;
}

const deliveryLimit = 1_000;

export class DeliveryBook {
  readonly #newest = new Newest<Delivery>(deliveryLimit);

  /** Posts, and keeps when it left, what the answer was and how long it took. Throws as `post` does. */
  async during<T extends { status: number }>(
    left: { at: Date; url: string; event: string },
    post: () => Promise<T>,
  ): Promise<T> {
    const { pathname, searchParams } = new URL(left.url);
    const step = searchParams.get('step');
    const delivery = this.#newest.add({
      at: left.at.toISOString(),
      to: step === null ? pathname : `${pathname} · ${step}`,
      event: left.event,
      status: null,
      tookMs: null as number | null,
    });
    const startedMs = performance.now();
    try {
      const answer = await post();
      delivery.status = answer.status;
      return answer;
    } finally {
      delivery.tookMs = Math.round(performance.now() - startedMs);
    }
  }

  /** Oldest first. */
  all(): readonly Delivery[] {
    return this.#newest.all();
  }
}
