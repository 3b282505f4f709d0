import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailSender } from '../../src/core/messages/address.ts';
import { people, World } from '../support/world.ts';
import { ChatPerson } from './chatting.ts';

let world: World;
let yuna: ChatPerson;
beforeAll(async () => {
  world = await World.open();
  await world.settles();
  yuna = await new ChatPerson(world, people.yuna).signsUp();
});
afterAll(async () => {
  await world.settles();
  await world.isSound();
  await world.close();
});

const counts = async () => {
  const { read } = world.app.store;
  const all = [read.couponRequest, read.voucher, read.purchase, read.hold, read.customer, read.shopWish];
  return Promise.all(all.map((model) => (model as { count(): Promise<number> }).count()));
};

test('forged and unknown buttons get a kind word above the chat, and change nothing', async () => {
  const before = await counts();
  const { id } = await yuna.last();
  const forged = [
    'x',
    'shop',
    'shop:',
    'fetch:..',
    'buy-now:1',
    'want-percent:20',
    'want-amount:a.b',
    'say:xx',
    'news:fax',
  ];
  const uuid = '01a1fea7-cd0b-7460-b4c0-0e8f5c5f58ac';
  const nobodys = [
    'fetch',
    'voucher',
    'certificate',
    'accept-gift',
    'refuse-gift-now',
    'buy-now',
    'buy-stop',
    'withdraw',
    'ask',
    'add-words',
  ];
  for (const data of [...forged, '../../etc', '💣', 'a'.repeat(64), ...nobodys.map((action) => `${action}:${uuid}`)]) {
    await yuna.chat.pressesData(id, data);
  }
  await world.settles();
  await yuna.pressesData(id, 'nothing-of-ours');
  expect(await yuna.toast()).toBe('이제 쓸 수 없는 버튼이에요.');
  expect(await counts()).toEqual(before);
  expect((await yuna.chat.reads()).answers.length).toBeGreaterThanOrEqual(20);
  expect(world.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});

test('a picture, a sticker, a voice and a place are answered kindly, and the question stands', async () => {
  await yuna.writes('/search');
  await yuna.sends({ photo: 'plain' });
  await yuna.sees(/사진은 읽을 수 없어요/);
  await yuna.sends({ sticker: '😀' });
  await yuna.sees(/귀여운 스티커/);
  await yuna.sends({ voiceSeconds: 3 });
  await yuna.sees(/음성은 들을 수 없어요/);
  await yuna.sends({ location: { latitude: 33.5, longitude: 126.5 } });
  await yuna.sees(/위치로는 아직/);
  await yuna.writes('102');
  await yuna.sees(/북촌식당\n/);
});

test('an edited message is not read again', async () => {
  await yuna.writes('한라');
  const mine = (await yuna.chat.reads()).messages.findLast(({ from }) => !from.isBot);
  await yuna.chat.edits(mine?.id ?? 0, '북촌');
  await world.settles();
  expect((await yuna.last()).text).toMatch(/다시 읽지 않아요/);
});

test('what people write is shown as text: markup, right to left, 4,096 characters, names', async () => {
  const arabic = 'مطعم الليل';
  for (const said of [
    '<b>굵게</b> & <a href="http://x">y</a>',
    arabic,
    '&lt;i&gt;',
    '가'.repeat(4_096),
    '<'.repeat(4_096),
  ]) {
    await yuna.writes(said);
    const shown = await yuna.last();
    expect(shown.text).toContain(said.slice(0, 10));
    expect(shown.entities).toEqual([]);
    expect(shown.text.length).toBeLessThanOrEqual(4_096);
  }
  await yuna.writes(arabic);
  expect((await yuna.last()).text).toContain(`\u2068${arabic}\u2069`);
  const [odd] = (
    await world.desk.messenger.addPeople({ firstName: '<script>&amp;</b>', languageCode: 'en', phone: '+821030000123' })
  ).people;
  const person = await new ChatPerson(world, odd?.id ?? 0).starts();
  await person.presses(/Sign up/);
  await person.presses(/Share my number/);
  await person.sees(/Welcome, <script>&amp;<\/b>\. You are signed up/);
});

test('a very long wish, and a name of a shop in three scripts, stay within the messenger’s limits', async () => {
  await world.app.store.transaction((tx) =>
    tx.shop.updateMany({
      where: { code: '104' },
      data: { name: `<b>${'긴이름'.repeat(40)}`, place: '&'.repeat(80), about: '"'.repeat(500) },
    }),
  );
  await yuna.writes('긴이름');
  await yuna.presses(/쿠폰 요청하기/);
  await yuna.writes('가'.repeat(4_096));
  await yuna.sees(/40자까지/);
  await yuna.writes('/requests');
  expect(world.simulator.complaints()).toEqual([]);
});

test('a group is told once, kindly, where to go; buttons there say so too', async () => {
  const group = await world.desk.messenger.makeGroup('친구들', [people.yuna, people.hoon]);
  await world.settles();
  const chat = yuna.chat.in(group);
  const hello = await chat.sees(/여럿이 보는 방에서는 도와드릴 수 없어요/);
  expect(hello.buttons[0]?.[0]).toMatchObject({ url: expect.stringMatching(/^https:\/\/t\.me\//) });
  await chat.writes('/start');
  await chat.writes('/wallet');
  await world.settles();
  expect((await chat.reads()).messages.filter(({ from }) => from.isBot)).toHaveLength(1);
});

test('who blocks the bot is noted, and met again when they come back', async () => {
  const users = () => world.app.store.read.chatUser.findFirstOrThrow({ where: { customer: { phone: people.yuna } } });
  await yuna.chat.blocks();
  await world.settles();
  expect((await users()).blockedAt).not.toBeNull();
  await yuna.starts();
  expect((await users()).blockedAt).toBeNull();
});

test('in English and Japanese too, by the messenger’s language or by choice', async () => {
  const [anna] = (await world.desk.messenger.addPeople({ firstName: 'Anna', languageCode: 'de' })).people;
  const person = new ChatPerson(world, anna?.id ?? 0);
  await person.starts();
  await person.sees(/Hello, this is Giftline/);
  await person.writes('/shops');
  await person.presses(/Restaurants/);
  await person.presses(/Bukchon Table/);
  await person.sees(/Bukchon Table\n.*\n🟢 Open until 21:30/);
  await person.writes('/language');
  await person.presses('日本語');
  expect(await person.toast()).toBe('日本語にしました。');
  await person.sees(/ご用件をお選びください/);
  await person.writes('お店を見る');
  await person.sees(/どんなお店をお探しですか/);
});

test('settings: where news go, and an address that is proved by mail', async () => {
  await yuna.writes('/settings');
  await yuna.presses('문자');
  expect(await yuna.toast()).toBe('이제 문자로 보내 드려요.');
  await yuna.presses('이메일');
  await yuna.sees(/먼저 이메일 주소를 확인해야 해요/);
  await yuna.writes('yuna at mail');
  await yuna.sees(/이메일 주소가 아닌 것 같아요/);
  await yuna.writes('Yuna@Mail.example');
  await yuna.sees(/주소로 메일을 보냈어요/);
  const customer = () => world.app.store.read.customer.findUniqueOrThrow({ where: { phone: people.yuna } });
  expect(await customer()).toMatchObject({ newsBy: 'text', email: null });
  const { text } = await world.desk.mailbox('yuna@mail.example').opens(/./);
  const token = /\/e\/([\w-]+)/.exec(text ?? '')?.[1] ?? '';
  expect(await world.app.operations.confirmEmail(`${token}x`)).toEqual({ kind: 'unknown-link' });
  expect(await world.app.operations.confirmEmail(token)).toMatchObject({
    kind: 'confirmed',
    email: 'yuna@mail.example',
  });
  await yuna.writes('/settings');
  await yuna.presses('이메일');
  expect(await customer()).toMatchObject({ newsBy: 'email', email: 'yuna@mail.example' });
});

test('who said no to our mail is not asked by it again because somebody types the address', async () => {
  const { operations, store } = world.app;
  const said = { recipient: 'quiet@mail.example', sender: mailSender };
  await store.transaction((tx) => tx.optOut.create({ data: { ...said, since: world.now() } }));
  await yuna.writes('/settings');
  await yuna.presses('이메일 바꾸기');
  await yuna.writes('quiet@mail.example');
  await yuna.sees(/메일을 받지 않기로 한 주소예요/);
  expect(await store.read.outboxMessage.count({ where: { recipient: 'quiet@mail.example' } })).toBe(0);
  await yuna.writes('loud@mail.example');
  await yuna.sees(/loud@mail.example 주소로 메일을 보냈어요/);
  // One's own address is another matter: who proved it may change their mind.
  const { text } = await world.desk.mailbox('loud@mail.example').opens(/./);
  const token = /\/e\/([\w-]+)/.exec(text ?? '')?.[1] ?? '';
  expect(await operations.confirmEmail(token)).toMatchObject({ kind: 'confirmed' });
  const own = { recipient: 'loud@mail.example', sender: mailSender };
  await store.transaction((tx) => tx.optOut.create({ data: { ...own, since: world.now() } }));
  await yuna.writes('/settings');
  await yuna.presses('이메일 바꾸기');
  await yuna.writes('loud@mail.example');
  await yuna.sees(/주소로 메일을 보냈어요/);
  expect(await store.read.optOut.count({ where: own })).toBe(0);
});

test('who asks for help, for a person or for money back is told what to do, and gets no list of shops', async () => {
  const hoon = await new ChatPerson(world, people.hoon).signsUp();
  for (const said of ['상담원', '환불', '취소', '도움말', '환불해 주세요!', 'refund', 'ヘルプ', '/help']) {
    await hoon.writes(said);
    const { text } = await hoon.last();
    expect(text, said).toMatch(/돈을 돌려받으려면[\s\S]*돌려보낼 수 있어요[\s\S]*1588-0000/);
  }
  await hoon.writes('/search');
  await hoon.writes('환불');
  expect((await hoon.last()).text).toMatch(/돈을 돌려받으려면/);
  await hoon.writes('북촌');
  await hoon.presses(/쿠폰 요청하기/);
  await hoon.writes('취소');
  await hoon.sees(/그만뒀어요/);
  await hoon.presses(/설정/);
  await hoon.presses(/언어|Language/);
  await hoon.presses('English');
  await hoon.writes('refund');
  expect((await hoon.last()).text).toMatch(/Getting money back[\s\S]*1588-0000/);
  await hoon.writes('/language');
  await hoon.presses('日本語');
  await hoon.writes('返金');
  expect((await hoon.last()).text).toMatch(/返金について[\s\S]*1588-0000/);
});

test('a shop is opened when enough of its name is written, and otherwise offered; first consonants will do', async () => {
  const jisu = await new ChatPerson(world, people.jisu).signsUp();
  for (const said of ['b', '<b>*_[', 'ta', '북']) {
    await jisu.writes(said);
    const shown = await jisu.last();
    expect(shown.text, said).toMatch(/찾은 결과예요/);
    expect(JSON.stringify(shown.buttons), said).toContain('북촌식당');
  }
  await jisu.writes('$5');
  expect((await jisu.last()).text).not.toMatch(/쿠폰을 요청|요청한 사람이 없어요/);
  for (const said of ['북촌', 'bukchon', 'chon', '102', 'ㅂㅊ', 'ㅂㅊㅅㄷ', '식당']) {
    await jisu.writes(said);
    expect((await jisu.last()).text, said).toMatch(/^북촌식당\n/);
  }
  await jisu.writes('/buy');
  await jisu.writes('b');
  await jisu.sees(/어느 매장 상품권을 선물하시겠어요/);
  await jisu.writes('ㅂㅊ');
  await jisu.sees(/북촌식당 상품권, 얼마로/);
});

test('another figure right after a wish changes it, and anything else is looked for', async () => {
  const sora = await new ChatPerson(world, people.sora).signsUp();
  await sora.writes('북촌');
  await sora.presses(/쿠폰 요청하기/);
  await sora.writes('10%');
  await sora.sees(/북촌식당에 10% 할인을 요청했어요/);
  for (const [said, want] of [
    ['3천원', '3,000원 할인'],
    ['15 %', '15% 할인'],
    ['만원 할인', '10,000원 할인'],
  ] as const) {
    await sora.writes(said);
    expect((await sora.last()).text, said).toMatch(new RegExp(`요청을 ${want}.*바꿨어요`));
  }
  await sora.writes('4321');
  expect((await sora.last()).text).not.toMatch(/바꿨어요/);
  await sora.presses(/내 요청/);
  await sora.sees(/북촌식당 10,000원 할인/);
  await sora.writes('한라');
  await sora.sees(/^한라악기\n/);
});
