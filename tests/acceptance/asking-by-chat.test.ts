import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortId } from '../../src/chat/short-id.ts';
import { ChatPerson } from '../chat/chatting.ts';
import { people, World } from '../support/world.ts';

let world: World;
let yuna: ChatPerson;
beforeAll(async () => {
  world = await World.open();
  await world.settles();
  yuna = new ChatPerson(world, people.yuna);
});
afterAll(async () => {
  await world.settles();
  await world.isSound();
  await world.close();
});

const requests = (phone: string) =>
  world.app.store.read.couponRequest.findMany({ where: { customer: { phone } }, orderBy: { createdAt: 'asc' } });

test('RC-02 somebody who has not signed up browses by trade and sees a shop with its hours', async () => {
  await yuna.starts();
  await yuna.presses(/매장 둘러보기/);
  await yuna.presses(/음식점/);
  await yuna.presses(/북촌식당/);
  const shop = await yuna.last();
  expect(shop.text).toMatch(/북촌식당\n🍲 음식점 · 서울 종로구 북촌로 34\n🟢 영업 중 \(21:30까지\)/);
  // One message, edited in place: nobody has to scroll.
  expect((await yuna.chat.reads()).messages.filter(({ text }) => /음식점/.test(text))).toHaveLength(1);
});

test('RC-01 who asks for a coupon signs up by sharing the own contact, and goes on where it was', async () => {
  await yuna.presses(/쿠폰 요청하기/);
  await yuna.sends({ contact: { phone: '+821055550000', firstName: 'Somebody' } });
  await yuna.sees(/다른 분의 연락처로는 가입할 수 없어요/);
  expect(await world.app.store.read.customer.count()).toBe(0);
  await yuna.presses(/내 번호 보내기/);
  await yuna.sees(/최유나 님, 가입됐어요/);
  await yuna.sees(/북촌식당에 무엇을 요청하시겠어요/);
  expect(await world.app.store.read.customer.findMany()).toMatchObject([{ phone: people.yuna, newsBy: 'chat' }]);
});

test('RC-04 RC-05 a percentage by button; another wish takes its place and counts once', async () => {
  await yuna.presses('20% 할인');
  await yuna.sees(/북촌식당에 20% 할인을 요청했어요.\n지금 1명이 요청하고 있어요. 20명이 모이면/);
  await yuna.presses('요청 바꾸기');
  await yuna.presses('5,000원 할인');
  await yuna.sees(/요청을 5,000원 할인으로 바꿨어요/);
  expect(await requests(people.yuna)).toMatchObject([{ want: 'amount', minor: 5_000n, state: 'open' }]);
});

test('RC-04 what is typed does as well as a button: a rate, an amount, a thing, and a word of one’s own', async () => {
  for (const [said, want] of Object.entries({ '15%': '15% 할인', '3천원': '3,000원 할인', 백원: '100원 할인' })) {
    await yuna.presses('요청 바꾸기');
    await yuna.writes(said);
    await yuna.sees(new RegExp(`요청을 ${want}으로 바꿨어요`));
  }
  await yuna.presses('요청 바꾸기');
  for (const [said, refusal] of Object.entries({
    '-5000원': /빼기 표시 없이/,
    '10% 할인하고 5000원도': /한 번에 하나만/,
  })) {
    await yuna.writes(said);
    await yuna.sees(refusal);
  }
  expect(await requests(people.yuna)).toMatchObject([{ minor: 100n }]);
});

test('RC-04 words of one’s own are quoted and kept after a yes; nobody else reads them, but for the shop', async () => {
  await yuna.writes('조식 무료');
  await yuna.sees(/북촌식당에 ‘조식 무료’를 요청해 드릴까요\?/);
  expect(await requests(people.yuna)).toMatchObject([{ want: 'amount' }]);
  await yuna.presses('아니요, 다시 쓸게요');
  await yuna.writes('아메리카노 한 잔');
  await yuna.sees(/‘아메리카노 한 잔’을 요청해 드릴까요/);
  await yuna.presses('네, 요청할게요');
  await yuna.sees(/요청을 ‘아메리카노 한 잔’으로 바꿨어요/);
  const minho = new ChatPerson(world, people.minho);
  await minho.writes('북촌식당');
  const page = await minho.sees(/덤·서비스: 1명/);
  expect(page.text).not.toMatch(/아메리카노/);
  const old = (await yuna.last()).id;
  await yuna.pressesData(old, `want-thing:${shortId((await requests(people.yuna))[0]?.shopId ?? '')}`);
  expect(await yuna.toast()).toBe('이제 쓸 수 없는 버튼이에요.');
  await yuna.presses(/한마디 덧붙이기/);
  await yuna.writes('창가 자리면 더 <b>좋아요</b> 😀');
  await yuna.sees(/이 말도 전할게요: 창가 자리면 더 <b>좋아요<\/b> 😀/);
  expect(await requests(people.yuna)).toMatchObject([
    { item: '아메리카노 한 잔', words: '창가 자리면 더 <b>좋아요</b> 😀' },
  ]);
});

test('RC-04 too much is said kindly, and asked again; a card number is taken nowhere', async () => {
  await yuna.presses('요청 바꾸기');
  await yuna.writes('95%');
  await yuna.sees(/1%부터 90%까지/);
  await yuna.writes('이백만원');
  await yuna.sees(/1,000,000원까지 요청할 수 있어요/);
  await yuna.writes('가'.repeat(41));
  await yuna.sees(/40자까지/);
  await yuna.writes('4242 4242 4242 4242');
  await yuna.sees(/카드 번호처럼 보이는/);
  await yuna.writes('30%');
  await yuna.sees(/30% 할인으로 바꿨어요/);
});

test('RC-05 RC-11 others see how many ask and for what; a request is withdrawn, and asked again', async () => {
  const hoon = await new ChatPerson(world, people.hoon).signsUp();
  await hoon.writes('북촌');
  await hoon.sees(/1명이 쿠폰을 요청했어요 \(20명이 모이면 매장에 알려요\)\n• 30% 할인: 1명/);
  await hoon.presses(/쿠폰 요청하기/);
  await hoon.presses('30% 할인');
  await hoon.sees(/지금 2명이/);
  await hoon.presses('요청 취소하기');
  await hoon.sees(/요청을 취소했어요/);
  await hoon.writes('내 요청');
  await hoon.sees(/북촌식당 30% 할인 — 취소함/);
  await yuna.writes('/requests');
  await yuna.sees(/북촌식당 30% 할인 — 기다리는 중 \(1명\)/);
});

test('RC-03 a shop that is not listed is wished for, and the operator gets it', async () => {
  await yuna.writes('달빛서점');
  await yuna.sees(/‘달빛서점’에 맞는 매장을 찾지 못했어요/);
  await yuna.presses(/등록 요청하기/);
  await yuna.sees(/달빛서점, 어디에 있나요/);
  await yuna.writes('제주시 애월읍');
  await yuna.sees(/등록을 요청했어요/);
  expect(await world.app.store.read.shopWish.findMany()).toMatchObject([
    { name: '달빛서점', place: '제주시 애월읍', state: 'open' },
  ]);
});

test('RC-07 a shop’s owner opens the bot from the shop’s page, signs up, and sees there how many ask and for what', async () => {
  const { ownerId } = await world.app.store.read.shop.findUniqueOrThrow({ where: { code: '102' } });
  const owner = new ChatPerson(world, people.minho);
  await owner.starts(await world.app.operations.chatLink(ownerId ?? ''));
  await owner.presses(/내 번호 보내기/);
  await owner.sees(/이 대화를 북촌식당 매장에 연결할까요/);
  await owner.presses('네');
  await owner.sees(/매장 소식을 볼 수 있어요: 북촌식당/);
  await owner.sees(/북촌식당: 1명이 요청했어요[\s\S]*30% 할인: 1명/);
  await owner.starts(`link-${await world.app.operations.chatLink(ownerId ?? '')}`);
  await owner.sees(/북촌식당: 1명이 요청했어요/);
  await owner.writes('내 매장');
});

test('RC-12 what was asked for comes back in words and as a picture', async () => {
  await yuna.writes('/history');
  const history = await yuna.sees(/요청 1번 · 받음 0장 · 사용 0번/);
  expect(history.photo).not.toBeNull();
});

test('RC-01 a member with another number links the chat by member number, PIN and a code by text', async () => {
  const [minji] = (await world.desk.messenger.addPeople({ firstName: '민지', languageCode: 'ko' })).people;
  const person = new ChatPerson(world, minji?.id ?? 0);
  await person.starts();
  await person.presses(/가입하기/);
  await person.presses(/회원번호로/);
  await person.writes('100003');
  await person.writes('0000');
  await person.sees(/회원번호나 PIN이 맞지 않아요/);
  await person.writes('100003 3690');
  await person.sees(/010-\*\*\*\*-0003.*확인 번호를 보냈어요/);
  const { body } = await world.phone(people.sora).receives(/확인 번호 \d{6}/);
  const code = /\d{6}/.exec(body)?.[0] ?? '';
  await person.writes(code === '000000' ? '000001' : '000000');
  await person.sees(/확인 번호가 맞지 않아요/);
  await person.writes(code);
  await person.sees(/박소라 님, 연결됐어요/);
  // What was typed as a secret is not in the chat any more.
  const mine = (await person.chat.reads()).messages.filter(({ from }) => !from.isBot).map(({ text }) => text);
  expect(mine).not.toContain('0000');
  expect(mine.join(' ')).not.toContain('3690');
});

test('RC-01 a number that changes hands goes over to who proves it now', async () => {
  const [again] = (await world.desk.messenger.addPeople({ firstName: '유나', phone: '+821030000077' })).people;
  const person = new ChatPerson(world, again?.id ?? 0);
  await person.signsUp();
  const users = world.app.store.read.chatUser;
  const before = await users.count({ where: { customerId: { not: null } } });
  const owner = await users.findFirstOrThrow({ where: { customer: { phone: '+821030000077' } } });
  await world.app.operations.meetChatUser({ id: 'newphone', name: 'New', locale: 'en' });
  const moved = await world.app.operations.signUpByContact({ userId: 'newphone', phone: '+821030000077', name: 'New' });
  expect(moved).toMatchObject({ kind: 'welcome-back', customer: { locale: 'en' } });
  expect(await users.count({ where: { customerId: { not: null } } })).toBe(before);
  expect(await users.findUniqueOrThrow({ where: { id: owner.id } })).toMatchObject({ customerId: null });
  await person.writes('/wallet');
  await person.sees(/휴대폰 번호가 필요해요|I need your mobile number/);
});
