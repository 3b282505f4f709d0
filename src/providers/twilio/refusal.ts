import { Unanswered } from '../../operations/ports.ts';
import type { SendOutcome } from '../../outbox/message-sender.ts';
import { TooManyRequests } from './too-many-requests.ts';

const optedOut = 21_610;
const noConnectionMs = 5_000;

/** What a request that failed means for what was to be sent. Throws `Unanswered` where nobody knows. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof TooManyRequests) return { kind: 'later', afterMs: error.afterMs };
  const { status, code } = answerIn(error);
  if (code === 'ECONNREFUSED') return { kind: 'later', afterMs: noConnectionMs };
  if (status === null || status >= 500) throw new Unanswered('the phone network did not answer', { cause: error });
  return { kind: 'refused', reason: String(code ?? status), optedOut: code === optedOut };
}

/** Twilio's exception by its fields (`status`, `code`); a connection's by its `code`. */
export function answerIn(error: unknown): { status: number | null; code: unknown } {
  const fields = error as { status?: unknown; code?: unknown };
  return { status: typeof fields.status === 'number' ? fields.status : null, code: fields.code };
}
