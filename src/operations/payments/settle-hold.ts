import { type Heard, type HoldStep, settleHold } from '../../core/payments/hold.ts';
import { type Deps, type HoldRequest, Unanswered } from '../ports.ts';
import { completePurchase } from '../purchases/complete-purchase.ts';
import { toHold } from '../purchases/hold-row.ts';
import { heldIsOpen, holdIsReleased, holdRests, refundOrphan, releaseIsAsked, tryHoldLater } from './hold-changes.ts';
import { findHoldFacts, type HoldFacts } from './hold-facts.ts';

/** A hold needs few turns of asking and writing to come to rest; more would be a loop. */
const mostSteps = 8;

/** What is asked first: for the hold itself, for its capture, or only what became of it. */
export type FirstQuestion = 'hold' | 'capture' | 'what-became';

/** Asks the card company and writes what it says, until nothing is left to do or no answer comes. Never rejects. */
export async function settle(deps: Deps, holdId: string, first: FirstQuestion): Promise<void> {
  try {
    let facts = await findHoldFacts(deps.store, holdId);
    let heard = await ask(deps, facts, first);
    for (let steps = 0; steps < mostSteps; steps++) {
      facts = await findHoldFacts(deps.store, holdId);
      const step = settleHold(toHold(facts), heard, deps.now(), deps.limits.giveUpMs);
      const next = await take(deps, facts, heard, step);
      if (!next) return;
      heard = next;
    }
    throw new Error('a hold does not come to rest');
  } catch (error) {
    if (!(error instanceof Unanswered)) deps.log.error({ holdId, error }, 'a hold could not be settled');
    await tryLater(deps, holdId);
  }
}

/** Where not even that can be written, the lease that was taken before runs out, and the hold is due again. */
const tryLater = (deps: Deps, holdId: string): Promise<void> =>
  tryHoldLater(deps, holdId).catch((error: unknown) => {
    deps.log.error({ holdId, error }, 'that a hold is to be settled later could not be written');
  });

const request = (facts: HoldFacts): HoldRequest => ({
  holdId: facts.id,
  customer: facts.member.cardCustomer,
  method: facts.member.cardMethod,
  amount: toHold(facts).amount,
  description: `Giftline ${facts.shop.code}`,
});

async function ask(deps: Deps, facts: HoldFacts, question: FirstQuestion): Promise<Heard> {
  if (question === 'hold') return answered(deps, deps.cards.hold(request(facts)));
  if (question === 'capture' && facts.gatewayId) {
    return deps.cards.capture({ holdId: facts.id, gatewayId: facts.gatewayId, tries: facts.tries });
  }
  return deps.cards.find({ holdId: facts.id, gatewayId: facts.gatewayId, customer: facts.member.cardCustomer });
}

async function answered(deps: Deps, answer: Promise<Heard>): Promise<Heard> {
  const heard = await answer;
  deps.failpoint('hold.answered');
  return heard;
}

/** One step. Gives what the card company said next, or null when there is nothing more to ask. */
async function take(deps: Deps, facts: HoldFacts, heard: Heard, step: HoldStep): Promise<Heard | null> {
  const gatewayId = 'gatewayId' in heard ? heard.gatewayId : facts.gatewayId;
  switch (step.kind) {
    case 'rest':
      await holdRests(deps, facts);
      return null;
    case 'open':
      await heldIsOpen(deps, facts, gatewayId);
      deps.failpoint('hold.opened');
      return null;
    case 'complete':
      deps.failpoint('purchase.captured');
      await completePurchase(deps, facts.id);
      return null;
    case 'release':
      await holdIsReleased(deps, facts, step.reason, gatewayId);
      return null;
    case 'refund-orphan':
      await refundOrphan(deps, facts, gatewayId);
      return null;
    case 'ask-hold':
      return answered(deps, deps.cards.hold(request(facts)));
    case 'ask-capture':
      return deps.cards.capture({ holdId: facts.id, gatewayId: known(gatewayId), tries: facts.tries });
    case 'ask-release':
      if (!(await releaseIsAsked(deps, facts, gatewayId))) return heard;
      return deps.cards.release({ holdId: facts.id, gatewayId: known(gatewayId), tries: facts.tries });
  }
}

function known(gatewayId: string | null): string {
  if (!gatewayId) throw new Error('a hold that the card company knows has its id');
  return gatewayId;
}
