import { Newest } from './newest.ts';

export interface RecordedRequest {
  at: string;
  party: 'twilio' | 'stripe';
  method: string;
  path: string;
  query: Record<string, unknown>;
  form: Record<string, unknown>;
  idempotencyKey: string | null;
  /** Status of the answer; null while there is none, or when it was lost. */
  status: number | null;
  fault: string | null;
}

const requestLimit = 10_000;

export class RequestBook {
  readonly #newest = new Newest<RecordedRequest>(requestLimit);

  add(request: RecordedRequest): RecordedRequest {
    return this.#newest.add(request);
  }

  list(party?: string): RecordedRequest[] {
    return this.#newest.all().filter((one) => party === undefined || one.party === party);
  }
}
