import { type Gift, isOpen } from './gift.ts';

/** What a recipient's text was read as. `gift` is the number in front, if one was given. */
export type Answer =
  | { kind: 'pin'; pin: string; gift: number | null }
  | { kind: 'refuse'; gift: number | null }
  | { kind: 'help' }
  /** `digits`: some are there, and they are no answer. `gift`: the number that stands in front of them. */
  | { kind: 'unclear'; digits: boolean; gift: number | null };

export type Decision<G extends Gift> =
  | { kind: 'accept'; gift: G; pin: string }
  | { kind: 'refuse'; gift: G }
  | { kind: 'which-gift'; open: G[] }
  | { kind: 'no-such-gift'; open: G[] }
  | { kind: 'closed-gift'; gift: G }
  | { kind: 'nothing-open' }
  | { kind: 'help'; open: G[] }
  | { kind: 'unclear'; open: G[]; digits: boolean };

/** A PIN that comes so soon after an acceptance is the same one again, and no answer to something else. */
const sentAgainMs = 3_600_000;

/** GC-10: an answer changes something only when it can mean one gift and no other. */
export function decideAnswer<G extends Gift>(answer: Answer, gifts: readonly G[], at: Date): Decision<G> {
  const open = gifts.filter((gift) => isOpen(gift, at));
  if (answer.kind === 'help') return { kind: 'help', open };
  if (answer.kind === 'unclear') return { kind: 'unclear', open: namedFirst(open, answer.gift), digits: answer.digits };
  const gift = pick(answer.gift, gifts, open, at);
  if ('kind' in gift) {
    const accepted = gift.kind === 'nothing-open' && answer.kind === 'pin' ? acceptedJustNow(gifts, at) : null;
    return accepted ? { kind: 'closed-gift', gift: accepted } : gift;
  }
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

/** What a reply gives as an example is the first. */
const namedFirst = <G extends Gift>(open: G[], number: number | null): G[] =>
  open.toSorted((one, other) => Number(other.number === number) - Number(one.number === number));

function acceptedJustNow<G extends Gift>(gifts: readonly G[], at: Date): G | null {
  const decidedAt = (gift: G): number => gift.decidedAt?.getTime() ?? 0;
  const last = gifts.toSorted((one, other) => decidedAt(other) - decidedAt(one))[0];
  return last?.state === 'accepted' && at.getTime() - decidedAt(last) < sentAgainMs ? last : null;
}
