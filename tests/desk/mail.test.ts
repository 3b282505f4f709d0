import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, onTestFinished } from 'vitest';
import { sendMail, yunasAddress } from '../support/send-mail.ts';
import { people } from '../support/world.ts';
import { test } from './browser.ts';

const red = { r: 200, g: 30, b: 60 };
const picture = sharp({ create: { width: 120, height: 80, channels: 3, background: red } })
  .png()
  .toBuffer();

/** Everything that a mail could try: a script, a picture that fails on purpose, a far picture, a form, a frame. */
const nasty = (
  far: string,
) => `<h1>선물이 왔어요</h1><img id="card" src="cid:card" alt="상품권"><a href="${far}/">보기</a>
  <script>document.body.append('RAN'); parent.document.title = 'RAN'</script>
  <img src="/nothing" onerror="document.body.append('RAN')"><img src="${far}/spy.png">
  <svg onload="document.body.append('RAN')"></svg><iframe src="${far}/"></iframe>
  <meta http-equiv="refresh" content="0;url=${far}/">
  <form action="${far}/"><button>press</button></form>`;

/** A place elsewhere that keeps a list of who asked it. */
async function openFarPlace(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const openMailbox = (page: Page) => page.getByRole('tab', { name: /Mail|메일/ }).click();
const list = (page: Page) => page.getByRole('list', { name: /^(Mail|메일)$/ });

test('a mail comes while the page is open, is read, its picture is seen; nothing in it runs or asks anybody', async ({
  world,
  visits,
}) => {
  const far = await openFarPlace();
  const page = await visits({
    me: people.yuna,
    provokes: /Blocked script execution|Content Security Policy|document is sandboxed/,
  });
  await openMailbox(page);
  await page.getByText('No mail yet.').waitFor();
  await page.getByText(world.simulator.smtpUrl).waitFor();
  const title = await page.title();
  await sendMail(world.simulator.smtpUrl, {
    subject: '선물이 왔어요',
    html: nasty(far.url),
    attachments: [
      { filename: 'card.png', content: await picture, cid: 'card' },
      { filename: '영수증.txt', content: '합계' },
    ],
  });
  await page.getByRole('tab', { name: 'Mail 1' }).waitFor();
  await list(page).getByRole('button', { name: '선물이 왔어요' }).click();
  await page.getByRole('heading', { name: '선물이 왔어요' }).waitFor();
  const mail = page.frameLocator('iframe[title="The mail itself"]');
  const shown = await mail.locator('#card').screenshot();
  const { dominant } = await sharp(shown).stats();
  for (const colour of ['r', 'g', 'b'] as const) expect(Math.abs(dominant[colour] - red[colour])).toBeLessThan(16);
  expect(await mail.locator('body').innerText()).not.toContain('RAN');
  expect(await page.title()).toBe(title);
  expect(far.asked).toEqual([]);
  await page.getByText('Pictures that would have to be fetched').waitFor();

  await page.getByRole('button', { name: 'Text only' }).click();
  await page.getByText('본문', { exact: true }).waitFor();
  const [receipt] = await Promise.all([page.waitForEvent('download'), page.getByText('영수증.txt').click()]);
  expect(receipt.suggestedFilename()).toBe('영수증.txt');
  await page.getByRole('button', { name: 'All mail' }).click();
  await page.getByRole('tab', { name: 'Mail', exact: true }).waitFor();
  expect(await world.desk.mailbox(yunasAddress).mails()).toMatchObject([{ read: true }]);
});

test('mail to somebody else is told and one click leads to it; the operator has a mailbox, and so has a stranger', async ({
  world,
  visits,
}) => {
  const page = await visits({ language: 'ko' });
  await sendMail(world.simulator.smtpUrl, { subject: '받으신 선물' });
  const toast = page.getByRole('status').filter({ hasText: '최유나 님에게 메일이 왔습니다' });
  await toast.getByRole('button', { name: '보러 가기' }).click();
  await list(page).getByRole('button', { name: '받으신 선물' }).waitFor();
  expect(await page.locator('[aria-pressed="true"][data-number]').getAttribute('data-number')).toBe(people.yuna);

  const to = ['admin@giftline.example', 'stranger@elsewhere.example'];
  await sendMail(world.simulator.smtpUrl, { subject: '정산', to });
  const chooser = page.getByRole('combobox', { name: '누구의 메일함' });
  await chooser.selectOption({ label: '운영자 · admin@giftline.example (1)' });
  await list(page).getByRole('button', { name: '정산' }).waitFor();
  await chooser.selectOption({ label: 'stranger@elsewhere.example (1)' });
  await list(page).getByRole('button', { name: '정산' }).waitFor();
  await page.locator(`[data-number="${people.nobody}"]`).click();
  await page.locator('.no-mail').getByText('메일 주소가 없습니다').waitFor();
});

test('the keyboard opens a mail and comes back to the line that was left', async ({ world, visits }) => {
  for (const subject of ['first', 'second']) await sendMail(world.simulator.smtpUrl, { subject });
  const page = await visits({ me: people.yuna });
  await openMailbox(page);
  await list(page).getByRole('button', { name: 'first' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'first' });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'All mail' }).focus();
  await page.keyboard.press('Enter');
  const line = list(page).getByRole('button', { name: 'first' });
  await expect.poll(() => line.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the mail program’s own button asks the app, and says when the app does not take it', async ({
  world,
  visits,
}) => {
  await sendMail(world.simulator.smtpUrl, {
    headers: {
      'List-Unsubscribe': `<${world.url}/nobody-unsubscribes-here>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  const page = await visits({ me: people.yuna });
  await openMailbox(page);
  await list(page).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await page.getByText('The app did not take it. Please try again.').waitFor();
  await world.desk.faults.add({ party: 'webhooks', kind: 'lost', on: 'unsubscribe' });
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await page.getByText('The request got lost on its way.').waitFor();
});

test('a mail server that is switched to refuse refuses, and its switch says how often', async ({ world, visits }) => {
  const page = await visits();
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByRole('switch', { name: /Unknown mailbox/ }).click();
  await page.getByRole('switch', { name: /Unknown mailbox/, checked: true }).waitFor();
  await expect(sendMail(world.simulator.smtpUrl)).rejects.toMatchObject({ responseCode: 550 });
  await page.getByText('struck 1×').waitFor();
  await page.getByRole('tab', { name: 'Network' }).click();
  await page.getByText(`← RCPT ${yunasAddress}`).waitFor();
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByRole('button', { name: 'Switch all off' }).click();
  await page.getByRole('switch', { name: /Unknown mailbox/, checked: false }).waitFor();
});
