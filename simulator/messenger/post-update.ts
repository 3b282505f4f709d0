import { STATUS_CODES } from 'node:http';
import { fetchLimited } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import type { ApiUpdate } from './api-objects.ts';
import type { WebhookSettings } from './webhook-settings.ts';

const timeoutMs = 60_000;
const answerLimitBytes = 65_536;

export interface Posted {
  /** Null when no answer came. */
  status: number | null;
  /** What went wrong, in Telegram's words; null when nothing did. */
  error: string | null;
  /** A method that the app wants to be carried out, which it may put into its answer. */
  reply: Record<string, unknown> | null;
}

function readReply(contentType: string, body: Buffer): Posted['reply'] {
  if (!contentType.startsWith('application/json') || body.length === 0) return null;
  try {
    const value: unknown = JSON.parse(body.toString());
    const isMethod = typeof value === 'object' && value !== null && 'method' in value;
    return isMethod ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export const kindOf = (update: ApiUpdate): string => Object.keys(update).find((name) => name !== 'update_id') ?? '';

/** Posts an update once. It never throws. */
export async function postUpdate(world: World, webhook: WebhookSettings, update: ApiUpdate): Promise<Posted> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (webhook.secretToken !== null) headers['x-telegram-bot-api-secret-token'] = webhook.secretToken;
  const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(update), redirect: 'manual' };
  const left = { at: world.now(), url: webhook.url, event: kindOf(update) };
  try {
    const limits = { timeoutMs, limitBytes: answerLimitBytes, stop: world.closing };
    const { status, contentType, body } = await world.deliveries.during(left, () =>
      fetchLimited(webhook.url, init, limits),
    );
    if (status >= 200 && status < 300) return { status, error: null, reply: readReply(contentType, body) };
    const error = `Wrong response from the webhook: ${status} ${STATUS_CODES[status] ?? ''}`.trim();
    return { status, error, reply: null };
  } catch (error) {
    return { status: null, error: reasonOf(error), reply: null };
  }
}
