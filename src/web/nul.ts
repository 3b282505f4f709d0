/** The character U+0000, which PostgreSQL keeps in no text: nobody types it, and no address of ours has it. */
const nul = '\0';

/** What was typed into a form, as a database can keep it. */
export const withoutNul = (text: string): string => text.replaceAll(nul, '');

/** Whether it stands anywhere in what a request's JSON says. */
export function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(nul);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul);
}

/** In which part of an address it stands, plain or as %00; null: in none. */
export function partWithNul(url: string): 'path' | 'query' | null {
  const [path = '', ...query] = url.split('?');
  const isIn = (part: string) => part.includes(nul) || part.includes('%00');
  if (isIn(path)) return 'path';
  return isIn(query.join('?')) ? 'query' : null;
}
