import type { FastifyRequest } from 'fastify';
import { withoutNul } from './nul.ts';

/** The token in a page's address; null for what cannot be one, so that the database is not asked. */
export function tokenOf({ params }: FastifyRequest): string | null {
  const { token } = params as { token?: unknown };
  return typeof token === 'string' && /^[\w-]{8,128}$/.test(token) ? token : null;
}

/** What was typed into a field of a form: full-width digits as plain ones. '' where nothing was, or something twice. */
export function typed({ body }: FastifyRequest, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? withoutNul(value).slice(0, 100).normalize('NFKC').trim() : '';
}
