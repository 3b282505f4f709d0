import { CardError } from './card-error.ts';
import { nested, type Params } from './params.ts';

interface Listed {
  id: string;
  created: number;
}

function limitOf(params: Params): number {
  const limit = Number(params.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw CardError.invalid('limit must be from 1 to 100', 'parameter_invalid_integer', 'limit');
  }
  return limit;
}

/** `created=…` or `created[gte|gt|lte|lt]=…`, seconds since 1970. */
function withinCreated(params: Params, created: number): boolean {
  const exact = params.get('created');
  const { gte, gt, lte, lt, ...other } = nested(params, 'created');
  if (Object.keys(other).length > 0) throw CardError.invalid('Invalid created filter', 'parameter_unknown', 'created');
  if (exact !== undefined && created !== Number(exact)) return false;
  if (gte !== undefined && created < Number(gte)) return false;
  if (gt !== undefined && created <= Number(gt)) return false;
  if (lte !== undefined && created > Number(lte)) return false;
  return !(lt !== undefined && created >= Number(lt));
}

/** One page in Stripe's form, of a list that is newest first. */
export function toList<T extends Listed>(items: readonly T[], params: Params, url: string): object {
  const wanted = items.filter((item) => withinCreated(params, item.created));
  const after = params.get('starting_after');
  const index = after === undefined ? -1 : wanted.findIndex((item) => item.id === after);
  if (after !== undefined && index < 0) throw CardError.missing('object', after, 'starting_after', 400);
  const limit = limitOf(params);
  const rest = wanted.slice(index + 1);
  return { object: 'list', data: structuredClone(rest.slice(0, limit)), has_more: rest.length > limit, url };
}

type Clause = { field: string; key: string | null; value: string };

/** Reads `metadata['k']:'v' AND status:'succeeded'`: the part of Stripe's search language that is played here. */
function readQuery(query: string): Clause[] {
  return query.split(/\s+AND\s+/i).map((text) => {
    const found = /^(\w+)(?:\[(['"])(.+?)\2\])?:(['"])(.*)\4$/.exec(text.trim());
    const [, field = '', , key = null, , value = ''] = found ?? [];
    const known = field === 'metadata' ? key !== null : ['status', 'customer', 'currency'].includes(field);
    if (!found || !known)
      throw CardError.invalid(`We were unable to parse your search query: ${text}`, undefined, 'query');
    return { field, key, value: value.replace(/\\(['"\\])/g, '$1') };
  });
}

/** All that meet every clause. Stripe's own search may lag by a minute; this one does not. */
export function toSearchResult<T extends Listed>(items: readonly T[], params: Params, url: string): object {
  const clauses = readQuery(params.get('query') ?? '');
  const meets = (item: T): boolean =>
    clauses.every(({ field, key, value }) => {
      const found = (item as Record<string, unknown>)[field];
      return key === null ? found === value : (found as Record<string, string> | undefined)?.[key] === value;
    });
  const found = items.filter(meets);
  const limit = limitOf(params);
  const data = structuredClone(found.slice(0, limit));
  return { object: 'search_result', data, has_more: found.length > limit, next_page: null, url };
}
