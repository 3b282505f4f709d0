import type { FastifyRequest } from 'fastify';
import { withoutNul } from '../nul.ts';

/** What was typed into a form, as it was typed: a field that comes several times is a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export function typedForm({ body }: FastifyRequest): Typed {
  if (typeof body !== 'object' || body === null) return {};
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields[name] = asTyped(value);
    else if (Array.isArray(value)) fields[name] = value.filter((one) => typeof one === 'string').map(asTyped);
  }
  return fields;
}

/** Browsers end lines in a text area with CR LF. */
const asTyped = (text: string): string => withoutNul(text).replace(/\r\n?/g, '\n');

/** One field; of one that came several times the last. */
export function fieldOf(form: Typed, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
}

/** All values of a field, such as the ticked ones of several boxes. */
export function valuesOf(form: Typed, name: string): readonly string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
