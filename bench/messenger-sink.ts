import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MessengerSink {
  url: string;
  /** Resolves when so many messages have come since it was last asked. */
  hasTaken(messages: number): Promise<void>;
  close(): void;
}

const bot = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
const message = { message_id: 1, date: 1_700_000_000, chat: { id: 1, type: 'private', first_name: 'x' }, text: 'x' };
const waitMs = 120_000;

/** Stands in for the Bot API where its own speed must not be what is measured: says yes to everything, and counts. */
export async function openSink(): Promise<MessengerSink> {
  let taken = 0;
  let wanted: { count: number; done: () => void } | null = null;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const result = method === 'getMe' ? bot : /^(send|edit)/.test(method) ? message : true;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, result }));
      if (result === message) taken += 1;
      if (wanted && taken >= wanted.count) wanted.done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async hasTaken(count) {
      if (taken < count) {
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error(`${taken} of ${count} messages came`)), waitMs);
          wanted = { count, done: () => resolve(clearTimeout(timer)) };
        });
      }
      wanted = null;
      taken = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
