import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAccounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { type TemporaryDatabase, temporarySqlite } from '../support/database.ts';

interface Request {
  method: string;
  chatId: number | null;
  text: string;
  failed: boolean;
}

/** A messenger that says yes to everything at once, and counts: what the bot asks is all that is looked at. */
async function openYesMan() {
  const requests: Request[] = [];
  let failing = false;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const body = JSON.parse(Buffer.concat(parts).toString() || '{}');
      requests.push({ method, chatId: body.chat_id ?? null, text: body.text ?? '', failed: failing });
      response.statusCode = failing ? 502 : 200;
      const bot = { id: 1, is_bot: true, first_name: 'Giftline', username: 'giftline_bot' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: !failing, result: method === 'getMe' ? bot : true }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    said: () => requests.filter(({ method, failed }) => method === 'sendMessage' && !failed),
    fails: (fail: boolean) => {
      failing = fail;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The program with a messenger that counts, and a clock that is set. */
export class BareApp {
  app!: App;
  database!: TemporaryDatabase;
  messenger!: Awaited<ReturnType<typeof openYesMan>>;
  readonly log: string[] = [];
  secret = '';
  #nowMs = Date.parse('2026-11-20T03:00:00.000Z');

  static async open(): Promise<BareApp> {
    const bare = new BareApp();
    bare.database = await temporarySqlite();
    bare.messenger = await openYesMan();
    await bare.starts();
    return bare;
  }

  async starts(): Promise<void> {
    const read = readSettings({
      DATABASE_URL: this.database.url,
      DATA_DIR: '/nowhere',
      SECRET_KEY: 's'.repeat(32),
      LOG_LEVEL: 'info',
      PORT: '1',
    });
    if (read.kind === 'faults') throw new Error(read.faults.join('; '));
    const accounts = openAccounts(read.settings);
    this.secret = accounts.telegram.webhookSecret;
    this.app = await openApp({
      settings: read.settings,
      accounts: { ...accounts, telegram: { ...accounts.telegram, apiUrl: this.messenger.url } },
      now: () => new Date(this.#nowMs),
      logStream: { write: (line) => this.log.push(line) },
    });
  }

  passes({ seconds = 0, days = 0 }): void {
    this.#nowMs += (seconds + days * 86_400) * 1_000;
  }

  async tells(update: object | string, secret: string | null = this.secret): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      ...(secret !== null && { 'x-telegram-bot-api-secret-token': secret }),
    };
    const payload = typeof update === 'string' ? update : JSON.stringify(update);
    return (await this.app.server.inject({ method: 'POST', url: '/chat/telegram', headers, payload })).statusCode;
  }

  /** Does all that is under way or due. */
  settles = (): Promise<number> => this.app.workers.finish();

  updates = () => this.app.store.read.chatUpdate.findMany({ orderBy: { id: 'asc' } });

  async close(): Promise<void> {
    await this.app.close();
    await this.messenger.close();
    await this.database.dispose();
  }
}

/** Somebody wrote something to the bot. */
export const said = (updateId: number, from: number, text: string) => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1_795_000_000,
    chat: { id: from, type: 'private', first_name: 'Yuna' },
    from: { id: from, is_bot: false, first_name: 'Yuna', language_code: 'ko' },
    text,
  },
});
