import { type Gift, isOpen } from './gift.ts';

/** What a recipient's text was read as. `gift` is the number in front, if one was given. */
export type Answer =
  | { kind: 'pin'; pin: string; gift: number | null }
  | { kind: 'refuse'; gift: number | null }
  | { kind: 'help' }
  | { kind: 'unclear'; digits: boolean };

export type Decision<G extends Gift> =
  | { kind: 'accept'; gift: G; pin: string }
  | { kind: 'refuse'; gift: G }
  | { kind: 'which-gift'; open: G[] }
  | { kind: 'no-such-gift'; open: G[] }
  | { kind: 'closed-gift'; gift: G }
  | { kind: 'nothing-open' }
  | { kind: 'help'; open: G[] }
  | { kind: 'unclear'; open: G[]; digits: boolean };

/** GC-10: an answer changes something only when it can mean one gift and no other. */
export function decideAnswer<G extends Gift>(answer: Answer, gifts: readonly G[], at: Date): Decision<G> {
  const open = gifts.filter((gift) => isOpen(gift, at));
  if (answer.kind === 'help') return { kind: 'help', open };
  if (answer.kind === 'unclear') return { kind: 'unclear', open, digits: answer.digits };
  const gift = pick(answer.gift, gifts, open, at);
  if ('kind' in gift) return gift;
  return answer.kind === 'pin' ? { kind: 'accept', gift, pin: answer.pin } : { kind: 'refuse', gift };
}

function pick<G extends Gift>(
  number: number | null,
  gifts: readonly G[],
  open: G[],
  at: Date,
): G | (Decision<G> & { kind: string }) {
  if (number !== null) {
    const named = gifts.find((gift) => gift.number === number);
    if (!named) return open.length > 0 ? { kind: 'no-such-gift', open } : { kind: 'nothing-open' };
    return isOpen(named, at) ? named : { kind: 'closed-gift', gift: named };
  }
  const [only, ...others] = open;
  if (!only) return { kind: 'nothing-open' };
  return others.length === 0 ? only : { kind: 'which-gift', open };
}
