const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const short = /^[\w-]{22}$/;

/** An id of ours as a button carries it beside something else: 22 characters for 36. */
export const shortId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** The id that a button carries, short or whole; null for what is none. */
export function longId(carried: string | null): string | null {
  if (carried === null || uuid.test(carried)) return carried;
  if (!short.test(carried)) return null;
  const hex = Buffer.from(carried, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What stands beside an id: `<id>.<rest>`. */
export function idAndRest(carried: string | null): { id: string; rest: string } | null {
  const dot = carried?.indexOf('.') ?? -1;
  if (carried === null || dot === -1) return null;
  const id = longId(carried.slice(0, dot));
  return id === null ? null : { id, rest: carried.slice(dot + 1) };
}
