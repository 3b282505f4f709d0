import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { fetchLimited } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

/** The demo shops' terminal keys: known to everybody, and good on demo data only. */
const terminalKeys: Record<string, string> = {
  '101': 'demo-terminal-101',
  '102': 'demo-terminal-102',
  '103': 'demo-terminal-103',
  '104': 'demo-terminal-104',
};

const timeoutMs = 15_000;
const answerLimitBytes = 65_536;

type AtTill = { Params: { shop: string; id: string }; Body: Record<string, unknown> | null };

/** What a till asks: the page's own key makes a repeated press of a button one redemption. */
function keyIn(body: Record<string, unknown>): string {
  const { key } = body;
  return typeof key === 'string' && /^[\w-]{1,64}$/.test(key) ? key : randomUUID();
}

/** A shop's till at the desk: it asks the app's till API with the shop's terminal key, and hands the answer on. */
export function tillDesk(app: FastifyInstance, { world }: Parties): void {
  async function handOn(reply: FastifyReply, shop: string, path: string, body: object, key?: string) {
    const terminalKey = Object.hasOwn(terminalKeys, shop) ? terminalKeys[shop] : undefined;
    if (terminalKey === undefined) return refuse(reply, 404, 'no such shop');
    const headers: Record<string, string> = {
      authorization: `Bearer ${terminalKey}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(body) };
    const limits = { timeoutMs, limitBytes: answerLimitBytes, stop: world.closing };
    try {
      const answer = await fetchLimited(world.appUrl(`/api/v1${path}`), init, limits);
      return reply.code(answer.status).type(answer.contentType).send(answer.body);
    } catch (error) {
      return refuse(reply, 503, `the shop's service does not answer: ${reasonOf(error)}`);
    }
  }

  app.post<AtTill>('/desk/till/:shop/validations', async ({ params, body }, reply) =>
    handOn(reply, params.shop, '/validations', { code: body?.code }),
  );
  app.post<AtTill>('/desk/till/:shop/redemptions', async ({ params, body }, reply) => {
    const { code, pin, amount } = body ?? {};
    return handOn(reply, params.shop, '/redemptions', { code, pin, amount }, keyIn(body ?? {}));
  });
  app.post<AtTill>('/desk/till/:shop/redemptions/:id/rollbacks', async ({ params, body }, reply) =>
    handOn(reply, params.shop, `/redemptions/${encodeURIComponent(params.id)}/rollbacks`, {}, keyIn(body ?? {})),
  );
}
