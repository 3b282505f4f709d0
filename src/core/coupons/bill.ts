import type { Currency } from '../money.ts';

/** No bill at a counter is larger, in minor units: a barcode that was typed as an amount is, and would spoil every sum. */
export const mostBill: Record<Currency, bigint> = { KRW: 100_000_000n, JPY: 10_000_000n, USD: 10_000_000n };
