import { Unanswered } from '../../operations/ports.ts';
import type { SendOutcome } from '../../outbox/message-sender.ts';

const noConnectionMs = 30_000;
/** What greylisting servers want to see before they take the mail of somebody new (RFC 6647, 5). */
const notNowMs = 5 * 60_000;

/**
 * What a mail that failed to go means. Throws `Unanswered` where nobody knows. nodemailer's errors carry the server's
 * answer as `responseCode`, and in `code` where it happened.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const { code, originalCode, responseCode } = error as MailError;
  // Our own account is wrong there, or its server: no fault of the reader's.
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') {
    return { kind: 'later', afterMs: notNowMs, reason: `smtp ${code} ${responseCode ?? ''}`.trim() };
  }
  if (originalCode === 'ECONNREFUSED' || code === 'EDNS') return { kind: 'later', afterMs: noConnectionMs };
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) {
    return { kind: 'later', afterMs: notNowMs, reason: `smtp ${responseCode}` };
  }
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'refused', reason: `smtp ${responseCode}` };
  // Not an address that a mail can be sent to: found before anybody was asked.
  if (code === 'EENVELOPE') return { kind: 'refused', reason: 'no such address' };
  throw new Unanswered('the mail server did not answer', { cause: error });
}

interface MailError {
  code?: unknown;
  originalCode?: unknown;
  responseCode?: number;
}
