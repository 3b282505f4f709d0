import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { decideCapture, type Heard, type Hold, type HoldStep, settleHold } from '../../src/core/payments/hold.ts';

const begun = Date.parse('2026-11-20T03:00:00.000Z');
const holdMs = 600_000;
const patienceMs = 120_000;
const gatewayId = 'pi_1';
/** As many turns as the shell grants (settle-hold.ts). */
const mostSteps = 8;

type Truth = 'none' | 'held' | 'captured' | 'released' | 'declined';

/** What happens to a hold, in any order: people and clocks, and news of the card company that may be old. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('heard' as const), age: fc.nat(5) }),
  fc.record({ kind: fc.constant('passes' as const), ms: fc.integer({ min: 0, max: 200_000 }) }),
  fc.constant({ kind: 'confirms' as const }),
  fc.constant({ kind: 'gives-up' as const }),
  fc.constant({ kind: 'runs-out' as const }),
);

/** Our row and the card company's, moved as the shell moves them: each change guarded, each request answered. */
class Payment {
  known: Hold = {
    id: 'h',
    state: 'asked',
    pending: null,
    amount: money(50_000n, 'KRW'),
    createdAt: new Date(begun),
    expiresAt: new Date(begun + holdMs),
  };
  truths: Truth[] = ['none'];
  nowMs = begun;
  certificates = 0;
  refunds = 0;
  readonly #declines: boolean;

  constructor(declines: boolean) {
    this.#declines = declines;
  }

  get truth(): Truth {
    return this.truths.at(-1) ?? 'none';
  }

  happens(one: Truth): void {
    this.truths.push(one);
  }

  /** One step for what was heard, `age` changes ago. Says whether it was the last. */
  hears(age: number): boolean {
    const truth = this.truths[Math.max(0, this.truths.length - 1 - age)] ?? 'none';
    return this.#take(settleHold(this.known, toHeard(truth), new Date(this.nowMs), patienceMs));
  }

  confirms(): void {
    if (decideCapture(this.known, new Date(this.nowMs)).kind === 'capture') this.#change({ pending: 'capture' });
  }

  givesUp(): void {
    if (this.known.state === 'open' && this.known.pending === null) this.#change({ pending: 'release' });
  }

  runsOut(): void {
    if (this.known.expiresAt.getTime() <= this.nowMs) this.givesUp();
  }

  #take(step: HoldStep): boolean {
    switch (step.kind) {
      case 'rest':
        return true;
      case 'open':
        this.#change({ state: 'open' });
        return true;
      case 'complete':
        this.certificates += 1;
        this.#change({ state: 'captured', pending: null });
        return true;
      case 'release':
        this.#change({ state: 'released', pending: null });
        return true;
      case 'refund-orphan':
        this.refunds += 1;
        this.#change({ state: 'captured', pending: null });
        return true;
      case 'ask-hold':
        if (this.truth === 'none') this.happens(this.#declines ? 'declined' : 'held');
        return false;
      case 'ask-capture':
        if (this.truth === 'held') this.happens('captured');
        return false;
      case 'ask-release':
        if (this.known.state === 'captured') return true; // the shell does not release what is paid
        if (this.known.state !== 'released') this.#change({ state: 'open', pending: 'release' });
        if (this.truth === 'held') this.happens('released');
        return false;
    }
  }

  #change(to: Partial<Hold>): void {
    this.known = { ...this.known, ...to };
  }
}

const toHeard = (truth: Truth): Heard => (truth === 'none' ? { kind: 'none' } : { kind: truth, gatewayId });

describe('a hold', () => {
  test('comes to rest whatever is heard of it, in whatever order: money has a certificate or a refund, never both', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.array(event, { maxLength: 30 }), (declines, lost, events) => {
        const payment = new Payment(declines);
        if (!lost) payment.happens(declines ? 'declined' : 'held');
        for (const one of events) {
          if (one.kind === 'heard') payment.hears(one.age);
          else if (one.kind === 'passes') payment.nowMs += one.ms;
          else if (one.kind === 'confirms') payment.confirms();
          else if (one.kind === 'gives-up') payment.givesUp();
          else payment.runsOut();
        }
        payment.nowMs += holdMs;
        payment.runsOut();
        let steps = 0;
        while (!payment.hears(0)) {
          steps += 1;
          expect(steps).toBeLessThan(mostSteps);
        }
        const { known, truth, certificates, refunds } = payment;
        expect(known.pending).toBe(null);
        expect(known.state).toBe(truth === 'captured' ? 'captured' : 'released');
        expect(certificates + refunds).toBe(truth === 'captured' ? 1 : 0);
        expect(payment.hears(0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
