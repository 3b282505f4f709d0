/**
 * What a button of the bot carries: who presses it is known by the messenger, never by what stands here, and what may be
 * done is decided when it is pressed. At most 64 bytes, as Telegram has it; an id of ours takes 36.
 */
export type Press = { action: string; id: string | null };

const shape = /^([a-z][a-z-]{0,23})(?::([A-Za-z0-9._-]{1,38}))?$/;

export function toButtonData(action: string, id: string | null = null): string {
  const data = id === null ? action : `${action}:${id}`;
  if (!shape.test(data)) throw new Error(`no button can carry ${data}`);
  return data;
}

/** Null for what no button of ours carries. */
export function parseButtonData(data: string): Press | null {
  const [, action, id] = shape.exec(data) ?? [];
  return action === undefined ? null : { action, id: id ?? null };
}
