/** As telegraf throws what Telegram refused. */
interface Refusal {
  response: { error_code: number; description: string };
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && typeof (error as Partial<Refusal>).response?.error_code === 'number';

const says = (code: number, words: RegExp) => (error: unknown) =>
  isRefusal(error) && error.response.error_code === code && words.test(error.response.description);

/** Nothing can be sent to this user: blocked, deleted, never met. */
export const isBlocked = (error: unknown): boolean =>
  says(403, /./)(error) || says(400, /chat not found|user not found/)(error);

/** The same would be refused again. */
export const isRefusedForGood = says(400, /./);

export const isUnchanged = says(400, /message is not modified/);

/** Edited or deleted by now, or too old for either. */
export const isGone = says(
  400,
  /message to (edit|delete) not found|message can't be (edited|deleted)|MESSAGE_ID_INVALID/,
);

export const isTooOld = says(400, /query is too old|query ID is invalid|QUERY_ID_INVALID/);

/** The messenger, or the way to it, is in trouble, or we send too fast: it may be better later. */
export function isPassing(error: unknown): boolean {
  if (isRefusal(error)) return error.response.error_code === 429 || error.response.error_code >= 500;
  const { name, code } = error as { name?: string; code?: unknown };
  return name === 'FetchError' || name === 'AbortError' || name === 'TimeoutError' || typeof code === 'string';
}
