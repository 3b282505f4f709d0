import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordMessage } from '../../src/wording/written/messages.ts';
import { people, World } from '../support/world.ts';
import { ChatPerson } from './chatting.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
  await world.settles();
});
afterAll(async () => {
  await world.settles();
  await world.isSound();
  await world.close();
});

async function newPerson(firstName: string, languageCode: string): Promise<ChatPerson> {
  const [person] = (await world.desk.messenger.addPeople({ firstName, languageCode })).people;
  return new ChatPerson(world, person?.id ?? 0).starts();
}

async function commandsOf(chat: ChatPerson): Promise<string[]> {
  const url = new URL(`/bot${world.accounts.telegram.token}/getMyCommands`, world.simulator.url);
  url.searchParams.set('scope', JSON.stringify({ type: 'chat', chat_id: Number(chat.chat.who) }));
  const { result } = (await (await fetch(url)).json()) as { result: { description: string }[] };
  return result.map(({ description }) => description);
}

/** The six digits that were sent to a member's telephone. */
async function codeTo(phone: string, around: RegExp): Promise<string> {
  const { body } = await world.phone(phone).receives(around);
  return /\d{6}/.exec(body)?.[0] ?? '';
}

test('the list of commands follows the language that is chosen, in this chat alone', async () => {
  const anna = await newPerson('Anna', 'en');
  const other = await newPerson('Bert', 'en');
  await anna.writes('/language');
  await anna.presses('日本語');
  expect(await commandsOf(anna)).toContain('マイウォレット');
  await anna.writes('/language');
  await anna.presses('한국어');
  expect(await commandsOf(anna)).toContain('내 지갑');
  expect(await commandsOf(other)).toEqual([]);
});

test('RC-01 a code that is asked for in a chat comes in the chat’s language, and the telephone hears of a first chat', async () => {
  const ken = await newPerson('Ken', 'ja');
  await ken.presses(/登録する/);
  await ken.presses(/会員番号/);
  await ken.writes('100003 3690');
  await ken.writes(await codeTo(people.sora, /確認番号は\d{6}/));
  await ken.sees(/連携できました/);
  await world.phone(people.sora).receives(/텔레그램 대화에 새로 연결됐습니다[\s\S]*아니면 바로/);
  const mina = await newPerson('미나', 'ko');
  await mina.presses(/가입하기/);
  await mina.presses(/회원번호로/);
  await mina.writes('100003 3690');
  await mina.writes(await codeTo(people.sora, /확인 번호 \d{6}/));
  await mina.sees(/연결됐어요/);
  const told = await ken.sees(/別のトークに移りました/);
  expect(told.text).toMatch(/お心当たりがなければ[\s\S]*「登録する」/);
  expect(told.text).not.toMatch(/ギフトライン\]/);
  // Whoever was linked by the member number becomes somebody new by a shared number.
  expect(told.text).toMatch(/最初と同じ方法.*「番号を送る」.*「会員番号で連携する」/);
  expect(told.text).toMatch(/すぐに1588-0000へ/);
  for (const button of ['番号を送る', '会員番号で連携する']) await canPress(ken, button);
});

/** What is named in a message is what the sign-up shows. */
async function canPress(chat: ChatPerson, button: string): Promise<void> {
  await chat.presses(/登録する/);
  const { messages, keyboard } = await chat.chat.reads();
  const shown = [...messages.flatMap(({ buttons }) => buttons.flat()), ...(keyboard?.keyboard.flat() ?? [])];
  expect(shown.map(({ text }) => text).join()).toContain(button);
}

test('messages in the chat stand under the bot’s name, and begin without ours', () => {
  const reader = { phone: '', timeZone: 'Asia/Seoul', line: '+8215880000', link: '', twoWayText: false, mms: false };
  const facts = { kind: 'wish-declined', wish: '달빛서점' } as const;
  const unsigned = (['ko', 'en', 'ja'] as const).map((language) =>
    wordMessage(facts, { ...reader, language, unsigned: true }),
  );
  expect(unsigned).toEqual([
    '찾으시던 ‘달빛서점’은 등록하지 못했습니다.',
    'We could not list “달빛서점”, which you looked for.',
    'お探しの「달빛서점」は登録できませんでした。',
  ]);
});

test('a group is answered when somebody there asks for the bot, and not more than once a minute', async () => {
  const group = await world.desk.messenger.makeGroup('친구들', [people.yuna, people.hoon]);
  await world.settles();
  const chat = world.desk.messenger.chatter(people.yuna).in(group);
  const bot = (await world.desk.messenger.facts()).bot.username;
  const said = async () => (await chat.reads()).messages.filter(({ from }) => from.isBot).length;
  const writes = async (text: string) => {
    await chat.writes(text);
    await world.settles();
    return said();
  };
  expect(await said()).toBe(1);
  world.passes({ seconds: 61 });
  expect(await writes('/start@somebody_else_bot')).toBe(1);
  expect(await writes('/wallet')).toBe(1);
  expect(await writes(`/start@${bot}`)).toBe(2);
  expect(await writes('/help')).toBe(2);
  world.passes({ seconds: 61 });
  expect(await writes('/help')).toBe(3);
  const [row] = (await chat.reads()).messages.at(-1)?.buttons ?? [];
  expect(row?.[0]).toMatchObject({ url: expect.stringMatching(/^https:\/\/t\.me\//) });
});

test('GC-10 a text of too few digits hears the rule once', () => {
  const reader = {
    phone: people.yuna,
    timeZone: 'Asia/Seoul',
    line: '+8215880000',
    link: '',
    twoWayText: true,
    mms: false,
  };
  const shop = { name: '한라악기', nameEn: 'Halla Music' };
  const open = [{ giftNumber: 11, shop, amount: { minor: '30000', currency: 'KRW' as const } }];
  for (const language of ['ko', 'en', 'ja'] as const) {
    const said = wordMessage({ kind: 'reply-unclear', digits: true, open }, { ...reader, language });
    expect(said.match(/4[–〜]6/g), said).toHaveLength(1);
  }
});
