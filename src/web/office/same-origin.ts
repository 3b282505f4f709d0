import type { FastifyRequest } from 'fastify';

/**
 * Whether a form came from a page of ours. Browsers say so themselves (Sec-Fetch-Site, https://www.w3.org/TR/fetch-metadata/),
 * older ones by Origin. `unknown`: neither was said.
 */
export function originOf({ headers }: FastifyRequest, publicUrl: string): 'same' | 'other' | 'unknown' {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin') return 'same';
  if (site !== undefined) return 'other';
  const { origin, host } = headers;
  if (origin === undefined) return 'unknown';
  if (origin === new URL(publicUrl).origin) return 'same';
  return URL.canParse(origin) && new URL(origin).host === host ? 'same' : 'other';
}
