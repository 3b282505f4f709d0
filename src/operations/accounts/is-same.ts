import { timingSafeEqual } from 'node:crypto';

/** Of secrets, in the same time whether the first letter differs or the last. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
