import { type Currency, toCurrency } from '../../core/money.ts';

export const currencyOf = ({ currency }: { currency: string }): Currency => toCurrency(currency);
