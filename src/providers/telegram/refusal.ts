import { Unanswered } from '../../operations/ports.ts';
import type { SendOutcome } from '../../outbox/message-sender.ts';

const noConnectionMs = 5_000;
/** Telegram says how long; this is for when it does not. */
const busyMs = 5_000;
/** The token is wrong or was taken back: the operator has to look, and nobody's news is lost meanwhile. */
const notLetInMs = 60_000;

/** The connection was never made. */
const neverHeard = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** 400 for a person who is not there; https://core.telegram.org/api/errors lists the words. */
const nobodyThere = /chat not found|user is deactivated|PEER_ID_INVALID|user not found/i;

/**
 * What a request that failed means for what was to be sent. Throws `Unanswered` where nobody knows. The client's own
 * error has Telegram's answer (https://core.telegram.org/bots/api#making-requests); others are the connection's.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const { response, code } = error as { response?: TelegramAnswer; code?: unknown };
  const status = response?.error_code;
  if (status === undefined) {
    if (neverHeard.includes(String(code))) return { kind: 'later', afterMs: noConnectionMs };
    throw new Unanswered('the messenger did not answer', { cause: error });
  }
  const { description = '', parameters } = response ?? {};
  if (status === 429) return { kind: 'later', afterMs: (parameters?.retry_after ?? busyMs / 1_000) * 1_000 };
  if (status === 401 || status === 404) return { kind: 'later', afterMs: notLetInMs, reason: `telegram ${status}` };
  if (status >= 500) throw new Unanswered('the messenger could not say', { cause: error });
  if (status === 403 || nobodyThere.test(description)) return { kind: 'refused', reason: 'blocked', gone: true };
  return { kind: 'refused', reason: `telegram ${status} ${description}`.slice(0, 200).trim() };
}

interface TelegramAnswer {
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
}
