import { BotRefusal } from './bot-refusal.ts';
import type { Fields } from './fields.ts';

export interface WebhookSettings {
  url: string;
  secretToken: string | null;
  maxConnections: number;
}

const urlLimitChars = 2_048;
const defaultConnections = 40;
const mostConnections = 100;
const ports = ['', '443', '80', '88', '8443'];

/** Null when the address is empty, which takes the webhook away. Source: core.telegram.org/bots/api#setwebhook. */
export function readWebhook(fields: Fields): WebhookSettings | null {
  const address = fields.text('url').trim();
  if (address === '') return null;
  if (address.length > urlLimitChars) throw BotRefusal.bad('bad webhook: URL is too long');
  if (!URL.canParse(address)) throw BotRefusal.bad('invalid webhook URL specified');
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') throw BotRefusal.bad('invalid webhook URL specified');
  // A server of the Bot API on one's own machine calls one's own machine by plain HTTP, on any port.
  const isOwn = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (!isOwn && protocol === 'http:') throw BotRefusal.bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (!isOwn && !ports.includes(port)) {
    throw BotRefusal.bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  const secret = fields.text('secret_token');
  if (secret.length > 256) throw BotRefusal.bad('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw BotRefusal.bad('secret token contains unallowed characters');
  return {
    url: address,
    secretToken: secret === '' ? null : secret,
    maxConnections: fields.integer('max_connections', defaultConnections, 1, mostConnections),
  };
}
