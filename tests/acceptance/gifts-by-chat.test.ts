import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { people, World } from '../support/world.ts';

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

const messagesTo = async (person: ChatPerson) => (await person.chat.reads()).messages.filter(({ from }) => from.isBot);
const certificates = () => world.app.store.read.certificate.count();

/** Up to where the recipient is asked for; the money is held by then. */
async function holds(buyer: ChatPerson, amount: string): Promise<void> {
  await buyer.writes('/buy');
  await buyer.presses('한라악기');
  await buyer.presses(amount);
  await buyer.writes('2580');
  await buyer.sees(/한라악기 .*비자카드 끝번호 4242. 아직 결제 전이에요/);
}

test('GC-01 GC-03 a member buys in the chat; the PIN is taken out of it, and an amount that is not sold is explained', async () => {
  await jisu.presses(/상품권 선물하기/);
  await jisu.writes('한라');
  await jisu.sees(/한라악기 상품권, 얼마로 하시겠어요/);
  await jisu.writes('600000');
  await jisu.sees(/1,000원부터 500,000원까지 살 수 있어요/);
  await jisu.writes('5만원');
  await jisu.writes('9999');
  await jisu.sees(/PIN이 맞지 않아요/);
  await jisu.writes('2580');
  await jisu.sees(/한라악기 50,000원, 비자카드 끝번호 4242. 아직 결제 전이에요/);
  const mine = (await jisu.chat.reads()).messages.filter(({ from }) => !from.isBot).map(({ text }) => text);
  expect(mine.join(' ')).not.toMatch(/2580|9999/);
});

test('GC-07 the name is read back as far as it may be, and the buyer may give another number', async () => {
  await jisu.writes('02-123');
  await jisu.sees(/휴대폰 번호가 아닌 것 같아요/);
  await jisu.sends({ contact: { phone: '010-3000-0002', firstName: '훈이' } });
  await jisu.sees(/받는 분: 정훈 |받는 분: 정\* \(010-3000-0002\)/);
  await jisu.writes('아니요');
  await jisu.writes('010 3000 0001');
  await jisu.sees(/받는 분: 최\*나 \(010-3000-0001\)/);
});

test('GC-01 GC-08 paid once, however often the button is pressed, and also after looking at something else', async () => {
  const confirm = await jisu.sees(/맞으면 결제하기/);
  const pay = confirm.buttons[0]?.[0]?.callback_data ?? '';
  await jisu.writes('/coupons');
  await Promise.all([jisu.chat.pressesData(confirm.id, pay), jisu.chat.pressesData(confirm.id, pay)]);
  await world.settles();
  await jisu.pressesData(confirm.id, pay);
  expect(await jisu.toast()).toBe('이미 결제됐어요. 두 번 결제되지 않았어요.');
  const paid = (await jisu.chat.reads()).messages.find(({ id }) => id === confirm.id);
  expect(paid?.text).toMatch(/✅ 한라악기 상품권 50,000원, 결제됐어요/);
  expect(await certificates()).toBe(1);
  expect(await world.app.store.read.purchase.findMany()).toMatchObject([{ channel: 'chat', recipientName: '최*나' }]);
});

test('GC-09 the recipient is told in the chat, with buttons to answer', async () => {
  const offer = await yuna.sees(/김지수 님이 한라악기 50,000원 상품권을 보냈습니다/);
  expect(offer.buttons.flat().map(({ text }) => text)).toEqual(['선물 받기', '사양하기']);
});

test('GC-10 the recipient sees the gift, chooses a PIN and has the certificate with its barcode', async () => {
  await yuna.writes('/wallet');
  await yuna.sees(/내 지갑\n🎁 받은 선물 1개가 기다려요/);
  await yuna.writes('/start');
  await yuna.presses(/받은 선물 1개가 기다려요/);
  await yuna.presses(/한라악기 50,000원/);
  await yuna.sees(/김지수 님이 한라악기 상품권 50,000원을 보냈어요/);
  await yuna.presses('받기');
  await yuna.writes('12');
  await yuna.sees(/4~6자리예요/);
  await yuna.writes('135790');
  await yuna.sees(/한라악기 상품권 50,000원을 받았어요/);
  await yuna.presses(/내 지갑/);
  await yuna.presses(/한라악기 50,000원/);
  const card = await yuna.sees(/남은 금액 50,000원[\s\S]*정하신 PIN을 눌러 주세요/);
  expect(card.photo).not.toBeNull();
});

test('GC-15 the buyer reads in the chat that it was accepted, and where it was used', async () => {
  await jisu.sees(/최\*나 님이 한라악기 50,000원 상품권을 받았습니다/);
  const { number } = await world.app.store.read.certificate.findFirstOrThrow({ where: { state: 'active' } });
  const used = await world.till('101').redeems({ code: number, pin: '135790', amount: 20_000 });
  expect(used.status).toBe(201);
  await world.settles();
  await jisu.sees(/20,000원[\s\S]*30,000원/);
  await yuna.presses(/내 지갑/);
  await yuna.presses(/한라악기 30,000원/);
  const card = await yuna.sees(/^💰 30,000원 남았어요\n/);
  expect(card.entities[0]).toMatchObject({ type: 'bold', offset: 0 });
});

test('GC-10 old buttons of an answered gift say what became of it, and nobody answers another’s gift', async () => {
  const gift = await world.app.store.read.gift.findFirstOrThrow({});
  const last = await yuna.last();
  await yuna.pressesData(last.id, `refuse-gift-now:${gift.id}`);
  await yuna.sees(/이미 받으신 선물이에요/);
  await jisu.pressesData((await jisu.last()).id, `accept-gift:${gift.id}`);
  await jisu.sees(/이 번호로 온 선물이 아니에요/);
});

test('GC-10 GC-16 a gift is refused after one question, and the money goes back', async () => {
  await holds(jisu, '10,000원');
  await jisu.writes('01030000001');
  await jisu.writes('네');
  await jisu.sees(/한라악기 상품권 10,000원, 결제됐어요/);
  const gift = await world.app.store.read.gift.findFirstOrThrow({ where: { state: 'offered' } });
  await yuna.starts(`gift-${gift.id}`);
  await yuna.presses('사양하기');
  await yuna.sees(/사양하시겠어요/);
  await yuna.presses(/네, 사양할게요/);
  await yuna.sees(/선물을 사양했어요/);
  expect(await world.desk.refunds()).toHaveLength(1);
});

test('GC-10 a bare PIN accepts the only open gift, as by text', async () => {
  await holds(jisu, '30,000원');
  await jisu.presses('내가 받을게요');
  await jisu.writes('음…');
  const before = await messagesTo(jisu);
  const [first, second] = before
    .filter(({ buttons }) => buttons.flat().some(({ text }) => /결제하기/.test(text)))
    .slice(-2);
  for (const copy of [second, first]) {
    await jisu.pressesData(copy?.id ?? 0, copy?.buttons[0]?.[0]?.callback_data ?? '');
  }
  await jisu.writes('4321');
  await jisu.sees(/한라악기 상품권 30,000원을 받았어요/);
  const after = await messagesTo(jisu);
  for (const copy of [first, second]) {
    const text = after.find(({ id }) => id === copy?.id)?.text;
    expect(text).toBe('✅ 한라악기 상품권 30,000원, 결제됐어요.\n받는 분: 나 (010-2000-0001)\n비자카드 끝번호 4242');
  }
  const came = after.slice(before.length).map(({ text }) => text.split('\n')[0]);
  expect(came).toMatchObject([
    expect.stringMatching(/김지수 님이 한라악기 30,000원 상품권을 보냈습니다/),
    expect.stringMatching(/대화에서 지웠어요/),
    expect.stringMatching(/한라악기 30,000원 상품권입니다/),
  ]);
});

test('who stops, or is too late, pays nothing', async () => {
  const before = await certificates();
  await holds(jisu, '10,000원');
  await jisu.writes('/cancel');
  await jisu.sees(/그만뒀어요. 돈은 나가지 않았어요/);
  await holds(jisu, '10,000원');
  await jisu.writes('01030000001');
  world.passes({ minutes: 11 });
  await world.settles();
  await jisu.presses(/결제하기/);
  await jisu.sees(/시간이 지나 결제하지 않았어요. 돈은 나가지 않았어요/);
  expect(await certificates()).toBe(before);
  expect((await world.desk.intents()).filter(({ status }) => status === 'requires_capture')).toEqual([]);
});

test('a card that is declined, and somebody who is no member', async () => {
  const minho = await new ChatPerson(world, people.minho).signsUp();
  await minho.writes('/buy');
  await minho.presses('북촌식당');
  await minho.presses('10,000원');
  await minho.writes('1470');
  await minho.sees(/카드사가 승인하지 않았어요. 돈은 나가지 않았어요/);
  await yuna.writes('/buy');
  await yuna.sees(/카드를 등록한 기프트라인 회원/);
});
