import { money } from '../core/money.ts';
import type { HoldOutcome, RecipientOutcome } from '../operations/purchases/purchase-operations.ts';
import { answered, type CallActions, type CallContext } from './call-context.ts';
import { type CallMemory, known, nextPurchase, type RecipientKnown } from './call-memory.ts';
import { lastKey } from './last-bought.ts';

type Buying = 'hold' | 'nameRecipient' | 'chooseGreeting' | 'keepGreeting' | 'decide' | 'capture' | 'another';

/** The hold, the recipient, the confirmation (GC-04 to GC-08). */
export function buying(call: CallContext): Pick<CallActions, Buying> {
  return {
    async hold(memory) {
      const outcome = await call.operations.holdPayment(holdAsk(call, memory));
      const hold = 'holdId' in outcome ? outcome.holdId : null;
      return { memory: { ...memory, hold }, outcome: toOutcome(outcome) };
    },
    async nameRecipient(memory, turn, answer) {
      const typed = answered(answer) === lastKey ? memory.last?.recipient : answered(answer);
      if (typed === undefined) return { memory, outcome: { kind: 'wrong-length' } };
      const outcome = await call.operations.nameRecipient({
        typed,
        shopId: known(memory.shop, 'shop').id,
        memberId: known(memory.member, 'member').id,
        caller: call.caller,
        attempt: `${call.sid}:${turn}`,
      });
      if (outcome.kind === 'not-mobile') return { memory, outcome: { kind: 'not-mobile' } };
      return { memory: { ...memory, recipient: toKnown(outcome) }, outcome: { kind: 'recognised' } };
    },
    async chooseGreeting(memory, _turn, answer) {
      if (answered(answer) === 'record') return { memory, outcome: { kind: 'record' } };
      return { memory: { ...memory, greeting: null }, outcome: { kind: 'none' } };
    },
    async keepGreeting(memory, _turn, answer) {
      const greeting = answer?.kind === 'recording' ? answer.id : null;
      return { memory: { ...memory, greeting }, outcome: { kind: 'kept' } };
    },
    async decide(memory, _turn, answer) {
      if (answered(answer) === 'buy') return { memory, outcome: { kind: 'buy' } };
      await call.operations.releaseHold(known(memory.hold, 'hold'));
      return { memory: { ...memory, hold: null }, outcome: { kind: 'cancelled' } };
    },
    async capture(memory) {
      const recipient = known(memory.recipient, 'recipient');
      const outcome = await call.operations.confirmPurchase({
        holdId: known(memory.hold, 'hold'),
        channel: 'phone',
        caller: call.caller,
        recipientPhone: recipient.phone,
        recipientName: recipient.shown,
        greeting: memory.greeting,
      });
      if (outcome.kind === 'bought') return { memory: { ...memory, hold: null, bought: memory.bought + 1 }, outcome };
      return { memory, outcome };
    },
    async another(memory) {
      return { memory: nextPurchase(memory), outcome: { kind: 'started' } };
    },
  };
}

function holdAsk(call: CallContext, memory: CallMemory) {
  const shop = known(memory.shop, 'shop');
  return {
    key: `${memory.begunIn ?? call.sid}:${memory.purchase}:${memory.attempt}`,
    memberId: known(memory.member, 'member').id,
    shopId: shop.id,
    amount: money(BigInt(known(memory.amount, 'amount')), shop.currency),
    caller: call.caller,
  };
}

function toOutcome(outcome: HoldOutcome) {
  if (outcome.kind === 'held' || outcome.kind === 'waiting') return { kind: outcome.kind };
  const nothingLeft = outcome.kind === 'daily-limit' && outcome.left.minor <= 0n;
  return nothingLeft ? { kind: 'daily-limit-reached' as const } : outcome;
}

function toKnown(outcome: Exclude<RecipientOutcome, { kind: 'not-mobile' }>): RecipientKnown {
  const { phone } = outcome;
  if (outcome.kind === 'unnamed') return { phone, name: null, shown: null };
  return { phone, name: outcome.full ? { kind: 'full' } : outcome.name, shown: outcome.shown };
}
