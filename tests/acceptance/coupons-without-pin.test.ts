import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { asks, makeChain, publishes, shopOf } from '../support/coupons.ts';
import { isFit } from '../support/is-fit.ts';
import { test } from '../support/page-visits.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { Visitor } from '../support/visitor.ts';
import { people, type World } from '../support/world.ts';
import { clerkAt } from './at-the-terminal.ts';

const gift = { kind: 'gift-item', item: '식혜 한 잔' } as const;
const problem = (kind: string) => ({ body: { type: `urn:giftline:problem:${kind}` } });

const customerOf = (world: World, phone: string) =>
  world.app.store.read.customer.findUniqueOrThrow({ where: { phone } });

/** Signed up in the chat by the own number alone, and asked shop 102 for something. */
async function askedBy(world: World, phone: string): Promise<ChatPerson> {
  await world.settles();
  const person = await new ChatPerson(world, phone).signsUp();
  const { id } = await customerOf(world, phone);
  expect(await asks(world, id, (await shopOf(world, '102')).id)).toMatchObject({ kind: 'asked' });
  return person;
}

const sendsStrict = async (world: World, change: Parameters<typeof publishes>[2] = {}): Promise<string> => {
  const strict = { title: '식혜', offer: gift, proof: 'strict', audience: 'askers' } as const;
  const campaignId = await publishes(world, '102', { ...strict, ...change });
  await world.settles();
  return campaignId;
};

/** What the QR of the coupon carries that came in this person's chat. */
async function codeIn(world: World, person: ChatPerson): Promise<string> {
  const [code = ''] = await readBarcodes(await world.desk.messenger.picture(await person.sees(/쿠폰이 왔/)), 'QRCode');
  return code;
}

test('EC-03 EC-07 a till hears that the holder has no PIN yet, and no guess is counted; once there is one, it is used', async ({
  world,
}) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  const till = world.till('102');
  const told = {
    status: 200,
    body: { usable: false, reason: 'no-pin-yet', pinNeeded: 'always', pinClosedUntil: null },
  };
  expect(await till.validates(code)).toMatchObject(told);
  for (const pin of [undefined, '0000', '1111', '2222', '3333', '4444', '5555']) {
    const ask = { code, amount: 0, ...(pin !== undefined && { pin }) };
    expect(await till.redeems(ask)).toMatchObject({ status: 409, ...problem('no-pin-yet') });
  }
  expect(await world.app.store.read.attempt.count({ where: { kind: 'pin' } })).toBe(0);
  const { id } = await customerOf(world, people.yuna);
  expect(await world.app.operations.choosePin(id, '135790')).toEqual({ kind: 'chosen' });
  expect(await till.validates(code)).toMatchObject({ body: { usable: true, reason: null, pinClosedUntil: null } });
  expect(await till.redeems({ code, amount: 0, pin: '000000' })).toMatchObject(problem('wrong-pin'));
  expect(await till.redeems({ code, amount: 0, pin: '135790' })).toMatchObject({ status: 201 });
  expect(await till.redeems({ code, amount: 0, pin: '135790' })).toMatchObject(problem('already-used'));
});

test('EC-03 a coupon that is good for nothing any more sends nobody to make a PIN', async ({ world }) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  world.passes({ hours: 24 * 31 });
  expect(await world.till('102').validates(code)).toMatchObject({ body: { usable: false, reason: 'expired' } });
  expect(await world.till('102').redeems({ code, amount: 0 })).toMatchObject(problem('expired'));
});

test('EC-03 EC-05 the coupon says in the chat that it wants a PIN; the button below it makes one and leads back', async ({
  world,
}) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const came = await yuna.sees(/쿠폰이 왔습니다: 식혜 한 잔/);
  expect(came.text).toMatch(
    /매장에서 쓰실 때 PIN을 눌러 주세요\. 아직 PIN이 없으시니 아래 버튼으로 먼저 만들어 주세요\./,
  );
  await yuna.writes('/wallet');
  await yuna.presses(/🎟 북촌식당/);
  const shown = await yuna.sees(/쿠폰 번호[\s\S]*🔒 매장에서 쓰실 때 PIN을 눌러 주세요[\s\S]*아직 PIN이 없어요/);
  expect(shown.text.length).toBeLessThanOrEqual(1_024);
  expect(shown.buttons.flat().map(({ text }) => text)).toContain('PIN 만들기');

  const button = came.buttons.flat().find(({ text }) => text === 'PIN 만들기');
  await yuna.pressesData(came.id, button?.callback_data ?? '');
  await yuna.sees(/이 쿠폰은 매장에서 PIN을 눌러야 쓸 수 있어요\.[\s\S]*새 PIN을 숫자 4~6자리로/);
  await yuna.writes('135790');
  await yuna.sees(/PIN을 정했어요/);
  const back = await yuna.last();
  expect(back.text).toMatch(/식혜 한 잔[\s\S]*쿠폰 번호[\s\S]*🔒 매장에서 쓰실 때 PIN을 눌러 주세요/);
  expect(back.text).not.toMatch(/아직 PIN이 없어요/);
  expect(back.buttons.flat().map(({ text }) => text)).not.toContain('PIN 만들기');
  expect(back.photo).not.toBeNull();
  const written = (await yuna.chat.reads()).messages.filter(({ from }) => !from.isBot).map(({ text }) => text);
  expect(written.join(' ')).not.toContain('135790');

  // Pressed again, it asks for nothing more.
  await yuna.pressesData(came.id, button?.callback_data ?? '');
  expect((await yuna.last()).text).toMatch(/쿠폰 번호/);
  const code = await codeIn(world, yuna);
  expect(await world.till('102').redeems({ code, amount: 0, pin: '135790' })).toMatchObject({ status: 201 });
});

test('EC-03 a member has a PIN already; a coupon that wants none says nothing of it', async ({ world }) => {
  const jisu = await askedBy(world, people.jisu);
  await sendsStrict(world);
  const came = await jisu.sees(/쿠폰이 왔습니다: 식혜 한 잔/);
  expect(came.text).toMatch(/매장에서 쓰실 때 PIN을 눌러 주세요\.$/m);
  expect(came.buttons).toEqual([]);
  const hoon = await askedBy(world, people.hoon);
  await publishes(world, '102', { title: '전골', audience: 'askers' });
  await world.settles();
  const light = await hoon.sees(/쿠폰이 왔습니다/);
  expect([light.text.includes('PIN'), light.buttons]).toEqual([false, []]);
});

test('EC-05 the words below the card stay within a caption, and tell of the PIN however much there is to say', async ({
  world,
}) => {
  const yuna = await askedBy(world, people.yuna);
  const shopIds = await makeChain(world, ['101', '102', '103', '104']);
  await world.app.store.transaction((tx) => tx.shop.updateMany({ data: { name: '아주 긴 이름의 매장'.repeat(4) } }));
  const item = '길'.repeat(40);
  await sendsStrict(world, {
    shopIds,
    title: '제'.repeat(40),
    offer: { kind: 'gift-item', item },
    terms: '조'.repeat(200),
  });
  const came = await yuna.sees(/쿠폰이 왔습니다/);
  expect([came.photo === null, came.text.includes('PIN을 눌러')]).toEqual([false, true]);
  await yuna.pressesData(came.id, came.buttons[0]?.[0]?.callback_data?.replace('make-pin', 'voucher') ?? '');
  const shown = await yuna.sees(/쿠폰 번호[\s\S]*아직 PIN이 없어요[\s\S]*이 화면을 보여 주세요\.$/);
  expect(shown.photo).not.toBeNull();
  expect(shown.text.length).toBeLessThanOrEqual(1_024);
});

test('RC-10 EC-03 by text, by mail and on its page the coupon says where a PIN is made', async ({ world }) => {
  await askedBy(world, people.yuna);
  const { id } = await customerOf(world, people.yuna);
  await world.app.operations.chooseNews(id, 'text');
  await sendsStrict(world);
  const { body } = await world.phone(people.yuna).receives(/쿠폰이 왔습니다: 식혜 한 잔/);
  expect(body).toContain(
    '매장에서 쓰실 때 PIN을 눌러 주세요. 아직 PIN이 없으시니 텔레그램 대화의 설정에서 먼저 만들어 주세요.',
  );
  const { pathname } = new URL(/https?:\S+/.exec(body)?.[0] ?? '');
  const reader = new Visitor(world);
  expect((await reader.opens(pathname)).html).toContain('in the Telegram chat, under Settings');
  await world.app.operations.choosePin(id, '2468');
  expect((await reader.opens(pathname)).html).not.toContain('Telegram chat');
});

test('RC-08 EC-03 whoever makes a coupon with a PIN is told how many of those who asked have none, and only how many', async ({
  world,
}) => {
  await askedBy(world, people.yuna);
  await askedBy(world, people.hoon);
  await askedBy(world, people.jisu);
  const owner = new Visitor(world);
  await owner.signsIn('hoon@mail.example', 'demo-shop-102');
  const { id: shopId } = await shopOf(world, '102');
  const { to } = await owner.submits(`/shop/${shopId}/coupons`);
  const home = to?.replace('/offer', '') ?? '';
  const terms = { validFrom: '2026-11-22', validUntil: '2026-12-22', tracked: 'serials', audience: 'askers' };
  await owner.submits(`${home}/offer`, { title: 'Stew', kind: 'percentage', percent: '20', version: '1', go: 'next' });
  await owner.submits(`${home}/terms`, { ...terms, proof: 'strict', version: '2', go: 'next' });
  const said = 'Of the 3 who asked, 2 have no PIN yet.';
  const strict = (await owner.opens(`${home}/check`)).html;
  expect(strict).toContain(said);
  expect(strict).not.toMatch(/3000000|최유나|정훈/);
  await owner.submits(`${home}/terms`, { ...terms, proof: 'light', version: '3', go: 'next' });
  expect((await owner.opens(`${home}/check`)).html).not.toContain('no PIN yet');
});

test('EC-03 EC-07 at the scanner the answer is red at once and says what to do', async ({ world, visits }) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  const clerk = clerkAt(await visits('/terminal', { size: 'phone' }));
  await clerk.signsIn('demo-terminal-102');
  await clerk.sees('Bukchon Table');
  await clerk.scans(code);
  await clerk.seesColour('red');
  await clerk.sees('No PIN yet', /in the Giftline chat, under Settings/);
  for (const [language, title] of [
    ['ja', 'お客様のPINがまだありません'],
    ['ko', '아직 PIN이 없는 손님'],
    ['en', 'No PIN yet'],
  ] as const) {
    await clerk.page.getByRole('combobox').selectOption(language);
    await clerk.sees(title);
    await isFit(clerk.page, `no PIN yet, ${language}`);
  }
  const { id } = await customerOf(world, people.yuna);
  await world.app.operations.choosePin(id, '2468');
  await clerk.scans(code);
  await clerk.seesColour('green');
  await clerk.presses('Use the coupon');
  await clerk.types('2468');
  await clerk.enters();
  await clerk.sees('Hand over: 식혜 한 잔', 'Next customer');
});
