import type { Certificate } from './certificate.ts';

export type GiveBackRefusal = { kind: 'already-used' } | { kind: 'not-refundable'; state: Certificate['state'] };

/** GC-16: what nobody has used is taken back whole, before it is accepted and after. */
export function giveBack(held: Certificate): { kind: 'given-back' } | GiveBackRefusal {
  if (held.state !== 'pending' && held.state !== 'active') return { kind: 'not-refundable', state: held.state };
  if (held.balance.minor !== held.issued.minor) return { kind: 'already-used' };
  return { kind: 'given-back' };
}
