import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { toHtml } from './page.tsx';
import { contentPolicy, policyWithScripts } from './style.ts';

/** `scripts`: the page may run the program's own. */
interface Sending {
  scripts?: boolean;
}

/** Sends a page that nobody keeps, frames, indexes or hears the address of: most addresses here open something. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  page: VNode,
  { scripts = false }: Sending = {},
): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': scripts ? policyWithScripts : contentPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    })
    .send(toHtml(page));
}
