import { CardError } from './card-error.ts';

export type Params = Map<string, string>;

const parameterLimit = 500;

/** Reads Stripe's form with its brackets kept: `metadata[order]`, `created[gte]`, `expand[0]`. */
export function readParams(form: unknown): Params {
  const params: Params = new Map();
  if (typeof form !== 'object' || form === null) return params;
  for (const [name, value] of Object.entries(form)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, one] of values.entries()) {
      const key = name.endsWith('[]') ? `${name.slice(0, -2)}[${index}]` : name;
      if (typeof one === 'string') params.set(key, one);
    }
  }
  if (params.size > parameterLimit) throw CardError.invalid('Too many parameters', 'parameter_invalid', undefined);
  return params;
}

/** Refuses what the operation does not know, as Stripe does. `metadata` stands for all of its keys. */
export function refuseUnknown(params: Params, known: readonly string[]): void {
  for (const name of params.keys()) {
    const top = name.replace(/\[.*$/, '');
    if (!known.includes(top)) throw CardError.invalid(`Received unknown parameter: ${top}`, 'parameter_unknown', top);
  }
}

/** The values under one name: `nested(params, 'metadata')` of `metadata[a]=1` is `{a: '1'}`. */
export function nested(params: Params, name: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of params) {
    const inner = key.startsWith(`${name}[`) && key.endsWith(']') ? key.slice(name.length + 1, -1) : null;
    if (inner !== null) found[inner] = value;
  }
  return found;
}

export function required(params: Params, name: string): string {
  const value = params.get(name);
  if (value === undefined || value === '') {
    throw CardError.invalid(`Missing required param: ${name}.`, 'parameter_missing', name);
  }
  return value;
}

/** An amount in the smallest unit of the currency, at least 1 and at most eight digits, as Stripe takes it. */
export function amountOf(value: string, name: string): number {
  if (!/^-?\d+$/.test(value)) throw CardError.invalid(`Invalid integer: ${value}`, 'parameter_invalid_integer', name);
  const amount = Number(value);
  if (amount < 1)
    throw CardError.invalid('This value must be greater than or equal to 1.', 'parameter_invalid_integer', name);
  if (amount > 99_999_999) {
    throw CardError.invalid(`Amount must be no more than 99999999`, 'amount_too_large', name);
  }
  return amount;
}

export function oneOf<T extends string>(params: Params, name: string, allowed: readonly T[], otherwise: T): T {
  const value = params.get(name) ?? otherwise;
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw CardError.invalid(`Invalid ${name}: must be one of ${allowed.join(', ')}`, 'parameter_invalid', name);
  }
  return found;
}

/** Stripe: at most 50 keys of 40 characters, values of 500. An empty value removes the key. */
export function metadataOf(params: Params): Record<string, string> {
  const entries = Object.entries(nested(params, 'metadata')).filter(([, value]) => value !== '');
  const wrong = entries.length > 50 || entries.some(([key, value]) => key.length > 40 || value.length > 500);
  if (wrong)
    throw CardError.invalid(
      'Metadata is limited to 50 keys of 40 characters, values of 500',
      'parameter_invalid',
      'metadata',
    );
  return Object.fromEntries(entries);
}
