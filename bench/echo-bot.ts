import { timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { Telegraf } from 'telegraf';

// The baseline of the chat: bare Fastify and telegraf, which check the secret and say back what was said.

const { PORT = '0', TOKEN = '', API_URL = '', SECRET = '' } = process.env;
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_URL, webhookReply: false } });
bot.on('message', (context) => context.reply('text' in context.message ? context.message.text : ''));
bot.botInfo = await bot.telegram.getMe();
const app = Fastify();
const expected = Buffer.from(SECRET);
app.get('/readyz', async () => 'ready');
app.post('/chat/telegram', async (request, reply) => {
  const given = Buffer.from(String(request.headers['x-telegram-bot-api-secret-token']));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.code(403).send();
  await bot.handleUpdate(request.body as Parameters<typeof bot.handleUpdate>[0]);
  return reply.send();
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
