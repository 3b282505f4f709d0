import type { MemberFacts, WrongPin } from '../operations/members/member-operations.ts';
import { anonymous, answered, type CallActions, type CallContext } from './call-context.ts';
import { type CallMemory, known, type MemberKnown, newMemory } from './call-memory.ts';
import { toLastBought } from './last-bought.ts';

/** Who calls: the language, the member, the PIN (GC-02). */
export function signingIn(
  call: CallContext,
): Pick<CallActions, 'startAnew' | 'chooseLanguage' | 'claimMember' | 'signIn' | 'takeUp'> {
  return {
    async startAnew(memory) {
      // The broken purchase stays on offer: who pressed too soon, or is somebody else, has given nothing up.
      return { memory: memory.broken ? newMemory(memory) : memory, outcome: { kind: 'ready' } };
    },
    async chooseLanguage(memory, _turn, answer) {
      const language = languageOf(answered(answer), memory.language);
      return { memory: { ...memory, language, chosen: language }, outcome: { kind: 'chosen' } };
    },
    async claimMember(memory, _turn, answer) {
      const typed = answered(answer);
      if (typed !== '0') return { memory: { ...memory, claim: typed }, outcome: { kind: 'claimed' } };
      if (call.caller === anonymous) return { memory, outcome: { kind: 'no-caller-number' } };
      return { memory: { ...memory, claim: 'own' }, outcome: { kind: 'claimed' } };
    },
    async signIn(memory, turn, answer) {
      const claim = known(memory.claim, 'member number');
      const member = claim === 'own' ? { phone: call.caller } : { number: claim };
      const outcome = await ask(call, member, turn, answered(answer));
      if (outcome.kind !== 'signed-in') return { memory, outcome: refusal(outcome, call.now()) };
      const { member: found } = outcome;
      await keepLanguage(call, found.id, memory);
      const last = toLastBought(await call.operations.lastPurchase(found.id));
      return { memory: { ...memory, member: toKnown(found), last }, outcome: { kind: 'signed-in' } };
    },
    async takeUp(memory, turn, answer) {
      const broken = known(memory.broken, 'broken call');
      const outcome = await ask(call, { id: broken.memberId }, turn, answered(answer));
      if (outcome.kind !== 'signed-in') return { memory, outcome: refusal(outcome, call.now()) };
      return takeUp(call, { ...memory, member: toKnown(outcome.member), broken: null }, broken);
    },
  };
}

/** The menu has just said what 8 is for: pressed once more it still leads to the other language. */
function languageOf(chosen: string, now: CallMemory['language']): CallMemory['language'] {
  if (chosen === 'other') return now === 'ko' ? 'en' : 'ko';
  return chosen === 'en' ? 'en' : 'ko';
}

const ask = (
  call: CallContext,
  member: { number: string } | { phone: string } | { id: string },
  turn: number,
  pin: string,
) => call.operations.signIn({ member, caller: call.caller, pin, attempt: `${call.sid}:${turn}` });

async function keepLanguage({ operations, caller }: CallContext, memberId: string, { chosen }: CallMemory) {
  if (chosen !== null) await operations.rememberLanguage({ memberId, caller, language: chosen });
}

const toKnown = ({ id, name, card }: MemberFacts): MemberKnown => ({
  id,
  name,
  card: { brand: card.brand, last4: card.last4 },
});

const minuteMs = 60_000;

function refusal(wrong: WrongPin, at: Date) {
  if (wrong.kind === 'wrong-pin') return { kind: 'wrong-pin' as const };
  const minutes = Math.max(1, Math.ceil((wrong.until.getTime() - at.getTime()) / minuteMs));
  return { kind: 'closed' as const, minutes };
}

type Broken = { sid: string; step: string };

/** First whether it was paid, then on from where the line broke. */
async function takeUp(call: CallContext, memory: CallMemory, broken: Broken) {
  const state = await call.operations.purchaseState(known(memory.hold, 'hold'));
  await call.operations.takeUpCall(broken.sid, call.sid);
  switch (state.kind) {
    case 'bought':
      return { memory: { ...memory, hold: null, bought: memory.bought + 1 }, outcome: { kind: 'was-bought' as const } };
    case 'gone':
      return { memory, outcome: { kind: 'was-gone' as const } };
    case 'waiting':
      return {
        memory,
        outcome:
          broken.step === 'hold'
            ? { kind: 'at-hold' as const, shop: known(memory.shop, 'shop') }
            : { kind: 'was-capturing' as const },
      };
    case 'open':
      return { memory, outcome: { kind: placeOf(broken.step), shop: known(memory.shop, 'shop') } };
  }
}

type Place = 'at-hold' | 'at-recipient' | 'at-recipient-confirm' | 'at-greeting' | 'at-confirm';

/** Steps at which a call with an open hold can break, and where it goes on. */
function placeOf(step: string): Place {
  switch (step) {
    case 'hold':
      return 'at-hold';
    case 'recipient-confirm':
      return 'at-recipient-confirm';
    case 'greeting':
    case 'greeting-record':
      return 'at-greeting';
    case 'confirm':
    case 'capture':
      return 'at-confirm';
    default:
      return 'at-recipient';
  }
}
