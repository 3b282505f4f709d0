import { Markup, Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { expect, onTestFinished, test } from 'vitest';
import { openChat, outcome, secret, webhookPath } from './chat-world.ts';
import { type Arrived, botToken, hoon, jisu, yuna } from './fake-app.ts';

const bodyOf = ({ raw }: Arrived) => JSON.parse(raw) as { update_id: number; message?: { text?: string } };

test('what people do comes to the webhook with its secret: every kind of thing, in private', async () => {
  const { messenger, updates, hooks, at, bot } = await openChat();
  await hooks();
  const person = messenger.chatter(jisu);
  expect(await person.starts('gift_12')).toMatchObject({ delivered: true, status: 204 });
  const { message: text } = await person.writes('안녕 @giftline_demo_bot https://a.example/x');
  await person.edits(text, '안녕하세요');
  await person.sharesContact();
  await person.sharesContact({ phone: '+81312345678', firstName: 'Aiko' });
  await person.sends({ sticker: '🎁' });
  await person.sends({ voiceSeconds: 7 });
  await person.sends({ location: { latitude: 33.5, longitude: 126.5 } });
  await person.sends({ photo: 'plain', caption: '사진' });
  await person.blocks();
  await person.unblocks();
  const { chat: id } = await person.reads();
  expect(updates()).toMatchObject([
    { message: { text: '/start gift_12', entities: [{ type: 'bot_command', offset: 0, length: 6 }], chat: { id } } },
    { message: { message_id: text, from: { id, language_code: 'ko', first_name: '지수', last_name: '김' } } },
    { edited_message: { message_id: text, text: '안녕하세요', edit_date: 1_795_143_600 } },
    { message: { contact: { phone_number: '821020000001', user_id: id } } },
    { message: { contact: { phone_number: '+81312345678', first_name: 'Aiko' } } },
    { message: { sticker: { emoji: '🎁' } } },
    { message: { voice: { duration: 7 } } },
    { message: { location: { latitude: 33.5 } } },
    { message: { photo: [{}, { width: 400 }], caption: '사진' } },
    { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
    { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
  ]);
  expect(updates()[4]).not.toHaveProperty('message.contact.user_id');
  const ids = updates().map(({ update_id }) => update_id);
  expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index));
  for (const { headers } of at(webhookPath)) {
    expect(headers['x-telegram-bot-api-secret-token']).toBe(secret);
    expect(headers['content-type']).toBe('application/json');
  }
  expect(await bot.getWebhookInfo()).toMatchObject({ pending_update_count: 0, max_connections: 40 });
});

test('in a group the bot hears commands, mentions, answers to it and presses; it can be thrown out', async () => {
  const { messenger, updates, hooks, bot } = await openChat();
  await hooks();
  const group = await messenger.makeGroup('점심 모임', [jisu, yuna]);
  const person = messenger.chatter(yuna).in(group);
  expect(await person.writes('그냥 하는 말')).toMatchObject({ delivered: false, reason: 'not-for-the-bot' });
  expect(await person.writes('/coupons@other_bot')).toMatchObject({ delivered: false });
  await person.writes('/coupons');
  await person.writes('@giftline_demo_bot 쿠폰?');
  const { message_id: asked } = await bot.sendMessage(
    group.id,
    '무엇을?',
    Markup.inlineKeyboard([[{ text: '쿠폰', callback_data: 'c' }]]),
  );
  await person.writes('2580', { replyTo: asked });
  await person.presses('쿠폰');
  await messenger.chatter(jisu).in(group).throwsOutBot();
  expect(await outcome(bot.sendMessage(group.id, 'x'))).toBe('403 Forbidden: bot was kicked from the group chat');
  expect(updates()).toMatchObject([
    {
      my_chat_member: {
        chat: { id: group.id, type: 'group', title: '점심 모임' },
        new_chat_member: { status: 'member' },
      },
    },
    { message: { new_chat_members: [{ is_bot: true }] } },
    { message: { text: '/coupons', chat: { type: 'group' } } },
    { message: { text: '@giftline_demo_bot 쿠폰?' } },
    { message: { text: '2580', reply_to_message: { message_id: asked } } },
    { callback_query: { data: 'c', message: { chat: { id: group.id } } } },
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ]);
});

test('old buttons, buttons of messages that are gone, and data that nobody offered can all be pressed', async () => {
  const { messenger, updates, hooks, bot } = await openChat();
  await hooks();
  const person = messenger.chatter(jisu);
  await person.starts();
  const { chat: id } = await person.reads();
  const ask = await bot.sendMessage(id, '살까요?', Markup.inlineKeyboard([[{ text: '사기', callback_data: 'buy:1' }]]));
  await bot.editMessageText(id, ask.message_id, undefined, '샀습니다');
  await expect(person.presses('사기')).rejects.toThrow(/No button/);
  await person.pressesOld('사기');
  await bot.deleteMessage(id, ask.message_id);
  await person.pressesData(ask.message_id, 'buy:1');
  await person.pressesData(ask.message_id, 'forged:999');
  expect(updates().slice(-3)).toMatchObject([
    { callback_query: { data: 'buy:1', message: { text: '샀습니다' } } },
    { callback_query: { data: 'buy:1', message: { message_id: ask.message_id, date: 0 } } },
    { callback_query: { data: 'forged:999' } },
  ]);
});

test('an update that gets no 2xx comes again, and those after it in the same chat wait; other chats do not', async () => {
  const tries: string[] = [];
  const seen = new Map<string, number>();
  const { messenger, hooks, bot } = await openChat({
    [webhookPath]: (arrived, reply) => {
      const text = bodyOf(arrived).message?.text ?? '';
      tries.push(text);
      seen.set(text, (seen.get(text) ?? 0) + 1);
      return reply.code(text === '하나' && seen.get(text) === 1 ? 500 : 200).send();
    },
  });
  await hooks();
  const [first, second] = [messenger.chatter(jisu), messenger.chatter(yuna)];
  const answers = await Promise.all([first.writes('하나'), first.writes('둘'), second.writes('다른 방')]);
  expect(answers.every(({ delivered }) => delivered)).toBe(true);
  expect(tries.filter((text) => text !== '다른 방')).toEqual(['하나', '하나', '둘']);
  expect(await bot.getWebhookInfo()).toMatchObject({
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  });
});

test('what comes while the app is down waits, and comes as soon as the app has said where it is', async () => {
  let up = false;
  const got: (string | undefined)[] = [];
  const { messenger, hooks, bot, at } = await openChat({
    [webhookPath]: (arrived, reply) => {
      if (up) got.push(bodyOf(arrived).message?.text);
      return reply.code(up ? 200 : 503).send();
    },
  });
  await hooks();
  const written = ['하나', '둘'].map((text) => messenger.chatter(jisu).writes(text));
  await expect.poll(() => at(webhookPath).length).toBe(1);
  expect((await bot.getWebhookInfo()).pending_update_count).toBeGreaterThan(0);
  up = true;
  await hooks();
  await Promise.all(written);
  expect(got).toHaveLength(2);
  expect((await bot.getWebhookInfo()).pending_update_count).toBe(0);
});

test('faults: an update comes twice, is lost at first, or is held back and comes later and backwards', async () => {
  const { messenger, hooks, desk, updates } = await openChat();
  await hooks();
  const person = messenger.chatter(jisu);
  await desk.faults.add({ party: 'webhooks', on: '/chat/telegram', kind: 'duplicate' });
  await person.writes('두 번');
  await desk.faults.add({ party: 'webhooks', on: webhookPath, kind: 'lost' });
  expect(await person.writes('잃었다가')).toMatchObject({ delivered: true });
  await desk.faults.add({ party: 'webhooks', on: 'message', kind: 'held', times: 2 });
  expect(await person.writes('늦게 1')).toMatchObject({ delivered: false, reason: 'held' });
  await person.writes('늦게 2');
  await person.writes('제때');
  await desk.release({ order: 'reversed' });
  const texts = updates().map((update) => ('message' in update ? update.message.text : ''));
  expect(texts).toEqual(['두 번', '두 번', '잃었다가', '제때', '늦게 2', '늦게 1']);
});

test('faults of the API: busy, broken, an answer that is lost after the message came, and one who has just blocked', async () => {
  const { messenger, bot, desk } = await openChat();
  const person = messenger.chatter(jisu);
  await person.starts();
  const { chat: id } = await person.reads();
  const send = (text: string) => outcome(bot.sendMessage(id, text));
  await desk.faults.add({ party: 'telegram', on: 'sendMessage', kind: 'status-429', retryAfterSeconds: 9 });
  expect(await send('1')).toBe('429 Too Many Requests: retry after 9');
  await desk.faults.add({ party: 'telegram', kind: 'status-500' });
  expect(await send('2')).toMatch(/^500/);
  await desk.faults.add({ party: 'telegram', on: 'sendMessage', kind: 'lost-request' });
  expect(await send('3')).toBe('no answer');
  await desk.faults.add({ party: 'telegram', on: 'sendMessage', kind: 'lost-answer' });
  expect(await send('4')).toBe('no answer');
  expect((await person.reads()).messages.filter(({ from }) => from.isBot).map(({ text }) => text)).toEqual(['4']);
  await desk.faults.add({ party: 'telegram', on: 'send', kind: 'blocked' });
  expect(await send('5')).toBe('403 Forbidden: bot was blocked by the user');
  expect(await send('6')).toBe('403 Forbidden: bot was blocked by the user');
  const requests = await desk.requests('telegram');
  expect(requests.map(({ path, fault }) => [path, fault]).slice(0, 2)).toEqual([
    ['/sendMessage', 'status-429'],
    ['/sendMessage', 'status-500'],
  ]);
  expect(JSON.stringify(requests)).not.toContain(botToken);
});

test('without a webhook updates wait to be asked for; with one they cannot be', async () => {
  const { messenger, hooks, bot, at, appUrl } = await openChat();
  const person = messenger.chatter(jisu);
  expect(await person.writes('하나')).toMatchObject({ delivered: false, reason: 'waiting' });
  await person.writes('둘');
  const updates = await bot.getUpdates(0, 100, 0, undefined);
  expect(updates).toHaveLength(2);
  const next = (updates[0]?.update_id ?? 0) + 1;
  expect(await bot.getUpdates(0, 100, next, undefined)).toHaveLength(1);
  expect(await bot.getUpdates(0, 100, next + 1, undefined)).toHaveLength(0);
  const [polled] = await Promise.all([bot.getUpdates(20, 100, 0, undefined), person.writes('셋')]);
  expect(polled).toMatchObject([{ message: { text: '셋' } }]);
  await hooks();
  await expect.poll(() => at(webhookPath).length).toBe(1);
  expect(await outcome(bot.getUpdates(0, 100, 0, undefined))).toMatch(/^409 Conflict: can't use getUpdates method/);
  await bot.deleteWebhook();
  await person.writes('넷');
  await bot.setWebhook(appUrl + webhookPath, { drop_pending_updates: true, allowed_updates: ['callback_query'] });
  expect(await person.writes('다섯')).toMatchObject({ delivered: false, reason: 'not-wanted' });
  expect(at(webhookPath)).toHaveLength(1);

  const refused = (url: string, more = {}) => outcome(bot.setWebhook(url, more));
  expect(await refused('http://giftline.example/x')).toMatch(/bad webhook: An HTTPS URL must be provided for webhook/);
  expect(await refused('https://giftline.example:3000/x')).toMatch(/only on ports 80, 88, 443 or 8443/);
  expect(await refused('nonsense')).toBe('400 Bad Request: invalid webhook URL specified');
  expect(await refused(appUrl, { secret_token: 'with space' })).toMatch(/secret token contains unallowed characters/);
});

test('a method in the answer to an update is carried out; a wrong one is complained of', async () => {
  const { messenger, hooks, expects, simulator } = await openChat({
    [webhookPath]: (arrived, reply) =>
      reply.type('application/json').send({
        method: 'sendMessage',
        chat_id: JSON.parse(arrived.raw).message.chat.id,
        text: bodyOf(arrived).message?.text === '무엇' ? '이것' : '',
      }),
  });
  await hooks();
  const person = messenger.chatter(jisu);
  await person.writes('무엇');
  await person.sees('이것');
  await person.writes('아무것도');
  expect(simulator.complaints()).toEqual(['messenger: answer to an update: Bad Request: message text is empty']);
  expects(/text is empty/);
});

test('a bot made with telegraf talks with three people, by webhook and by long polling', async () => {
  const told: string[] = [];
  const build = (apiRoot: string) => {
    const bot = new Telegraf(botToken, { telegram: { apiRoot, webhookReply: false } });
    bot.start(async (context) => context.reply(`어서 오세요, ${context.payload}`));
    bot.action(/^take:(\d+)$/, async (context) => {
      await context.answerCbQuery('받음');
      await context.editMessageText(`쿠폰 ${context.match[1]}`);
    });
    bot.on(message('text'), async (context) => {
      told.push(context.message.text);
      await context.reply('쿠폰이 있습니다', Markup.inlineKeyboard([Markup.button.callback('받기', 'take:7')]));
    });
    return bot;
  };
  const world = await openChat({
    [webhookPath]: async (arrived, reply) => {
      await byWebhook.handleUpdate(JSON.parse(arrived.raw));
      return reply.code(200).send();
    },
  });
  const byWebhook = build(world.simulator.url);
  await world.hooks();
  for (const who of [jisu, yuna, hoon]) {
    const person = world.messenger.chatter(who);
    await person.starts('r1');
    await person.sees('어서 오세요, r1');
    await person.writes('쿠폰 주세요');
    const { answer } = (await person.presses('받기')) as { answer: { text: string } | null };
    expect(answer?.text).toBe('받음');
    await person.sees('쿠폰 7');
  }
  expect(told).toEqual(Array(3).fill('쿠폰 주세요'));
  await world.bot.deleteWebhook();
  const polling = build(world.simulator.url);
  const polled = polling.launch();
  onTestFinished(async () => {
    polling.stop();
    await polled.catch(() => undefined);
  });
  await world.messenger.chatter(jisu).writes('또');
  await expect.poll(() => told.at(-1)).toBe('또');
});
