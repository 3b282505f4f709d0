import type { ComponentChildren } from 'preact';
import type { Redemption } from './ask-till.ts';
import type { Counter } from './counter.ts';
import type { Use } from './kept.ts';
import { describeUse } from './last-uses.tsx';
import { describeTicket } from './offer.ts';
import type { CodeShape } from './scanned.ts';
import { useSpeech } from './surroundings.ts';
import { inUndoTime } from './undo-time.ts';

type Colour = 'green' | 'red' | 'amber';

const strokes: Record<Colour, string> = {
  green: 'M5 13l4.5 4.5L19 7',
  red: 'M6 6l12 12M18 6L6 18',
  amber: 'M12 6v8M12 18v.1',
};

/** Not by colour alone. */
export const Sign = ({ colour }: { colour: Colour }) => (
  <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d={strokes[colour]} />
  </svg>
);

interface VerdictParts {
  colour: Colour;
  title: string;
  text: string;
  /** Largest of all: what the clerk has to do. */
  detail?: string;
  children?: ComponentChildren;
}

/** The answer, to be read from an arm's length. */
export function Verdict({ colour, title, text, detail = '', children }: VerdictParts) {
  return (
    <section class={`verdict ${colour}`}>
      <div role="alert">
        <Sign colour={colour} />
        <h1>{title}</h1>
        {detail !== '' && <p class="large">{detail}</p>}
        <p>{text}</p>
      </div>
      <div class="actions">{children}</div>
    </section>
  );
}

interface DoneViewParts {
  use: Use;
  redemption: Redemption;
  askUndo: (use: Use) => void;
  next: () => void;
}

/** What was used, and what the clerk does now. */
export function DoneView({ use, redemption, askUndo, next }: DoneViewParts) {
  const { words } = useSpeech();
  const { title, text } = useDone(redemption);
  return (
    <Verdict colour="green" title={title} text={text}>
      <button type="button" class="strong" autofocus onClick={next}>
        {words.done.next}
      </button>
      {inUndoTime(use) && (
        <button type="button" class="plain" onClick={() => askUndo(use)}>
          {words.done.undo}
        </button>
      )}
    </Verdict>
  );
}

function useDone(redemption: Redemption): { title: string; text: string } {
  const speech = useSpeech();
  const { words, amount } = speech;
  const { amount: off, balance, currency } = redemption;
  if (!('offer' in redemption)) {
    return { title: words.done.taken(amount(off, currency)), text: words.done.left(amount(balance, currency)) };
  }
  const { offer, toPay, lost, title } = redemption;
  if (offer.kind === 'gift-item') return { title: words.coupon.handOver(offer.item), text: title };
  if (offer.kind === 'ticket') {
    return { title: words.coupon.letIn(describeTicket(offer, speech)), text: title };
  }
  return {
    title: words.done.takeOff(amount(off, currency)),
    text: [
      toPay > 0 ? words.done.customerPays(amount(toPay, currency)) : words.done.nothingToPay,
      lost > 0 && words.coupon.lost(amount(lost, currency)),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

interface RefusedViewParts extends Omit<Extract<Counter, { at: 'refused' }>, 'at'> {
  goBack: (to: Counter) => void;
  next: () => void;
}

export function RefusedView({ why, facts, currency, back, goBack, next }: RefusedViewParts) {
  const { words, lastDay, moment, amount, shop } = useSpeech();
  const text = (name: string) => (typeof facts[name] === 'string' ? (facts[name] as string) : null);
  const number = (name: string) => (typeof facts[name] === 'number' ? (facts[name] as number) : null);
  const day = text('on') ?? text('expiresAt');
  const at = text('usedAt') ?? text('until') ?? text('from') ?? text('validFrom');
  const money = number('least') ?? number('balance') ?? number('most');
  const of = facts.shop as { name: string; nameEn: string } | undefined;
  const said = words.refused[why]({
    day: day ? lastDay(day) : '',
    moment: why === 'already-used' ? (text('usedAt') ? moment(text('usedAt') ?? '') : '') : at ? moment(at) : '',
    amount: money === null ? '' : amount(money, text('currency') ?? currency),
    shop: of ? shop(of) : '',
    shape: (text('shape') as CodeShape | null) ?? 'token',
  });
  return (
    <Verdict colour="red" {...said}>
      {back && (
        <button type="button" class="strong" autofocus onClick={() => goBack(back)}>
          {words.back}
        </button>
      )}
      <button type="button" class={back ? 'plain' : 'strong'} autofocus={!back} onClick={next}>
        {words.done.next}
      </button>
    </Verdict>
  );
}

export function UndoView({ use, undo, next }: { use: Use; undo: (use: Use) => void; next: () => void }) {
  const speech = useSpeech();
  const { words } = speech;
  return (
    <Verdict colour="amber" title={words.done.undo} text={words.done.undoSure(describeUse(use, speech))}>
      <button type="button" class="strong grave" onClick={() => undo(use)}>
        {words.done.undoYes}
      </button>
      <button type="button" class="plain" autofocus onClick={next}>
        {words.done.undoNo}
      </button>
    </Verdict>
  );
}

export function UndoneView({
  use,
  rollback,
  next,
}: Omit<Extract<Counter, { at: 'undone' }>, 'at'> & { next: () => void }) {
  const { words, amount } = useSpeech();
  const withdrawn = rollback.couponState === 'withdrawn';
  const text =
    use.kind === 'certificate'
      ? words.done.undoneCertificate(amount(rollback.balance, rollback.currency))
      : withdrawn
        ? words.done.undoneWithdrawn
        : words.done.undoneCoupon;
  return (
    <Verdict colour="green" title={words.done.undone} text={text}>
      <button type="button" class="strong" autofocus onClick={next}>
        {words.done.next}
      </button>
    </Verdict>
  );
}
