import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { people, test, type World } from '../support/world.ts';

/** What an owner fills in, step by step, and sends; the campaign's address. */
async function makes(owner: Visitor, shopId: string, offer: object, terms: object): Promise<string> {
  const begun = await owner.submits(`/shop/${shopId}/coupons`);
  const base = (begun.to ?? '').replace(/\/offer$/, '');
  const step = async (name: string, fields: object) => {
    const { html } = await owner.opens(`${base}/${name}`);
    const [, version = ''] = /name="version" value="(\d+)"/.exec(html) ?? [];
    return owner.submits(`${base}/${name}`, { ...fields, version, go: 'next' });
  };
  expect(await step('offer', offer)).toMatchObject({ status: 303 });
  expect(await step('terms', terms)).toMatchObject({ status: 303 });
  expect(await step('look', { theme: 'plum', motif: 'cake' })).toMatchObject({ status: 303 });
  await owner.opens(`${base}/check`);
  expect(await owner.submits(`${base}/test`)).toMatchObject({ status: 303 });
  const { html } = await owner.opens(`${base}/send`);
  const [, version = ''] = /name="version" value="(\d+)"/.exec(html) ?? [];
  expect(await owner.submits(`${base}/send`, { version })).toMatchObject({ status: 303 });
  return base;
}

async function signedIn(world: World): Promise<Visitor> {
  const owner = new Visitor(world);
  await owner.signsIn('park@halla.example', 'demo-shop-101');
  return owner;
}

test('EC-01 EC-02 EC-10 EC-13 vouchers of 1,000 won go into the store with a number, a deadline and days of their own; the shop sees when and where they are used', async ({
  world,
}) => {
  await world.settles();
  const yuna = await new ChatPerson(world, people.yuna).signsUp();
  const owner = await signedIn(world);
  const { id } = await shopOf(world, '101');
  const terms = {
    terms: '',
    leastSpend: '',
    validFrom: '2026-11-20',
    validUntil: '2026-12-31',
    validDays: '3',
    stock: '2',
    downloadsUntil: '2026-11-25T18:00',
    tracked: 'serials',
    proof: 'light',
    audience: 'everyone',
    shopIds: id,
  };
  const base = await makes(owner, id, { title: '기타 줄 1,000원권', kind: 'fixed-value', worth: '1,000' }, terms);
  await world.settles();

  const campaignId = base.split('/').at(-1) ?? '';
  await yuna.starts(`campaign-${campaignId}`);
  await yuna.sees(/1,000원권[\s\S]*2장 남았어요/);
  await yuna.presses('🎟 받기');
  const shown = await yuna.sees(/쿠폰 번호/);
  // Noon of the 20th in Seoul: three days more are up with the 23rd, long before the campaign ends.
  expect(shown.text).toMatch(/2026년 11월 23일/);
  const [, serial = ''] = /쿠폰 번호 ([\d ]+)/.exec(shown.text) ?? [];
  const used = await world.till('101').redeems({ code: serial.replaceAll(' ', ''), amount: 4_500 });
  expect(used).toMatchObject({ status: 201, body: { amount: 1_000, toPay: 3_500 } });
  await world.settles();
  await yuna.sees(/한라악기에서 쿠폰 ‘기타 줄 1,000원권’을 썼습니다/);

  const { html } = await owner.opens(base);
  const figures = html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(figures).toMatch(/Out 1 coupon Used 1 coupon .*Bills with it 4,500 won Given away 1,000 won/);
  expect(figures).toMatch(/Friday 12:00 1 coupon/);
  expect(figures).not.toMatch(/유나|최유나|0001/);

  world.passes({ days: 6 });
  const hoon = await new ChatPerson(world, people.hoon).signsUp();
  await hoon.starts(`campaign-${campaignId}`);
  await hoon.pressesData((await hoon.last()).id, `fetch:${campaignId}`);
  await hoon.sees(/받을 수 있는 때가 지났어요 \((2026년 )?11월 25일 18:00까지\)/);
});
