import { expect } from 'vitest';
import { callsUpToConfirm } from '../acceptance/buying.ts';
import { people, test, World } from '../support/world.ts';
import { ChatPerson } from './chatting.ts';

const member = async (world: World): Promise<ChatPerson> => {
  await world.settles();
  return new ChatPerson(world, people.jisu).signsUp();
};

/** Up to where the recipient is asked for; the money is held by then. */
async function holds(buyer: ChatPerson, shop: string, amount = '10,000원'): Promise<void> {
  await buyer.writes('/buy');
  await buyer.presses(shop);
  await buyer.presses(amount);
  await buyer.writes('2580');
  await buyer.sees(new RegExp(`${shop} ${amount}.*아직 결제 전이에요`));
}

const dataOf = (bubble: { buttons: { text: string; callback_data?: string | undefined }[][] }, wanted: RegExp) =>
  bubble.buttons.flat().find(({ text }) => wanted.test(text))?.callback_data ?? '';

const recipients = async ({ app }: World) =>
  (await app.store.read.purchase.findMany({ orderBy: { createdAt: 'asc' } })).map((bought) => bought.recipientPhone);

const held = async ({ desk }: World) =>
  (await desk.intents()).filter(({ status }) => status === 'requires_capture').length;

test('the pay button of an older message pays for nobody but whom that message names', async ({ world }) => {
  const jisu = await member(world);
  await holds(jisu, '한라악기');
  await jisu.writes('01030000001');
  const forYuna = await jisu.sees(/받는 분: 최\*나 \(010-3000-0001\)/);
  await jisu.writes('아니요');
  await jisu.pressesData(forYuna.id, dataOf(forYuna, /결제하기/));
  await jisu.sees(/받는 분이 그사이 바뀌었어요[\s\S]*받는 분의 휴대폰 번호를 써 주세요/);
  await jisu.writes('010-3000-0002');
  const forHoon = await jisu.sees(/받는 분: 정/);
  await jisu.pressesData(forYuna.id, dataOf(forYuna, /결제하기/));
  expect(await recipients(world)).toEqual([]);
  const again = (await jisu.chat.reads()).messages.find(({ id }) => id === forYuna.id);
  expect(again?.text).toMatch(/^받는 분이 그사이 바뀌었어요[\s\S]*받는 분: 정\S* \(010-3000-0002\)/);
  await jisu.pressesData(forHoon.id, dataOf(forHoon, /결제하기/));
  expect(await recipients(world)).toEqual([people.hoon]);
  // Whoever presses the old one now reads for whom it was paid.
  await jisu.pressesData(forYuna.id, dataOf(forYuna, /결제하기/));
  const paid = (await jisu.chat.reads()).messages.find(({ id }) => id === forYuna.id);
  expect(paid?.text).toMatch(/결제됐어요[\s\S]*받는 분: 정\S* \(010-3000-0002\)/);
  expect(await recipients(world)).toEqual([people.hoon]);
  expect((await jisu.chat.reads()).messages.flatMap(({ buttons }) => buttons.flat())).toSatisfy(
    (buttons: { callback_data?: string }[]) => buttons.every((one) => (one.callback_data ?? '').length <= 64),
  );
});

test('a number that is typed, or a contact that is sent, to be confirmed names another recipient', async ({
  world,
}) => {
  const jisu = await member(world);
  await holds(jisu, '한라악기');
  await jisu.writes('010-3000-0001');
  await jisu.writes('010-3000-0002');
  expect((await jisu.last()).text).toMatch(/받는 분: 정\S* \(010-3000-0002\)/);
  await jisu.sends({ contact: { phone: '821030000001', firstName: '유나' } });
  expect((await jisu.last()).text).toMatch(/받는 분: 최\*나 \(010-3000-0001\)/);
  await jisu.sends({ contact: { phone: '+82 10-3000-0002', firstName: '훈' } });
  expect((await jisu.last()).text).toMatch(/받는 분: 정\S* \(010-3000-0002\)/);
  await jisu.writes('그 친구한테요');
  expect((await jisu.last()).text).toMatch(/받는 분을 바꾸려면 그분의 휴대폰 번호를 써 주세요[\s\S]*010-3000-0002/);
  await jisu.writes('02-123-4567');
  expect((await jisu.last()).text).toMatch(/받는 분을 바꾸려면[\s\S]*010-3000-0002/);
  await jisu.writes('네');
  expect(await recipients(world)).toEqual([people.hoon]);
});

test('one’s own contact means oneself, who is called so, and no purchase is lost by it', async ({ world }) => {
  const jisu = await member(world);
  await holds(jisu, '한라악기');
  await jisu.sends({ contact: 'own' });
  expect((await jisu.last()).text).toMatch(/받는 분: 나 \(010-2000-0001\)/);
  await jisu.writes('010-3000-0002');
  await jisu.sends({ contact: 'own' });
  expect((await jisu.last()).text).toMatch(/받는 분: 나 \(010-2000-0001\)/);
  await jisu.writes('010-3000-0002');
  await jisu.writes('01020000001');
  expect((await jisu.last()).text).toMatch(/받는 분: 나 \(010-2000-0001\)/);
  await jisu.presses(/결제하기/);
  await jisu.sees(/결제됐어요\.\n받는 분: 나 \(010-2000-0001\)\n비자카드/);
  expect(await recipients(world)).toEqual([people.jisu]);
  expect(await held(world)).toBe(0);
});

test('a button of another purchase leaves the live one alone, and what is over holds no money', async ({ world }) => {
  const jisu = await member(world);
  await jisu.writes('/buy');
  await jisu.presses('한라악기');
  const amounts = await jisu.last();
  await holds(jisu, '북촌식당');
  const first = await jisu.last();
  await jisu.pressesData(amounts.id, dataOf(amounts, /^50,000원/));
  expect(await held(world)).toBe(0);
  await jisu.writes('2580');
  await jisu.sees(/한라악기 50,000원.*아직 결제 전이에요/);
  expect(await held(world)).toBe(1);
  await jisu.pressesData(first.id, dataOf(first, /내가 받을게요/));
  const over = (await jisu.chat.reads()).messages.find(({ id }) => id === first.id);
  expect(over?.text).toMatch(/이 구매는 끝났어요/);
  await jisu.pressesData(amounts.id, 'cancel');
  expect(await jisu.toast()).toBe('이제 쓸 수 없는 버튼이에요.');
  expect(await held(world)).toBe(1);
  await jisu.writes('010-3000-0002');
  await jisu.sees(/한라악기 상품권 50,000원[\s\S]*받는 분: 정/);
  await jisu.writes('네');
  expect(await recipients(world)).toEqual([people.hoon]);
  expect(await held(world)).toBe(0);
});

test('money that is held waits while somebody looks around, and is free when something else is begun', async ({
  world,
}) => {
  const jisu = await member(world);
  await holds(jisu, '한라악기');
  await jisu.writes('/coupons');
  await jisu.writes('/wallet');
  expect(await held(world)).toBe(1);
  await jisu.writes('01030000001');
  await jisu.sees(/받는 분: 최\*나/);
  const confirm = await jisu.last();
  await jisu.writes('/search');
  expect(await held(world)).toBe(0);
  await jisu.pressesData(confirm.id, dataOf(confirm, /결제하기/));
  await jisu.sees(/이 구매는 끝났어요/);
  expect(await recipients(world)).toEqual([]);
});

test('a purchase that took too long holds no money, and says so before it asks for more', async ({ world }) => {
  const jisu = await member(world);
  await holds(jisu, '한라악기');
  await jisu.writes('01030000001');
  world.passes({ minutes: 11 });
  await jisu.writes('010-3000-0002');
  await jisu.sees(/시간이 지나 결제하지 않았어요. 돈은 나가지 않았어요/);
  expect(await held(world)).toBe(0);
  await holds(jisu, '북촌식당');
  world.passes({ minutes: 11 });
  await world.settles();
  expect(await held(world)).toBe(0);
});

test('what is given up before the card company has answered is not held when it does', async () => {
  const world = await World.open({ limits: { patienceMs: 50 } });
  const jisu = await member(world);
  const on = { party: 'stripe', method: 'POST', on: '/payment_intents' } as const;
  await world.desk.faults.add({ ...on, kind: 'lost-answer', times: 1_000 });
  await jisu.writes('/buy');
  await jisu.presses('한라악기');
  await jisu.presses('10,000원');
  await jisu.writes('2580');
  const waiting = await jisu.sees(/카드사의 답을 기다리고 있어요/);
  await jisu.pressesData(waiting.id, dataOf(waiting, /그만두기/));
  await jisu.sees(/그만뒀어요. 돈은 나가지 않았어요/);
  await world.desk.faults.clear();
  world.passes({ minutes: 1 });
  await world.settles();
  expect(await held(world)).toBe(0);
  expect(await world.app.store.read.hold.findMany()).toMatchObject([{ state: 'released' }]);
  await world.isSound();
  await world.close();
});

test('a telephone call that breaks off does not keep open what the caller left open in the chat', async ({ world }) => {
  const jisu = await member(world);
  await holds(jisu, '북촌식당');
  world.passes({ minutes: 8 });
  await world.settles();
  const call = await callsUpToConfirm(world);
  await call.hangsUp();
  await world.settles();
  expect(await held(world)).toBe(2);
  world.passes({ minutes: 3 });
  await world.settles();
  expect((await world.desk.intents()).filter(({ status }) => status === 'requires_capture')).toMatchObject([
    { amount: 50_000 },
  ]);
  world.passes({ minutes: 8 });
  await world.settles();
  expect(await held(world)).toBe(0);
});

test('the last try of a PIN is told as such, and the wrong one after it until when nothing is taken', async ({
  world,
}) => {
  const jisu = await member(world);
  await jisu.writes('/buy');
  await jisu.presses('한라악기');
  await jisu.presses('10,000원');
  for (const pin of ['1111', '1112', '1113']) await jisu.writes(pin);
  expect((await jisu.last()).text).toMatch(/PIN이 맞지 않아요. 다시 써 주세요/);
  await jisu.writes('1114');
  expect((await jisu.last()).text).toMatch(/PIN이 맞지 않아요. 한 번 더 틀리면/);
  await jisu.writes('1115');
  expect((await jisu.last()).text).toMatch(/PIN이 여러 번 틀려서 .*까지 막혔어요/);
  await jisu.writes('/buy');
  await jisu.presses('한라악기');
  await jisu.presses('10,000원');
  await jisu.writes('2580');
  expect((await jisu.last()).text).toMatch(/막혔어요/);
});
