import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asked, Holdings, Redemption, TerminalBody, Till } from './ask-till.ts';
import { type Counter, type Found, toCounter, toUse } from './counter.ts';
import { type Pending, session, type Use } from './kept.ts';
import { shapeOf } from './scanned.ts';

/** What a terminal does, one customer after the other. */
export function useCounter(till: Till, terminal: TerminalBody, signedOut: () => void) {
  const [counter, setCounter] = useState<Counter>(() => atFirst(terminal.id));
  const [uses, setUses] = useState<Use[]>(session.uses);
  /** What a slow answer belongs to: nothing of a customer who has left is shown to the next. */
  const customer = useRef(0);
  const mine = (): ((next: Counter) => void) => {
    customer.current += 1;
    const turn = customer.current;
    setCounter({ at: 'asking' });
    return (next) => turn === customer.current && setCounter(next);
  };
  useEffect(() => {
    return () => {
      customer.current += 1;
    };
  }, []);

  const refusedBy = (
    asked: Extract<Asked<unknown>, { kind: 'refused' }>,
    back: Counter | null,
    code: string | null = null,
  ): Counter => {
    if (asked.why === 'no-terminal-key') signedOut();
    const facts = code === null ? asked.facts : { ...asked.facts, shape: shapeOf(code) };
    return { at: 'refused', why: asked.why, facts, currency: terminal.currency, back };
  };

  async function scan(code: string): Promise<void> {
    const say = mine();
    const asked = await till.validates(code);
    if (asked.kind === 'no-answer') return say({ at: 'lost-question', again: () => void scan(code) });
    say(asked.kind === 'refused' ? refusedBy(asked, null, code) : toCounter(code, asked.answer));
  }

  async function showHoldings(phone: string, pin: string): Promise<void> {
    const say = mine();
    const asked = await till.holdings(phone, pin);
    if (asked.kind === 'no-answer') return say({ at: 'lost-question', again: () => void showHoldings(phone, pin) });
    say(asked.kind === 'refused' ? refusedBy(asked, { at: 'phone' }) : { at: 'holdings', holdings: asked.answer, pin });
  }

  /** By its number a certificate always needs the PIN, which was typed already. */
  function choose(of: Holdings['certificates'][number] | Holdings['coupons'][number], pin: string): void {
    const found: Found =
      'serial' in of
        ? { kind: 'coupon', code: of.serial ?? '', pin, coupon: of, needsPin: () => true }
        : { kind: 'certificate', code: of.number, pin, certificate: of, needsPin: () => true };
    setCounter({ at: 'found', found, amount: 0 });
  }

  /** Asks for the PIN where it is needed and not known yet; else uses it. */
  function take(found: Found, amount: number): void {
    if (found.needsPin(amount) && found.pin === null) setCounter({ at: 'pin', found, amount, wrong: false });
    else void use(found, amount, found.needsPin(amount) ? found.pin : null);
  }

  function use(found: Found, amount: number, pin: string | null): Promise<void> {
    const key = crypto.randomUUID();
    return send({ key, code: found.code, amount, withPin: pin !== null, terminalId: terminal.id }, found, pin);
  }

  /** Kept before it is sent, and until an answer has come: whatever happens between, it is asked again by the same key. */
  async function send(pending: Pending, found: Found | null, pin: string | null): Promise<void> {
    session.keepPending(pending);
    const say = mine();
    const asked = await till.redeems({ code: pending.code, amount: pending.amount, pin }, pending.key);
    if (asked.kind === 'no-answer') return say({ at: 'lost-use', pending, found, pin, reloaded: false });
    if (asked.kind === 'answer') return done(asked.answer, say);
    if (asked.why === 'no-terminal-key') return signedOut();
    if (asked.why === 'key-used-for-another-request') return say({ at: 'pin-again', pending, other: true });
    session.forgetPending();
    if (found && asked.why === 'wrong-pin') {
      return say({ at: 'pin', found: { ...found, pin: null }, amount: pending.amount, wrong: true });
    }
    if (found && asked.why === 'pin-needed') return say({ at: 'pin', found, amount: pending.amount, wrong: false });
    const retryable = ['insufficient-balance', 'below-least-spend', 'bill-too-large'].includes(asked.why);
    const back: Counter | null = found && retryable ? { at: 'found', found, amount: pending.amount } : null;
    say(refusedBy(asked, back, pending.code));
  }

  function done(redemption: Redemption, say: (next: Counter) => void): void {
    session.forgetPending();
    const used = toUse(redemption, Date.now());
    setUses((before) => session.keepUses([used, ...before.filter(({ id }) => id !== used.id)]));
    say({ at: 'done', use: used, redemption });
  }

  function askAgain({ pending, found, pin }: Extract<Counter, { at: 'lost-use' }>): void {
    if (pending.withPin && pin === null) setCounter({ at: 'pin-again', pending, other: false });
    else void send(pending, found, pin);
  }

  function leave(): void {
    session.forgetPending();
    next();
  }

  async function undo(of: Use): Promise<void> {
    const say = mine();
    const asked = await till.undoes(of.id);
    if (asked.kind === 'no-answer') return say({ at: 'lost-undo', use: of });
    if (asked.kind === 'refused' && asked.why !== 'already-rolled-back') return say(refusedBy(asked, null));
    setUses((before) => session.keepUses(before.map((one) => (one.id === of.id ? { ...one, undone: true } : one))));
    say(asked.kind === 'refused' ? refusedBy(asked, null) : { at: 'undone', use: of, rollback: asked.answer });
  }

  function next(): void {
    customer.current += 1;
    setCounter({ at: 'ready' });
  }

  return {
    counter,
    uses,
    scan: (code: string) => void scan(code),
    showHoldings: (phone: string, pin: string) => void showHoldings(phone, pin),
    choose,
    take,
    typedPin: (pin: string) => {
      if (counter.at === 'pin') void use({ ...counter.found, pin }, counter.amount, pin);
      if (counter.at === 'pin-again') void send(counter.pending, null, pin);
    },
    askAgain,
    leave,
    askUndo: (of: Use) => setCounter({ at: 'undoing', use: of }),
    undo: (of: Use) => void undo(of),
    goTo: setCounter,
    next,
  };
}

export type AtCounter = ReturnType<typeof useCounter>;

/** After a reload, first of all the answer that has not come. */
function atFirst(terminalId: string): Counter {
  const pending = session.pending();
  if (pending?.terminalId !== terminalId) return { at: 'ready' };
  return { at: 'lost-use', pending, found: null, pin: null, reloaded: true };
}
