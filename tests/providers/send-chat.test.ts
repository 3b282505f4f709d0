import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Unanswered } from '../../src/operations/ports.ts';
import type { ChatToSend } from '../../src/outbox/message-sender.ts';
import { openTelegramLater } from '../../src/providers/telegram/open-later.ts';
import { telegramSender } from '../../src/providers/telegram/send-chat.ts';
import { quietPort } from '../support/quiet-port.ts';

const token = '5880000001:AAGtoken-of-the-test_0123456789abcd';
const userId = 5_551_234_567;
const message: ChatToSend = {
  messageId: 'message-1',
  to: userId.toString(36),
  body: '<b>김지수</b> 님이 상품권을 보냈습니다 & *더*',
  picture: null,
  buttons: [{ label: '선물 받기', data: 'accept-gift:g1' }],
};

type Answer = (response: ServerResponse) => void;
const taken: Answer = (response) => say(response, 200, { ok: true, result: { message_id: 4_711 } });
const says = (code: number, description: string, more: object = {}): Answer => {
  return (response) => say(response, code, { ok: false, error_code: code, description, ...more });
};

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Telegram as a test has it answer. */
async function openTelegram() {
  const asked: { path: string; body: string; type: string }[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const type = request.headers['content-type'] ?? '';
      asked.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString('latin1'), type });
      (answers.shift() ?? taken)(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, answers, sender: telegramSender(openTelegramLater({ token, apiUrl })) };
}

test('a message goes as it stands, with its buttons and without a preview of its page', async () => {
  const { sender, asked } = await openTelegram();
  expect(await sender.send(message)).toEqual({ kind: 'sent', providerId: `${message.to}.${(4_711).toString(36)}` });
  expect(asked[0]?.path).toBe(`/bot${token}/sendMessage`);
  expect(JSON.parse(Buffer.from(asked[0]?.body ?? '', 'latin1').toString())).toEqual({
    chat_id: userId,
    text: message.body,
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[{ text: '선물 받기', callback_data: 'accept-gift:g1' }]] },
  });
});

test('RC-10 a card goes as a picture with its words; words too long for a picture go alone', async () => {
  const { sender, asked } = await openTelegram();
  const picture = { bytes: Buffer.from('JPEG of a card'), type: 'image/jpeg' } as const;
  await sender.send({ ...message, picture });
  expect(asked[0]?.path).toMatch(/sendPhoto$/);
  expect(asked[0]?.type).toMatch(/^multipart\/form-data/);
  expect(asked[0]?.body).toContain('JPEG of a card');
  expect(asked[0]?.body).toContain('filename="card.jpg"');
  expect(asked[0]?.body).toContain('{"inline_keyboard":');
  await sender.send({ ...message, picture, body: '가'.repeat(1_025) });
  expect(asked[1]?.path).toMatch(/sendMessage$/);
});

test('what Telegram answers is understood', async () => {
  const { sender, answers } = await openTelegram();
  const heard = async (answer: Answer) => {
    answers.push(answer);
    return sender.send(message).catch((error: unknown) => (error instanceof Unanswered ? 'nobody knows' : error));
  };
  const gone = { kind: 'refused', reason: 'blocked', gone: true };
  expect(await heard(says(403, 'Forbidden: bot was blocked by the user'))).toEqual(gone);
  expect(await heard(says(400, 'Bad Request: chat not found'))).toEqual(gone);
  expect(await heard(says(400, 'Bad Request: BUTTON_DATA_INVALID'))).toEqual({
    kind: 'refused',
    reason: 'telegram 400 Bad Request: BUTTON_DATA_INVALID',
  });
  const busy = says(429, 'Too Many Requests: retry after 7', { parameters: { retry_after: 7 } });
  expect(await heard(busy)).toEqual({ kind: 'later', afterMs: 7_000 });
  expect(await heard(says(401, 'Unauthorized'))).toEqual({ kind: 'later', afterMs: 60_000, reason: 'telegram 401' });
  expect(await heard(says(502, 'Bad Gateway'))).toBe('nobody knows');
  expect(await heard((response) => response.destroy())).toBe('nobody knows');
  expect(await heard((response) => response.writeHead(200).end('<html>'))).toBe('nobody knows');
  const nobody = telegramSender(openTelegramLater({ token, apiUrl: `http://127.0.0.1:${await quietPort()}` }));
  expect(await nobody.send(message)).toEqual({ kind: 'later', afterMs: 5_000 });
});
