import { expect } from 'vitest';
import { customers, fetches, publishes } from '../support/coupons.ts';
import { people } from '../support/world.ts';
import { test, voiceOf } from './browser.ts';
import { buysByClicking, captions, giftAccepted, hears } from './playing.ts';

test('a purchase by clicks; the recipient at another browser answers; the till reads the picture and takes 20,000 won', {
  timeout: 60_000,
}, async ({ world, visits }) => {
  const buyer = await visits();
  const recipient = await visits({ me: people.yuna, language: 'ko' });
  await buysByClicking(buyer);
  await buyer.getByRole('button', { name: 'Hang up' }).click();
  await world.settles();

  const texts = recipient.getByRole('region', { name: '문자' });
  await texts.getByText(/김지수 님이 한라악기 50,000원 상품권을 보냈습니다/).waitFor();
  await buyer.getByRole('status').getByText('Choi Yuna got a text').waitFor();
  await texts.getByRole('textbox', { name: '답장 쓰기' }).fill('2580');
  await texts.getByRole('button', { name: '보내기' }).click();
  await texts.getByText('2580', { exact: true }).waitFor();
  await world.settles();

  await texts.getByRole('button', { name: '상품권 그림 크게 보기' }).click();
  const picture = recipient.getByRole('dialog').getByRole('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await recipient.getByRole('dialog').getByRole('button', { name: '닫기' }).click();

  await buyer.getByRole('button', { name: /Choi Yuna’s picture/ }).click();
  await buyer.getByText('50,000 won', { exact: true }).waitFor();
  await buyer.getByRole('textbox', { name: /PIN/ }).fill('9999');
  await buyer.getByRole('button', { name: 'Take it' }).click();
  await buyer.getByRole('alert').getByText('Wrong PIN').waitFor();
  await buyer.getByRole('button', { name: 'Try again' }).click();
  await buyer.getByRole('textbox', { name: /PIN/ }).fill('2580');
  await buyer.getByRole('button', { name: 'Take it' }).click();
  await buyer.getByRole('alert').getByText('20,000 won taken').waitFor();
  await buyer.getByRole('alert').getByText('30,000 won left').waitFor();
  await world.settles();
  await buyer
    .getByRole('region', { name: 'Texts' })
    .getByText(/20,000원을 썼습니다/)
    .waitFor();

  await buyer.getByRole('tab', { name: 'Cards' }).click();
  await expect.poll(() => buyer.getByRole('tabpanel').innerText()).toMatch(/Captured\s+50,000 won/);
});

test('another shop’s till shows a red answer, and an undone use is whole again', async ({ world, visits }) => {
  await giftAccepted(world);
  const page = await visits();
  await page.getByRole('combobox', { name: 'Shop' }).selectOption('102');
  await page.getByRole('button', { name: /Choi Yuna’s picture/ }).click();
  await page.getByRole('alert').getByText('Not this shop’s').waitFor();
  await page.getByRole('combobox', { name: 'Shop' }).selectOption('101');
  await page.getByRole('button', { name: /Choi Yuna’s picture/ }).click();
  await page.getByRole('textbox', { name: /PIN/ }).fill('2580');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('alert').getByText('0 won left', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('alert').getByText('50,000 won left again').waitFor();
});

test('the desk’s till sends a coupon on to the page of the scanner', async ({ world, visits }) => {
  const campaignId = await publishes(world, '101');
  const [someone = ''] = await customers(world, 1);
  const fetched = await fetches(world, someone, campaignId);
  if (fetched.kind !== 'fetched') throw new Error(fetched.kind);
  const picture = await fetch(`${world.url}/w/${fetched.voucher.pageToken}/card.png`);
  const page = await visits();
  const buffer = Buffer.from(await picture.arrayBuffer());
  await page.locator('.till input[type=file]').setInputFiles({ name: 'coupon.png', mimeType: 'image/png', buffer });
  await page.getByRole('alert').getByText('/terminal').waitFor();
});

test('the keyboard is the keypad; what is heard is spoken and written, and a key hushes it', async ({ visits }) => {
  const page = await visits();
  await page.getByRole('button', { name: 'Dial' }).click();
  await hears(page, /구매는 1번/);
  const { said } = await voiceOf(page);
  expect(said[0]).toMatchObject({ language: 'ko-KR', text: expect.stringContaining('구매는 1번') });
  expect(said.some(({ language, text }) => language === 'en-US' && /English/.test(text))).toBe(true);
  const hushedBefore = (await voiceOf(page)).hushed;
  await page.keyboard.press('8');
  await hears(page, /English, press 2|영어/);
  expect((await voiceOf(page)).hushed).toBeGreaterThan(hushedBefore);
  await page.keyboard.press('2');
  await hears(page, /To buy a gift|buy/i);
  await page.keyboard.type('1100001#');
  await hears(page, /PIN/);
  expect(await captions(page).innerText()).toMatch(/1\s*0\s*0\s*0\s*0\s*1\s*#/);
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('12');
  expect(await page.getByRole('button', { name: /Try this/ }).innerText()).toContain('2580#');
  await page.getByRole('button', { name: 'Mute' }).click();
  const spoken = (await voiceOf(page)).said.length;
  await page.getByRole('button', { name: /Try this/ }).click();
  await hears(page, /shop/i);
  expect((await voiceOf(page)).said.length).toBe(spoken);
  await page.getByRole('button', { name: 'Hang up' }).click();
  await captions(page).getByText('You hung up.').waitFor();
});

test('a card that is declined on purpose is declined, and the switch goes off again', async ({ world, visits }) => {
  const page = await visits({ language: 'ko' });
  await page.getByRole('tab', { name: '장애' }).click();
  await page.getByRole('switch', { name: /카드 거절/ }).click();
  await expect.poll(async () => (await world.desk.faults.list()).faults.length).toBe(1);
  const call = await world.phone(people.jisu).dials();
  for (const keys of ['1', '100001#', '2580#', '101#', '3']) await call.presses(keys);
  await call.hears(/카드/);
  await call.hangsUp();
  await page.getByRole('switch', { name: /카드 거절/, checked: true }).click();
  await expect.poll(async () => (await world.desk.faults.list()).faults.length).toBe(0);
  await page.getByRole('tab', { name: '카드사' }).click();
  await page.getByRole('tabpanel').getByText('거절', { exact: true }).waitFor();
});

test('a phone that the app calls rings at its page, and voicemail takes the call when it is on', async ({
  world,
  visits,
}) => {
  const { accountSid, authToken } = world.accounts.twilio;
  const page = await visits({ me: people.yuna });
  const calls = async () =>
    fetch(`${world.simulator.url}/2010-04-01/Accounts/${accountSid}/Calls.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({
        To: people.yuna,
        From: world.line,
        Twiml: '<Response><Say language="en-US">A gift is waiting</Say></Response>',
      }),
    });
  expect((await calls()).status).toBe(201);
  await page.getByRole('button', { name: 'Answer' }).click();
  await hears(page, /A gift is waiting/);
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByRole('switch', { name: /Voicemail/ }).click();
  await page.getByRole('switch', { name: /Voicemail/, checked: true }).waitFor();
  await calls();
  const states = async () => (await world.phone(people.yuna).calls()).map(({ state }) => state);
  await expect.poll(states, { timeout: 6_000 }).toEqual(['completed', 'completed']);
});
