import { createHash } from 'node:crypto';
import { CardError } from './card-error.ts';

export interface StoredAnswer {
  status: number;
  body: object;
}

interface Entry extends StoredAnswer {
  fingerprint: string;
  /** The first answer has not left yet. */
  busy: boolean;
}

const keyLimit = 20_000;

/** Answers by Idempotency-Key. Source: Stripe, "Idempotent requests". */
export class IdempotencyBook {
  readonly #entries = new Map<string, Entry>();

  fingerprint(method: string, path: string, body: unknown): string {
    const fields = Object.entries((body ?? {}) as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash('sha256')
      .update(JSON.stringify([method, path, fields]))
      .digest('hex');
  }

  /** The answer that was given for this key, or null when it is new. Refused: another body, or still under way (409). */
  replay(key: string, fingerprint: string): StoredAnswer | null {
    if (key.length > 255) throw CardError.invalid('Idempotency keys may have 255 characters', undefined, undefined);
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (entry.fingerprint !== fingerprint) {
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
        `Try using a key other than '${key}' if you meant to execute a different request.`;
      throw new CardError(400, { type: 'idempotency_error', message });
    }
    if (entry.busy) {
      const message = `There is currently another in-progress request using this Idempotent Key: ${key}`;
      throw new CardError(409, { type: 'invalid_request_error', code: 'idempotency_key_in_use', message });
    }
    return { status: entry.status, body: entry.body };
  }

  /** Keeps an answer; with `busy`, whoever repeats the request is refused until the answer given back is called. */
  keep(key: string, fingerprint: string, answer: StoredAnswer, busy: boolean): () => void {
    const entry: Entry = { ...answer, fingerprint, busy };
    this.#entries.set(key, entry);
    const oldest = this.#entries.size > keyLimit ? this.#entries.keys().next().value : undefined;
    if (oldest !== undefined) this.#entries.delete(oldest);
    return () => {
      entry.busy = false;
    };
  }
}
