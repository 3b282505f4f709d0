import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, World } from '../support/world.ts';
import { ChatPerson } from './chatting.ts';

let world: World;
let jisu: ChatPerson;
let yuna: ChatPerson;
beforeAll(async () => {
  world = await World.open();
  await world.settles();
  jisu = await new ChatPerson(world, people.jisu).signsUp();
  yuna = await new ChatPerson(world, people.yuna).signsUp();
});
afterAll(async () => {
  await world.settles();
  await world.isSound();
  await world.close();
});

/** Everything takes a little time, as it does. */
async function thenWrites(person: ChatPerson, ...said: string[]): Promise<void> {
  for (const text of said) {
    world.passes({ seconds: 2 });
    await person.writes(text);
  }
}

const gives = (amount: string, phone = '01030000001') => thenWrites(jisu, '/buy', '한라', amount, '2580', phone, '네');
const accepted = () => world.app.store.read.gift.count({ where: { state: 'accepted' } });
const written = async (person: ChatPerson) =>
  (await person.chat.reads()).messages.filter(({ from }) => !from.isBot).map(({ text }) => text);

test('GC-10 bare digits accept a gift only as the first answer to its offer', async () => {
  await gives('30000');
  await yuna.sees(/한라악기 30,000원 상품권을 보냈습니다/);
  await thenWrites(yuna, '/buy', '/cancel', '50000');
  expect(await accepted()).toBe(0);
  const asked = await yuna.last();
  expect(asked.text).toMatch(/대화에서 지웠어요[\s\S]*한라악기 상품권 30,000원을 보냈어요[\s\S]*PIN을 정해 주세요/);
  expect(await written(yuna)).not.toContain('50000');
  await thenWrites(yuna, '4321');
  await yuna.sees(/한라악기 상품권 30,000원을 받았어요/);
  expect(await accepted()).toBe(1);
});

test('GC-10 the first answer to an offer may be nothing but a PIN', async () => {
  await gives('10000');
  await thenWrites(yuna, '8642');
  await yuna.sees(/한라악기 상품권 10,000원을 받았어요/);
  expect(await written(yuna)).not.toContain('8642');
});

test('GC-10 of several gifts none is accepted by bare digits, and the digits are taken out', async () => {
  await gives('11000');
  await gives('12000');
  const before = await accepted();
  await thenWrites(yuna, '7531');
  expect((await yuna.last()).text).toMatch(/대화에서 지웠어요[\s\S]*받은 선물/);
  expect(await accepted()).toBe(before);
  expect(await written(yuna)).not.toContain('7531');
});

test('where a PIN is asked for, a sticker, a number and too few digits are told apart, and count as no guess', async () => {
  await thenWrites(jisu, '/buy', '한라', '10000');
  await jisu.sends({ sticker: '😀' });
  await jisu.sees(/귀여운 스티커[\s\S]*PIN을 기다리고 있어요/);
  for (let i = 0; i < 3; i++) await thenWrites(jisu, '010-2000-0001', '12', '왜요?');
  await jisu.sees(/전화번호를 쓰신 것 같아요/);
  await jisu.sees(/PIN은 숫자 4~6자리예요/);
  await thenWrites(jisu, '2580');
  await jisu.sees(/아직 결제 전이에요/);
  await thenWrites(jisu, '/cancel');
});

test('hello and thanks are answered with the home screen, and digits are never looked for', async () => {
  for (const said of [
    '안녕하세요',
    '안녕하세요~!',
    'hi',
    'Hi!',
    'こんにちは',
    'ㅎㅇ',
    '감사합니다 ㅎㅎ',
    'Thank you!',
  ]) {
    await thenWrites(jisu, said);
    expect((await jisu.last()).text, said).toMatch(/무엇을 도와드릴까요/);
  }
  for (const said of ['010-1234-5678', '제 번호는 010 1234 5678이에요', '12', '12345678']) {
    await thenWrites(jisu, said);
    const answer = await jisu.last();
    expect(answer.text, said).toMatch(/숫자만으로는 매장을 찾을 수 없어요/);
    expect(answer.buttons.flat().map(({ text }) => text)).not.toContain('➕ 등록 요청하기');
  }
  await thenWrites(jisu, '/search', '감사합니다');
  await jisu.sees(/무엇을 도와드릴까요/);
  await thenWrites(jisu, '103');
  expect((await jisu.last()).text).toMatch(/제주렌터카/);
});

test('who types a number at the sign-up reads why the button is needed', async () => {
  const hoon = await new ChatPerson(world, people.hoon).starts();
  await hoon.presses(/가입하기/);
  await hoon.writes('010-3000-0002');
  await hoon.sees(/본인 번호인지 확인할 수 없어요[\s\S]*내 번호 보내기/);
  await hoon.presses(/회원번호로 연결하기/);
  await thenWrites(hoon, '100001', '9999');
  await hoon.sees(/회원번호나 PIN이 맞지 않아요/);
  await thenWrites(hoon, '2581');
  await hoon.sees(/대화에서 지웠어요[\s\S]*먼저 회원번호가 필요해요/);
  await thenWrites(hoon, '258012');
  await hoon.sees(/숫자를 쓰신 글은 대화에서 지웠어요/);
  expect((await written(hoon)).join(' ')).not.toMatch(/9999|2581|258012/);
});
