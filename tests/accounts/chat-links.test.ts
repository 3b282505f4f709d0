import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { ownerOf } from '../support/coupons.ts';
import { people, test, type World } from '../support/world.ts';

const linkOf = async (world: World, code: string): Promise<string> =>
  `link-${await world.app.operations.chatLink(await ownerOf(world, code))}`;

const linkedTo = async (world: World, code: string): Promise<string | null> => {
  const { read } = world.app.store;
  const { customerId } = await read.account.findUniqueOrThrow({ where: { id: await ownerOf(world, code) } });
  return customerId && (await read.customer.findUniqueOrThrow({ where: { id: customerId } })).phone;
};

async function signedUp(world: World, phone: string): Promise<ChatPerson> {
  const person = new ChatPerson(world, phone);
  await person.signsUp();
  return person;
}

test("an owner's link asks before it links, is good once, and says what would be lost", { timeout: 60_000 }, async ({
  world,
}) => {
  const [hoon, yuna] = [await signedUp(world, people.hoon), await signedUp(world, people.yuna)];
  const link = await linkOf(world, '102');
  await hoon.starts(link);
  await hoon.sees(/이 대화를 북촌식당 매장에 연결할까요\?/);
  expect((await hoon.last()).text).not.toMatch(/다른 대화|지금/);
  expect(await linkedTo(world, '102')).toBeNull();
  await hoon.presses('아니요');
  expect(await linkedTo(world, '102')).toBeNull();
  await hoon.starts(link);
  const question = await hoon.last();
  await hoon.presses('네');
  await hoon.sees(/매장 소식을 볼 수 있어요: 북촌식당/);
  expect(await linkedTo(world, '102')).toBe(people.hoon);
  // Once: not for somebody else, and not by the question that was answered.
  await yuna.starts(link);
  await yuna.sees(/더 쓸 수 없는 연결 주소/);
  await hoon.starts(link);
  await hoon.sees(/매장 소식을 볼 수 있어요/);
  expect(await linkedTo(world, '102')).toBe(people.hoon);

  // Lured by another shop's owner: the chat keeps its shop until its reader says yes.
  await hoon.starts(await linkOf(world, '101'));
  await hoon.sees(/한라악기 매장에 연결할까요[\s\S]*직접 누르셨을 때만[\s\S]*지금 북촌식당 매장에 연결돼 있어요/);
  await hoon.presses('아니요');
  expect([await linkedTo(world, '101'), await linkedTo(world, '102')]).toEqual([null, people.hoon]);

  const moved = await linkOf(world, '102');
  await yuna.starts(moved);
  await yuna.sees(/북촌식당 매장에 연결할까요[\s\S]*지금은 다른 대화에 연결돼 있어요/);
  await yuna.presses('네');
  expect(await linkedTo(world, '102')).toBe(people.yuna);
  // An old question does not answer a new link.
  await hoon.starts(await linkOf(world, '101'));
  const data = (message: typeof question) => message.buttons.flat()[0]?.callback_data ?? '';
  await hoon.pressesData(question.id, question.earlierButtons.flat(2)[0]?.callback_data ?? data(question));
  expect(await linkedTo(world, '101')).toBeNull();
  await hoon.presses('네');
  expect(await linkedTo(world, '101')).toBe(people.hoon);
});

test('a link of ten minutes ago, or one that was changed, links nothing', async ({ world }) => {
  const hoon = await signedUp(world, people.hoon);
  const link = await linkOf(world, '102');
  await hoon.starts(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  await hoon.sees(/더 쓸 수 없는 연결 주소/);
  await hoon.starts(link);
  world.passes({ minutes: 10 });
  await hoon.presses('네');
  await hoon.sees(/더 쓸 수 없는 연결 주소/);
  expect(await linkedTo(world, '102')).toBeNull();
});

test.for([
  ['en', 'Yes', /Link this chat to Bukchon Table\?/],
  ['ja', 'はい', /このトークをBukchon Tableにつなぎますか/],
] as const)('the question in %s', async ([languageCode, yes, asked], { world }) => {
  const [somebody] = (await world.desk.messenger.addPeople({ firstName: 'Kim', languageCode, phone: '+821055500001' }))
    .people;
  const person = new ChatPerson(world, somebody?.id ?? 0);
  await person.starts(await linkOf(world, '102'));
  await person.sends({ contact: 'own' });
  await person.sees(asked);
  await person.presses(yes);
  expect(await linkedTo(world, '102')).toBe(somebody?.phone);
});
