import type { Currency } from '../../../core/money.ts';
import { decimalsOf } from '../../../core/money.ts';
import { Pad } from './pad.tsx';

const mostDigits = 9;

/** As it is typed: 16,000, and with decimals 160.00. */
function figures(minor: number, currency: string): string {
  if (minor === 0) return '';
  const decimals = decimalsOf(currency as Currency);
  return (minor / 10 ** decimals).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** More digits than any amount has are no amount: a barcode that a slow scanner has typed into the field. */
function parse(typed: string): number {
  const digits = typed.replace(/\D/g, '');
  return digits.length > mostDigits ? 0 : Number(digits);
}

interface AmountFieldParts {
  label: string;
  amount: number;
  currency: string;
  /** What is wrong with it, or null. */
  fault: string | null;
  edit: (how: (amount: number) => number) => void;
}

/** A sum of money: typed on a keyboard, or on the large keys. */
export function AmountField({ label, amount, currency, fault, edit }: AmountFieldParts) {
  return (
    <div class="amount">
      <label for="amount">{label}</label>
      <input
        id="amount"
        name="amount"
        // The large keys below are this page's own keyboard.
        inputMode="none"
        autocomplete="off"
        autofocus
        value={figures(amount, currency)}
        placeholder="0"
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? 'amount-fault' : undefined}
        onInput={(event) => {
          const typed = parse(event.currentTarget.value);
          event.currentTarget.value = figures(typed, currency);
          edit(() => typed);
        }}
      />
      {fault && (
        <p class="fault" id="amount-fault" role="alert">
          {fault}
        </p>
      )}
      <Pad
        hundreds
        press={(digits) => edit((before) => parse(`${before}${digits}`) || before)}
        erase={() => edit((before) => Math.trunc(before / 10))}
        clear={() => edit(() => 0)}
      />
    </div>
  );
}
