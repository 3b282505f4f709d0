/** Twilio writes times as RFC 2822 in UTC: `Thu, 24 Aug 2023 05:01:45 +0000`. */
export const toRfc2822 = (at: Date): string => at.toUTCString().replace('GMT', '+0000');

/** A day (`2026-01-31`) or a time (`2026-01-31T09:00:00Z`) as a range of seconds since 1970, or null when it is neither. */
function readRange(text: string): { from: number; to: number } | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = Date.parse(day ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(ms)) return null;
  const from = Math.floor(ms / 1_000);
  return { from, to: day ? from + 86_399 : from };
}

/** Twilio's three filters for a time: `Name` (that day or second), `Name>` (from), `Name<` (until), ends included. */
export function withinFilters(at: Date, name: string, query: Record<string, unknown>): boolean {
  const second = Math.floor(at.getTime() / 1_000);
  const range = (key: string) => (typeof query[key] === 'string' ? readRange(query[key]) : null);
  const exact = range(name);
  const after = range(`${name}>`);
  const before = range(`${name}<`);
  if (exact && (second < exact.from || second > exact.to)) return false;
  if (after && second < after.from) return false;
  return !(before && second > before.to);
}
