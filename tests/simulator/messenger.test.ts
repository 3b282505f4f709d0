import { once } from 'node:events';
import { createServer } from 'node:http';
import sharp from 'sharp';
import { Markup, Telegram } from 'telegraf';
import { expect, onTestFinished, test } from 'vitest';
import { botApiSpec, noDescription } from '../support/bot-api-spec.ts';
import { openChat, outcome } from './chat-world.ts';
import { botToken, jisu, stranger, yuna } from './fake-app.ts';

const inline = Markup.inlineKeyboard;
const button = Markup.button.callback;

const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();

/** Ids of people who have started the bot. */
async function started({ messenger }: Awaited<ReturnType<typeof openChat>>, ...phones: string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const phone of phones) {
    await messenger.chatter(phone).starts();
    ids.push((await messenger.chatter(phone).reads()).chat);
  }
  return ids;
}

test('the bot knows itself, its commands and its menu; a wrong token and an unknown method are refused', async () => {
  const world = await openChat();
  const { bot, simulator, messenger } = world;
  const me = await bot.getMe();
  expect(me).toMatchObject({ id: 5_880_000_001, is_bot: true, username: 'giftline_demo_bot' });
  const stranger = new Telegram('5880000001:AAGsomebody-else', { apiRoot: simulator.url });
  expect(await outcome(stranger.getMe())).toBe('401 Unauthorized');
  expect(await outcome(bot.callApi('sendMessages' as 'getMe', {}))).toBe('404 Not Found: method not found');

  await bot.setMyCommands([{ command: 'wallet', description: '지갑' }], { scope: { type: 'all_private_chats' } });
  await bot.setMyCommands([{ command: 'wallet', description: 'Wallet' }], { language_code: 'en' });
  expect(await bot.getMyCommands({ language_code: 'en' })).toEqual([{ command: 'wallet', description: 'Wallet' }]);
  expect(await outcome(bot.setMyCommands([{ command: 'My Wallet', description: 'x' }]))).toBe(
    '400 Bad Request: BOT_COMMAND_INVALID',
  );
  await bot.setChatMenuButton({ menuButton: { type: 'commands' } });
  expect(await bot.getChatMenuButton()).toEqual({ type: 'commands' });
  await started(world, jisu);
  expect((await messenger.chatter(jisu).reads()).commands).toEqual([{ command: 'wallet', description: '지갑' }]);
  // Names of methods are not case sensitive, fields may come in a form or in the address, and a GET will do.
  for (const path of ['getme', 'GetMe?']) {
    expect(await (await fetch(`${simulator.url}/bot${botToken}/${path}`)).json()).toMatchObject({ ok: true });
  }
});

test('a message arrives formatted; broken formatting is refused in the words of Telegram', async () => {
  const world = await openChat();
  const { bot, messenger } = world;
  const [id = 0] = await started(world, jisu);
  const html =
    '  <b>안녕 &lt;지수&gt;</b> <i>20%</i> <a href="https://giftline.example/w/1">지갑</a>\n<code>a&amp;b</code> 👋 /help  ';
  const sent = await bot.sendMessage(id, html, { parse_mode: 'HTML' });
  expect(sent.text).toBe('안녕 <지수> 20% 지갑\na&b 👋 /help');
  expect(sent.entities).toEqual([
    { type: 'bold', offset: 0, length: 7 },
    { type: 'italic', offset: 8, length: 3 },
    { type: 'text_link', offset: 12, length: 2, url: 'https://giftline.example/w/1' },
    { type: 'code', offset: 15, length: 3 },
    { type: 'bot_command', offset: 22, length: 5 },
  ]);
  expect((await bot.sendMessage(id, '</script> a/b')).entities).toBeUndefined();
  expect(await messenger.chatter(jisu).sees(/지갑/)).toMatchObject({ text: sent.text, entities: sent.entities });
  const nested = await bot.sendMessage(id, '<b>a<u>b</u></b><pre><code class="language-ts">c</code></pre>', {
    parse_mode: 'HTML',
  });
  expect(nested.entities?.map(({ type }) => type)).toEqual(['bold', 'underline', 'pre']);

  const refusals: Record<string, string> = {
    '<b>굵게': 'Can\'t find end tag corresponding to start tag "b"',
    '가<script>x</script>': 'Unsupported start tag "script" at byte offset 3',
    '1 < 2': 'Unsupported start tag "" at byte offset 2',
    '1 <': 'Unclosed start tag at byte offset 2',
    '<b>x</i>': 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    'x</b>': 'Unexpected end tag at byte offset 1',
    '<a href>x</a>': 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    '<span class="red">x</span>': 'Tag "span" must have class "tg-spoiler" at byte offset 0',
  };
  for (const [text, why] of Object.entries(refusals)) {
    expect(await outcome(bot.sendMessage(id, text, { parse_mode: 'HTML' }))).toBe(
      `400 Bad Request: can't parse entities: ${why}`,
    );
  }
  const refused = (text: string, more = {}) => outcome(bot.sendMessage(id, text, more));
  expect(await refused(' \n ')).toBe('400 Bad Request: message text is empty');
  expect(await refused('<b> </b>', { parse_mode: 'HTML' })).toBe('400 Bad Request: message text is empty');
  expect(await refused('가'.repeat(4_097))).toBe('400 Bad Request: message is too long');
  expect(await refused('가'.repeat(4_096))).toBe('done');
  expect(await refused('x', { entities: [{ type: 'bold', offset: 0, length: 2 }] })).toMatch(/^400 /);
  expect(await refused('x', { reply_parameters: { message_id: 99_999 } })).toBe(
    '400 Bad Request: message to be replied not found',
  );
});

test('whoever has not started the bot, has blocked it, or is gone, gets nothing from it', async () => {
  const world = await openChat();
  const { bot, messenger } = world;
  const refused = (id: number) => outcome(bot.sendMessage(id, 'x'));
  const { people } = await messenger.addPeople({ firstName: 'Alex', languageCode: 'en' });
  const alex = people[0]?.id ?? 0;
  expect(await refused(alex)).toBe('400 Bad Request: chat not found');
  expect(await refused(1)).toBe('400 Bad Request: chat not found');
  await messenger.makeGroup('동네', [jisu, alex]);
  expect(await refused(alex)).toBe("403 Forbidden: bot can't initiate conversation with a user");
  await messenger.chatter(alex).starts('ref_1');
  expect(await refused(alex)).toBe('done');
  await messenger.chatter(alex).blocks();
  expect(await refused(alex)).toBe('403 Forbidden: bot was blocked by the user');
  expect(await outcome(bot.sendChatAction(alex, 'typing'))).toBe('403 Forbidden: bot was blocked by the user');
  await expect(messenger.chatter(alex).writes('hi')).rejects.toThrow(/409.*blocked/);
  await messenger.chatter(alex).unblocks();
  expect(await refused(alex)).toBe('done');
  await messenger.chatter(alex).leaves();
  expect(await refused(alex)).toBe('403 Forbidden: user is deactivated');
  expect(await outcome(bot.callApi('sendMessage', { text: 'x' } as never))).toBe('400 Bad Request: chat_id is empty');
  world.expects(/sendMessage: chat_id is missing/);
});

test('a photo comes as a buffer, from an address, or is known by its id; what is no photo is refused', async () => {
  const world = await openChat();
  const { bot, messenger } = world;
  const [id = 0, other = 0] = await started(world, jisu, yuna);
  const sent = await bot.sendPhoto(
    id,
    { source: await picture(2_000, 1_000) },
    { caption: '<b>카드</b>', parse_mode: 'HTML', ...inline([button('쓰기', 'use:1')]) },
  );
  expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
    [320, 160],
    [1_280, 640],
  ]);
  expect(sent).toMatchObject({ caption: '카드', caption_entities: [{ type: 'bold', offset: 0, length: 2 }] });
  const seen = await messenger.chatter(jisu).sees('카드');
  expect(seen).toMatchObject({ photo: { width: 1_280 }, buttons: [[{ text: '쓰기', callback_data: 'use:1' }]] });
  expect(await sharp(await messenger.picture(seen)).metadata()).toMatchObject({ format: 'jpeg', width: 1_280 });

  const [small, large] = sent.photo;
  const again = await bot.sendPhoto(other, large?.file_id ?? '');
  expect(again.photo).toEqual(sent.photo);
  const link = await bot.getFileLink(small?.file_id ?? '');
  expect(await sharp(Buffer.from(await (await fetch(link)).arrayBuffer())).metadata()).toMatchObject({ width: 320 });
  expect((await fetch(link.href.replace(botToken, '1:x'))).status).toBe(401);

  const jpeg = await sharp(await picture(40, 40))
    .jpeg()
    .toBuffer();
  const server = createServer((request, reply) => {
    reply.writeHead(request.url === '/card.jpg' ? 200 : 404, { 'content-type': 'image/jpeg' });
    reply.end(jpeg);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const from = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  expect((await bot.sendPhoto(id, `${from}/card.jpg`)).photo).toHaveLength(1);

  const refused = async (photo: Parameters<typeof bot.sendPhoto>[1], more = {}) =>
    outcome(bot.sendPhoto(id, photo, more));
  expect(await refused(`${from}/none.jpg`)).toBe('400 Bad Request: failed to get HTTP URL content');
  expect(await refused('no-such-id')).toMatch(/^400 Bad Request: wrong remote file identifier/);
  expect(await refused({ source: Buffer.from('no picture') })).toBe('400 Bad Request: IMAGE_PROCESS_FAILED');
  expect(await refused({ source: await picture(9_000, 1_200) })).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS');
  expect(await refused({ source: await picture(2_100, 100) })).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS');
  expect(await refused({ source: Buffer.alloc(10_485_761) })).toMatch(/file of size 10485761 bytes is too big/);
  expect(await refused({ source: jpeg }, { caption: '가'.repeat(1_025) })).toMatch(/caption is too long/);
});

test('keyboards: inline, in place of the phone’s own, taken away; a wrong button is refused', async () => {
  const world = await openChat();
  const { bot, messenger } = world;
  const [id = 0] = await started(world, jisu);
  const contact = Markup.keyboard([[Markup.button.contactRequest('번호 보내기')], ['나중에']])
    .oneTime()
    .resize();
  await bot.sendMessage(id, '번호를 알려 주세요', contact);
  const { keyboard } = await messenger.chatter(jisu).reads();
  expect(keyboard?.keyboard).toEqual([[{ text: '번호 보내기', request_contact: true }], [{ text: '나중에' }]]);
  await messenger.chatter(jisu).writes('왜요?');
  await messenger.chatter(jisu).presses('번호 보내기');
  const after = await messenger.chatter(jisu).reads();
  expect(after.messages.at(-1)?.contact).toMatchObject({ phone_number: jisu.slice(1), user_id: id });
  expect(after.keyboard).toBeNull();
  await bot.sendMessage(id, '무엇을', Markup.keyboard(['하나']));
  await bot.sendMessage(id, '끝', Markup.removeKeyboard());
  expect((await messenger.chatter(jisu).reads()).keyboard).toBeNull();
  await bot.sendMessage(id, 'PIN', { reply_markup: { force_reply: true, input_field_placeholder: '4–6' } });
  expect((await messenger.chatter(jisu).reads()).placeholder).toBe('4–6');

  const refused = (reply_markup: object) => outcome(bot.sendMessage(id, 'x', { reply_markup: reply_markup as never }));
  const row = (one: object) => ({ inline_keyboard: [[one]] });
  expect(await refused(row({ text: 'x', callback_data: '가'.repeat(22) }))).toBe(
    '400 Bad Request: BUTTON_DATA_INVALID',
  );
  expect(await refused(row({ text: 'x', callback_data: 'x'.repeat(64) }))).toBe('done');
  expect(await refused(row({ text: 'x' }))).toMatch(/Text buttons are unallowed in the inline keyboard/);
  expect(await refused(row({ text: 'x', url: 'http://localhost:3000/w/1' }))).toBe(
    "400 Bad Request: inline keyboard button URL 'http://localhost:3000/w/1' is invalid: Wrong HTTP URL",
  );
  expect(await refused(row({ text: 'x', url: 'http://127.0.0.1:3000/w/1' }))).toBe('done');
  const many = Array.from({ length: 101 }, () => [{ text: 'x', callback_data: 'x' }]);
  expect(await refused({ inline_keyboard: many })).toBe('400 Bad Request: reply markup is too long');
  const { id: group } = await messenger.makeGroup('모임', [jisu]);
  expect(await outcome(bot.sendMessage(group, 'x', contact))).toBe(
    '400 Bad Request: phone number can be requested in private chats only',
  );
});

test('messages are edited and deleted; what cannot be is refused', async () => {
  const world = await openChat();
  const { bot, messenger, passes } = world;
  const [id = 0] = await started(world, jisu);
  const { message_id: text } = await bot.sendMessage(id, '하나', inline([button('1', 'one')]));
  const { message_id: photo } = await bot.sendPhoto(id, { source: await picture(30, 30) }, { caption: '그림' });
  const edited = await bot.editMessageText(id, text, undefined, '둘', inline([button('2', 'two')]));
  expect(edited).toMatchObject({ message_id: text, text: '둘' });
  expect(await messenger.chatter(jisu).sees('둘')).toMatchObject({
    edited: true,
    buttons: [[{ text: '2' }]],
    earlierButtons: [[[{ text: '1', callback_data: 'one' }]]],
  });
  const editText = (message: number, to: string, more = {}) =>
    outcome(bot.editMessageText(id, message, undefined, to, more));
  expect(await editText(text, '둘', inline([button('2', 'two')]))).toMatch(
    /^400 Bad Request: message is not modified: /,
  );
  expect(await editText(text, '둘')).toBe('done');
  expect((await messenger.chatter(jisu).sees('둘')).buttons).toEqual([]);
  expect(await editText(99_999, 'x')).toBe('400 Bad Request: message to edit not found');
  expect(await editText(photo, 'x')).toBe('400 Bad Request: there is no text in the message to edit');
  expect(await editText(text, '')).toBe('400 Bad Request: message text is empty');
  const start = (await messenger.chatter(jisu).reads()).messages[0]?.id ?? 0;
  expect(await editText(start, 'x')).toBe("400 Bad Request: message can't be edited");
  passes(10);
  await bot.editMessageCaption(id, photo, undefined, '새 그림');
  await bot.editMessageReplyMarkup(id, photo, undefined, inline([button('쓰기', 'use')]).reply_markup);
  expect(await messenger.chatter(jisu).sees('새 그림')).toMatchObject({ buttons: [[{ text: '쓰기' }]], photo: {} });
  const media = { type: 'photo', media: { source: await picture(50, 20) }, caption: '다른 그림' } as const;
  await bot.editMessageMedia(id, photo, undefined, media);
  expect(await messenger.chatter(jisu).sees('다른 그림')).toMatchObject({ photo: { width: 50, height: 20 } });

  expect(await bot.deleteMessage(id, text)).toBe(true);
  expect(await outcome(bot.deleteMessage(id, text))).toBe('400 Bad Request: message to delete not found');
  passes(49 * 3_600);
  expect(await outcome(bot.deleteMessage(id, photo))).toBe("400 Bad Request: message can't be deleted");
});

test('a press is answered once, and soon; the person sees the answer', async () => {
  const world = await openChat();
  const { bot, messenger, passes, updates, hooks } = world;
  await hooks();
  const [id = 0] = await started(world, jisu);
  await bot.sendMessage(id, '쿠폰', inline([button('받기', 'take:7')]));
  const { queryId } = (await messenger.chatter(jisu).presses('받기')) as { queryId: string };
  expect(updates().at(-1)).toMatchObject({
    callback_query: { id: queryId, data: 'take:7', from: { id }, message: { text: '쿠폰', chat: { id } } },
  });
  await bot.answerCbQuery(queryId, '받았습니다', { show_alert: true });
  expect((await messenger.chatter(jisu).reads()).answers).toEqual([
    { queryId, text: '받았습니다', alert: true, url: null },
  ]);
  const tooOld = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
  expect(await outcome(bot.answerCbQuery(queryId))).toBe(tooOld);
  const late = (await messenger.chatter(jisu).presses('받기')) as { queryId: string };
  passes(16);
  expect(await outcome(bot.answerCbQuery(late.queryId))).toBe(tooOld);
  expect(await outcome(bot.answerCbQuery('made-up'))).toBe(tooOld);
});

test('typing is shown until something comes, or five seconds', async () => {
  const world = await openChat();
  const { bot, messenger, passes } = world;
  const [id = 0] = await started(world, jisu);
  const action = async () => (await messenger.chatter(jisu).reads()).action;
  await bot.sendChatAction(id, 'upload_photo');
  expect(await action()).toBe('upload_photo');
  passes(6);
  expect(await action()).toBeNull();
  await bot.sendChatAction(id, 'typing');
  await bot.sendMessage(id, '다 됐습니다');
  expect(await action()).toBeNull();
  expect(await outcome(bot.sendChatAction(id, 'dancing' as 'typing'))).toMatch(/wrong parameter action/);
});

test('who sends faster than Telegram allows is told when to come back, by the clock of the simulator', async () => {
  const world = await openChat();
  const { bot, messenger, passes, simulator } = world;
  const { ids } = await messenger.addPeople({ firstName: 'P', count: 60, started: true });
  const each = Array.from({ length: 60 }, (_, index) => ids[0] + index);
  const send = (id: number) => outcome(bot.sendMessage(id, 'x'));
  const first = await Promise.all(each.map(send));
  expect(first.filter((one) => one === 'done')).toHaveLength(30);
  expect(first.find((one) => one !== 'done')).toBe('429 Too Many Requests: retry after 1');
  const answer = await fetch(`${simulator.url}/bot${botToken}/sendMessage?chat_id=${each[59]}&text=x`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await answer.json()).toMatchObject({ ok: false, error_code: 429, parameters: { retry_after: 1 } });
  passes(1);
  expect((await Promise.all(each.slice(30).map(send))).every((one) => one === 'done')).toBe(true);
  passes(10);
  // In one chat: a short burst, then one a second. Whoever answers a person is not held up.
  const [one = 0] = each;
  const inChat = async (times: number) => {
    const said: string[] = [];
    for (let nth = 0; nth < times; nth += 1) said.push(await send(one));
    return said.filter((all) => all === 'done').length;
  };
  expect(await inChat(8)).toBe(5);
  passes(2);
  expect(await inChat(8)).toBe(2);
  await messenger.chatter(one).writes('안녕');
  expect(await inChat(8)).toBe(5);
  const { id: group } = await messenger.makeGroup('모임', [jisu]);
  passes(60);
  const toGroup: string[] = [];
  for (let nth = 0; nth < 22; nth += 1) toGroup.push(await outcome(bot.sendMessage(group, 'x')));
  expect(toGroup.slice(20)).toEqual(Array(2).fill('429 Too Many Requests: retry after 3'));
});

test('a bench may send as fast as it can, to a hundred thousand; only the newest messages are kept', async () => {
  const world = await openChat({}, { telegram: { token: botToken, limits: null }, botApiCheck: () => [] });
  const { bot, messenger } = world;
  const { ids } = await messenger.addPeople({ firstName: 'P', count: 100_000, started: true });
  expect(ids[1] - ids[0]).toBe(99_999);
  expect((await messenger.facts()).people).toBe(100_006);
  for (let nth = 0; nth < 205; nth += 1) await bot.sendMessage(ids[1], `${nth}`);
  const { messages } = await messenger.chatter(ids[1]).reads();
  expect(messages).toHaveLength(200);
  expect(messages[0]?.text).toBe('5');
});

test('what the makers’ description finds wrong with a request is complained of', async ({ skip }) => {
  if (!botApiSpec) return skip(noDescription);
  const world = await openChat();
  const [id = 0] = await started(world, jisu);
  await outcome(world.bot.callApi('sendMessage', { chat_id: id, text: 'x', shout: true } as never));
  expect(world.simulator.complaints()).toEqual(['messenger: sendMessage: shout is unknown']);
  world.expects(/shout/);
  const { faultsInRequest, faultsInObject } = botApiSpec;
  expect(botApiSpec.version).toMatch(/^Bot API \d/);
  expect(faultsInRequest('sendMessage', { chat_id: 1 })).toEqual(['text is missing']);
  expect(
    faultsInRequest('sendMessage', { chat_id: '1', text: 'x', reply_markup: '{"inline_keyboard":[[{}]]}' }),
  ).toEqual(['reply_markup.inline_keyboard[0][0].text is missing']);
  expect(
    faultsInRequest('editMessageMedia', { media: { type: 'photo', media: 'attach://a' }, a: Buffer.from('') }),
  ).toEqual([]);
  expect(faultsInObject('Update', { update_id: 1, message: { message_id: 1, date: 1 } })).toEqual([
    'Update.message.chat is missing',
  ]);
});

test('the desk says in words what cannot be', async () => {
  const { messenger } = await openChat();
  await expect(messenger.chatter('+821099999999').reads()).rejects.toThrow(/404.*nobody/);
  await expect(messenger.chatter(jisu).writes('')).rejects.toThrow(/400/);
  await expect(messenger.chatter(jisu).presses('x')).rejects.toThrow(/No button x/);
  const { people } = await messenger.addPeople({ firstName: 'Alex' });
  await expect(messenger.chatter(people[0]?.id ?? 0).sharesContact()).rejects.toThrow(/409.*no number/);
  await expect(messenger.chatter(stranger).in({ id: -1 }).writes('x')).rejects.toThrow(/404.*group/);
});
