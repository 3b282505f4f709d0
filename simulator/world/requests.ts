import { Newest } from './newest.ts';

/** Whom the app asks. */
export const parties = ['twilio', 'stripe', 'telegram', 'smtp'] as const;
export type Party = (typeof parties)[number];

export interface RecordedRequest {
  at: string;
  party: Party;
  /** Of HTTP; for mail the SMTP command that was answered: DATA, or RCPT where a fault refused the recipient. */
  method: string;
  /** For mail the recipients. */
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
