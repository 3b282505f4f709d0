import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { publishes } from '../support/coupons.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, World } from '../support/world.ts';

let world: World;
let yuna: ChatPerson;
let hoon: ChatPerson;
beforeAll(async () => {
  world = await World.open();
  await world.settles();
  yuna = await new ChatPerson(world, people.yuna).signsUp();
  hoon = await new ChatPerson(world, people.hoon).signsUp();
});
afterAll(async () => {
  await world.settles();
  await world.isSound();
  await world.close();
});

test('EC-03 EC-04 EC-05 a coupon on offer is fetched with one press and shown as a barcode; the next one finds none left', async () => {
  const campaignId = await publishes(world, '101', { stock: 1, terms: '포장은 <안> 돼요 & 한 번만' });
  await yuna.starts(`campaign-${campaignId}`);
  await yuna.sees(
    /20% 할인 \(최대 5,000원\)\n겨울 전골 할인\n🏪 한라악기\n포장은 <안> 돼요 & 한 번만[\s\S]*📦 1장 남았어요/,
  );
  await yuna.presses('🎟 받기');
  const shown = await yuna.sees(/쿠폰 번호/);
  const serial = /쿠폰 번호 ([\d ]+)/.exec(shown.text)?.[1]?.replaceAll(' ', '');
  expect(await readBarcodes(await world.desk.messenger.picture(shown), 'Code128')).toEqual([serial]);

  await yuna.pressesData((await yuna.last()).id, `fetch:${campaignId}`);
  await yuna.sees(/이미 받으신 쿠폰이에요/);
  await hoon.pressesData((await hoon.last()).id, `fetch:${campaignId}`);
  await hoon.sees(/아쉽지만 다 나갔어요/);
  expect(await world.app.store.read.voucher.count({ where: { campaignId } })).toBe(1);
});

test('EC-03 a strict coupon wants the PIN, which is chosen first by who has none, and is never left in the chat', async () => {
  const campaignId = await publishes(world, '102', { title: '공연', proof: 'strict', stock: 3 });
  await hoon.starts(`campaign-${campaignId}`);
  await hoon.presses('🎟 받기');
  await hoon.sees(/새 PIN을 숫자 4~6자리로/);
  await hoon.writes('12');
  await hoon.sees(/4~6자리예요/);
  await hoon.writes('135790');
  await hoon.writes('999999');
  await hoon.sees(/PIN이 맞지 않아요/);
  await hoon.writes('１３５７９０');
  await hoon.sees(/쿠폰을 받았어요/);
  const written = (await hoon.chat.reads()).messages.filter(({ from }) => !from.isBot).map(({ text }) => text);
  expect(written.join(' ')).not.toMatch(/135790|１３５７９０|999999/);
});

test('EC-04 after the deadline nobody gets one', async () => {
  const downloadsUntil = new Date(world.now().getTime() + 3_600_000);
  const campaignId = await publishes(world, '102', { title: '오늘만', downloadsUntil });
  await hoon.starts(`campaign-${campaignId}`);
  world.passes({ hours: 2 });
  await hoon.presses('🎟 받기');
  await hoon.sees(/받을 수 있는 때가 지났어요/);
  expect(await world.app.store.read.voucher.count({ where: { campaignId } })).toBe(0);
});

test('EC-11 an untracked coupon is shown to anyone, without signing up', async () => {
  const offer = { kind: 'amount', minor: 1_000n } as const;
  const campaignId = await publishes(world, '102', { title: '전단', tracked: false, offer });
  const stranger = new ChatPerson(world, people.minho);
  await stranger.starts(`campaign-${campaignId}`);
  await stranger.presses('🎟 쿠폰 보기');
  expect((await stranger.sees(/1,000원 할인\n전단/)).photo).not.toBeNull();
  expect(await world.app.store.read.customer.count({ where: { phone: people.minho } })).toBe(0);
});

test('EC-06 RC-11 the wallet shows what is usable, with its states and uses', async () => {
  await yuna.writes('내 지갑');
  await yuna.sees(/🎟 쿠폰\n• 한라악기 20% 할인 \(최대 5,000원\) — .*까지/);
  await yuna.presses(/한라악기/);
  const shown = await yuna.last();
  const serial = /쿠폰 번호 ([\d ]+)/.exec(shown.text)?.[1]?.replaceAll(' ', '') ?? '';
  const voucher = await world.app.store.read.voucher.findUniqueOrThrow({ where: { serial } });
  const [code] = await readBarcodes(await world.desk.messenger.picture(shown), 'QRCode');
  expect(await world.till('101').redeems({ code, amount: 10_000 })).toMatchObject({ status: 201 });
  await yuna.pressesData(shown.id, `voucher:${voucher.id}`);
  await yuna.sees(/— 썼어요[\s\S]*한라악기 −2,000원/);
  await yuna.writes('/wallet');
  await yuna.sees(/지금 쓸 수 있는 쿠폰이나 상품권이 없어요/);
  await yuna.presses('지난 것 보기');
  await yuna.sees(/한라악기 20% 할인 \(최대 5,000원\) — 썼어요/);
});

test('EC-03 EC-06 what is taken already is marked; one that begins tomorrow cannot be used yet; one line says until when', async () => {
  const day = 86_400_000;
  const at = world.now().getTime();
  const midnight = new Date(at - ((at + 9 * 3_600_000) % day) + 10 * day);
  const dates = { validFrom: new Date(at + day), validUntil: midnight, downloadsUntil: midnight };
  const campaignId = await publishes(world, '102', { title: '내일부터', ...dates });
  await hoon.starts(`campaign-${campaignId}`);
  const offer = await hoon.sees(/⏳[\s\S]*받아서/);
  expect(offer.text.match(/까지/g), offer.text).toHaveLength(1);
  expect(offer.text).toMatch(/⏳ \d{4}년 11월 29일까지 받아서 쓸 수 있어요/);
  await hoon.presses('🎟 받기');
  const coupon = await hoon.sees(/내일부터[\s\S]*쿠폰 번호/);
  expect(coupon.text).toMatch(/11월 21일부터 쓸 수 있어요/);
  expect(coupon.text).not.toMatch(/— 쓸 수 있어요|보여 주세요/);
  await hoon.writes('/wallet');
  await hoon.sees(/북촌식당 20% 할인 \(최대 5,000원\) — 2026년 11월 21일부터 2026년 11월 29일까지/);
  await hoon.writes('/coupons');
  await hoon.presses(/^✓ 받음 · 북촌식당/);
  await hoon.sees(/이미 받으신 쿠폰이에요/);
  await hoon.presses('🎟 쿠폰 보기');
  await hoon.sees(/내일부터[\s\S]*쿠폰 번호/);
});

test('somebody else’s coupon is nobody’s business', async () => {
  const [voucher] = await world.app.store.read.voucher.findMany({ where: { customer: { phone: people.yuna } } });
  await hoon.pressesData((await hoon.last()).id, `voucher:${voucher?.id}`);
  await hoon.sees(/지금은 볼 수 없어요/);
});
