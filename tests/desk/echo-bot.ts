import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { onTestFinished } from 'vitest';
import type { World } from '../support/world.ts';

const card = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: '#1b5348' } })
    .png()
    .toBuffer();

/** What the bot says when it is asked for everything it can do: formatting, buttons of each kind, a picture. */
const richText =
  '<b>북촌식당</b> <i>20% 할인</i>\n<u>오늘까지</u> · <s>30,000원</s> <code>CODE-7</code>\n' +
  '<tg-spoiler>비밀 2580</tg-spoiler>\n<blockquote>맛있어요</blockquote>\n' +
  '<a href="https://giftline.example/w/1">지갑 보기</a> /help\n&lt;script&gt;alert(1)&lt;/script&gt;';

/** A bot that is no product: it answers in every way that a chat window has to show. In place of the app's own bot. */
export async function openEchoBot(world: World): Promise<void> {
  const bot = new Telegraf(world.accounts.telegram.token, {
    telegram: { apiRoot: world.simulator.url, webhookReply: false },
  });
  bot.start((context) => context.reply('어서 오세요'));
  bot.command('card', async (context) => {
    await context.sendChatAction('upload_photo');
    await context.replyWithPhoto({ source: await card() }, { caption: '상품권 카드' });
  });
  bot.command('rich', (context) =>
    context.reply(richText, {
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [
          [
            { text: '쿠폰 받기', callback_data: 'take' },
            { text: '홈페이지', url: 'https://giftline.example/' },
          ],
        ],
      },
    }),
  );
  bot.command('join', (context) =>
    context.reply('번호를 알려 주세요', {
      reply_markup: {
        keyboard: [[{ text: '내 번호 보내기', request_contact: true }], ['나중에']],
        one_time_keyboard: true,
      },
    }),
  );
  bot.command('think', (context) => context.sendChatAction('typing'));
  bot.action('take', async (context) => {
    await context.answerCbQuery('쿠폰을 받았습니다');
    await context.editMessageText('받은 쿠폰입니다');
  });
  bot.on(message('contact'), (context) => context.reply(`번호 ${context.message.contact.phone_number}`));
  bot.on(message('text'), (context) => context.reply(`“${context.message.text}”`));
  await bot.telegram.setMyCommands([
    { command: 'rich', description: '꾸민 말' },
    { command: 'card', description: '카드' },
  ]);
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      bot.handleUpdate(JSON.parse(body)).then(
        () => reply.end(),
        (error: unknown) => reply.writeHead(500).end(String(error)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  await bot.telegram.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}
