import type { CardBook } from './card-book.ts';
import { CardError } from './card-error.ts';
import { nested, type Params } from './params.ts';

/** Puts whole objects where ids stand, for the fields that Stripe calls expandable and this company keeps. */
export function expand(book: CardBook, answer: object, params: Params): object {
  let expanded = answer as Record<string, unknown>;
  for (const path of Object.values(nested(params, 'expand'))) {
    const field = path.replace(/^data\./, '');
    const look = {
      latest_charge: (id: string) => book.charge(id, field, 400),
      charge: (id: string) => book.charge(id, field, 400),
      customer: (id: string) => book.customer(id, field, 400),
      payment_method: (id: string) => book.method(id, field, 400),
      payment_intent: (id: string) => book.intent(id, field, 400),
    }[field];
    if (!look) throw CardError.invalid(`This property cannot be expanded (${path}).`, undefined, 'expand');
    const one = (object: Record<string, unknown>): Record<string, unknown> => {
      const id = object[field];
      return typeof id === 'string' ? { ...object, [field]: structuredClone(look(id)) } : object;
    };
    expanded = path.startsWith('data.')
      ? { ...expanded, data: (expanded.data as Record<string, unknown>[]).map(one) }
      : one(expanded);
  }
  return expanded;
}
