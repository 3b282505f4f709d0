import type { IncomingMessage } from 'node:http';
import type { World } from '../support/world.ts';

export interface RecordedWebhook {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Hop-by-hop and what fetch sets by itself. */
const notCopied = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

/** Writes down every POST that reaches the app from now on, byte for byte. */
export function recordPosts({ app }: World): { stop(): RecordedWebhook[] } {
  const recorded: { request: IncomingMessage; chunks: Buffer[] }[] = [];
  const listen = (request: IncomingMessage) => {
    if (request.method !== 'POST') return;
    const chunks: Buffer[] = [];
    recorded.push({ request, chunks });
    // Listening for data would make it flow before the app is ready for it, so its passing by is watched instead.
    const emit = request.emit.bind(request);
    request.emit = (name: string, ...facts: unknown[]) => {
      if (name === 'data' && Buffer.isBuffer(facts[0])) chunks.push(facts[0]);
      return emit(name, ...facts);
    };
  };
  app.server.server.prependListener('request', listen);
  return {
    stop: () => {
      app.server.server.off('request', listen);
      return recorded.map(({ request, chunks }) => ({
        path: request.url ?? '/',
        headers: copied(request),
        body: Buffer.concat(chunks).toString('utf8'),
      }));
    },
  };
}

const copied = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !notCopied.has(entry[0]),
    ),
  );

/** Sends one again, as it came. Answers the HTTP status. */
export async function deliver({ url }: World, { path, headers, body }: RecordedWebhook): Promise<number> {
  const response = await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
