import type { ApiUpdate } from '../api-objects.ts';
import { BotRefusal } from '../bot-refusal.ts';
import type { Fields } from '../fields.ts';
import type { Room } from '../room.ts';
import { readWebhook } from '../webhook-settings.ts';

const mostUpdates = 100;
const longestPollSeconds = 50;

/** Null: nothing is said of kinds. */
function readKinds(fields: Fields): string[] | null {
  const kinds = fields.json('allowed_updates', 'allowed_updates');
  if (kinds === undefined) return null;
  if (!Array.isArray(kinds)) throw BotRefusal.bad("can't parse allowed_updates JSON object");
  return kinds.map(String);
}

export function setWebhook({ updates }: Room, fields: Fields): true {
  const webhook = readWebhook(fields);
  const kinds = readKinds(fields);
  if (fields.flag('drop_pending_updates')) updates.dropPending();
  updates.want(kinds);
  updates.setWebhook(webhook);
  return true;
}

export function deleteWebhook({ updates }: Room, fields: Fields): true {
  if (fields.flag('drop_pending_updates')) updates.dropPending();
  updates.setWebhook(null);
  return true;
}

export function getWebhookInfo({ updates }: Room): object {
  const { webhook, lastError, pendingCount, wanted, wantsAll } = updates;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pendingCount,
    ...(lastError && {
      last_error_date: Math.floor(lastError.at.getTime() / 1_000),
      last_error_message: lastError.message,
    }),
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(wantsAll ? {} : { allowed_updates: wanted }),
  };
}

export function getUpdates({ updates }: Room, fields: Fields): Promise<ApiUpdate[]> {
  updates.want(readKinds(fields));
  const limit = fields.integer('limit', mostUpdates, 1, mostUpdates);
  return updates.ask(fields.integer('offset', 0), limit, fields.integer('timeout', 0, 0, longestPollSeconds) * 1_000);
}
