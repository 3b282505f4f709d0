import { expect } from 'vitest';
import { people, test, type World } from '../support/world.ts';
import { buys, buysAndAccepts } from './buying.ts';

const gifts = (world: World) => world.app.store.read.gift.findMany();
const writes = async (world: World, text: string, from: string = people.yuna) => {
  await world.phone(from).texts(text);
  await world.settles();
};
const received = async (world: World, number: string) =>
  (await world.phone(number).messages()).filter(({ to }) => to === number);

test('0 gets help, and the gift stays open', async ({ world }) => {
  await buys(world);
  await writes(world, '0');
  await world.phone(people.yuna).receives(/4.6자리.*2/s);
  expect(await gifts(world)).toMatchObject([{ state: 'offered' }]);
});

test('a stranger who texts is told that there is nothing for them', async ({ world }) => {
  await writes(world, '2580', people.hoon);
  expect(await received(world, people.hoon)).toHaveLength(1);
  await world.phone(people.hoon).receives(/선물/);
});

test.for(['안녕하세요? 이게 뭐예요', '🎁🎁🎁', '123', '1234567', '99 2580', '길어요 '.repeat(300)])(
  'a text that cannot be understood is answered and changes nothing: %s',
  async (text, { world }) => {
    await buys(world);
    const before = (await received(world, people.yuna)).length;
    await writes(world, text);
    expect(await gifts(world)).toMatchObject([{ state: 'offered' }]);
    expect(await received(world, people.yuna)).toHaveLength(before + 1);
  },
);

test.for(['２５８０', '2580.', '11 2580', '11-2580'])(
  'a PIN is read however it is written: %s',
  async (text, { world }) => {
    await buys(world);
    await writes(world, text);
    expect(await gifts(world)).toMatchObject([{ state: 'accepted' }]);
  },
);

test('who opts out hears nothing more from this number, until they opt in again', async ({ world }) => {
  await buys(world);
  await writes(world, 'STOP');
  const before = (await received(world, people.yuna)).length;
  await buys(world, { shop: '102' });
  expect(await received(world, people.yuna)).toHaveLength(before);
  await world.phone(people.jisu).receives(/문자.*(보내지|닿지|전하지|못)/s);
  await writes(world, 'START');
  await buys(world, { shop: '103' });
  await world.phone(people.yuna).receives(/제주렌터카/);
});

test('a gift that was answered is not answered again: the second text is told so', async ({ world }) => {
  await buysAndAccepts(world);
  await writes(world, '2');
  expect(await gifts(world)).toMatchObject([{ state: 'accepted' }]);
  expect(await world.desk.refunds()).toEqual([]);
});

test('two machines that answer each other come to an end', async ({ world }) => {
  for (let text = 0; text < 40; text++) await world.phone(people.hoon).texts('자동 응답입니다');
  await world.settles();
  expect((await received(world, people.hoon)).length).toBeLessThanOrEqual(30);
});

test('who opted out before answering gets the card when they opt in again', async ({ world }) => {
  await buys(world);
  await writes(world, 'STOP');
  await writes(world, '2580');
  expect(await gifts(world)).toMatchObject([{ state: 'accepted' }]);
  await writes(world, 'START');
  expect((await world.phone(people.yuna).receives(/\d{4} \d{4} \d{4}/)).media).toHaveLength(1);
});

const offers = async (world: World) =>
  (await received(world, people.yuna)).flatMap(({ body }) => (/보냈습니다/.test(body) ? body : []));

test('GC-10 each further gift says what to write to answer it, and what it says is taken', async ({ world }) => {
  await buys(world);
  await buys(world, { shop: '102' });
  const [first = '', second = ''] = (await offers(world)).toSorted();
  expect(
    [first, second].filter((body) => /PIN으로 쓸 숫자 4–6자리를 답장해 주세요. 사양은 2\./.test(body)),
  ).toHaveLength(1);
  const numbered = [first, second].find((body) => /12 한 칸 띄고 PIN으로 쓸 숫자 4–6자리를 답장해 주세요/.test(body));
  expect(numbered).toMatch(/북촌식당.*사양은 12 2\./s);
  await writes(world, '12 2580');
  await writes(world, '1470');
  expect(await gifts(world)).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }]);
});

test('GC-10 once the others are answered, a further gift is answered by the PIN alone', async ({ world }) => {
  await buysAndAccepts(world);
  await buys(world, { shop: '102' });
  await world.phone(people.yuna).receives(/북촌식당.*받으시려면 PIN으로 쓸 숫자/s);
  await writes(world, '2580');
  expect(await gifts(world)).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }]);
});

test.for([
  ['12 2580 감사합니다', /숫자로만 답해 주세요.*받기: 12 한 칸 띄고.*사양: 12 2/s],
  ['12 258', /그 숫자로는 답하실 수 없습니다.*받기: 12 한 칸 띄고.*사양: 12 2/s],
  ['99 258', /받기: 11 한 칸 띄고/],
] as const)('GC-10 the example names the gift that was written of: %s', async ([text, answer], { world }) => {
  await buys(world);
  await buys(world, { shop: '102' });
  await writes(world, text);
  await world.phone(people.yuna).receives(answer);
  expect(await gifts(world)).toMatchObject([{ state: 'offered' }, { state: 'offered' }]);
});

test('GC-10 a PIN that is sent twice hears that the gift is theirs already', async ({ world }) => {
  await buysAndAccepts(world);
  await writes(world, '1357');
  await world.phone(people.yuna).receives(/선물 11번은 이미 받으셨습니다/);
  world.passes({ hours: 2 });
  await writes(world, '1357');
  await world.phone(people.yuna).receives(/기다리는 선물이 없습니다/);
});
