import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { people } from '../support/world.ts';
import { test } from './browser.ts';
import { openEchoBot } from './echo-bot.ts';

const openChat = (page: Page) => page.getByRole('button', { name: /^(Chat|채팅)/, pressed: false }).click();
const chatOf = (page: Page) => page.getByRole('region', { name: /^(Chat|채팅)$/ });

async function says(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /Write a message|메시지 쓰기/ }).fill(text);
  await chatOf(page)
    .getByRole('button', { name: /^(Send|보내기)$/ })
    .click();
}

test('a person starts the bot, writes, presses buttons, shares the number, sees pictures and formatting', {
  timeout: 60_000,
}, async ({ world, visits }) => {
  await openEchoBot(world);
  const page = await visits({ language: 'ko' });
  await openChat(page);
  const chat = chatOf(page);
  await chat.getByText('아직 나눈 말이 없습니다.').waitFor();
  await chat.getByRole('button', { name: '시작' }).click();
  await chat.getByText('어서 오세요').waitFor();
  await says(page, '안녕 <b>');
  await chat.getByText('“안녕 <b>”').waitFor();

  await chat.locator('summary[aria-label="명령 목록"]').click();
  await chat.getByRole('button', { name: '/rich 꾸민 말' }).click();
  await chat.getByText('북촌식당').waitFor();
  for (const [tag, text] of [
    ['strong', '북촌식당'],
    ['em', '20% 할인'],
    ['u', '오늘까지'],
    ['s', '30,000원'],
    ['code', 'CODE-7'],
    ['q', '맛있어요'],
  ]) {
    expect(await chat.locator(`.bubbles ${tag}`, { hasText: text ?? '' }).count()).toBe(1);
  }
  await chat.getByText('<script>alert(1)</script>').waitFor();
  expect(await chat.getByRole('link', { name: '지갑 보기' }).getAttribute('href')).toBe('https://giftline.example/w/1');
  expect(await chat.getByRole('link', { name: /홈페이지/ }).getAttribute('rel')).toContain('noopener');
  await chat.getByRole('button', { name: '쿠폰 받기' }).click();
  await chat.getByRole('status').getByText('쿠폰을 받았습니다').waitFor();
  await chat.getByText('받은 쿠폰입니다').waitFor();
  await chat.getByText(/수정됨/).waitFor();
  expect(await chat.getByRole('button', { name: '쿠폰 받기' }).count()).toBe(0);
  await chat.getByRole('button', { name: '닫기' }).click();

  await says(page, '/join');
  await chat.getByRole('button', { name: '내 번호 보내기' }).click();
  await chat.getByText('번호 821020000001').waitFor();
  expect(await chat.getByRole('button', { name: '내 번호 보내기' }).count()).toBe(0);

  for (let nth = 0; nth < 12; nth++) {
    await says(page, `한 마디 ${nth}`);
    await chat.getByText(`“한 마디 ${nth}”`).waitFor();
  }
  // A long talk moves within its box, and the desk stays where it is.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);

  await says(page, '/card');
  await chat.getByText('상품권 카드').waitFor();
  await chat.getByRole('button', { name: '사진 크게 보기' }).click();
  const picture = page.getByRole('dialog').getByRole('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await page.getByRole('dialog').getByRole('button', { name: '계산대에 보이기' }).click();
  await page.getByRole('alert').getByText('QR이 없습니다').waitFor();

  await says(page, '/think');
  await chat.getByText('입력 중…').waitFor();
  for (const [name, thing] of [
    ['스티커 🎁', '🎁'],
    ['음성 메시지', '음성 메시지 3초'],
  ] as const) {
    await chat.locator('summary[aria-label="붙이기"]').click();
    await chat.getByRole('button', { name }).click();
    await chat.getByText(thing, { exact: true }).last().waitFor();
  }
  await chat.getByRole('button', { name: '차단', exact: true }).click();
  await chat.getByRole('button', { name: '차단 풀고 다시 시작' }).click();
  await expect.poll(() => chat.getByText('어서 오세요').count()).toBe(2);
});

test('what comes while somebody looks elsewhere is counted, told, and found', { timeout: 60_000 }, async ({
  world,
  visits,
}) => {
  await openEchoBot(world);
  const page = await visits();
  const phone = await visits({ size: 'phone' });
  const { chat } = world.phone(people.jisu);
  await chat.starts();
  await chat.writes('one');
  await page.getByRole('button', { name: 'Chat 2', pressed: false }).waitFor();
  const rooms = phone.getByRole('navigation', { name: 'Sections' });
  await rooms.getByRole('button', { name: 'Chat 2' }).click();
  await chatOf(phone).getByText('“one”').waitFor();
  await rooms.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  await world.phone(people.yuna).chat.starts();
  await page.getByRole('status').getByText('Choi Yuna got a chat message').waitFor();
  await page.getByRole('button', { name: 'Take a look' }).click();
  await chatOf(page).getByText('어서 오세요').waitFor();
  expect(await page.locator(`[data-number="${people.yuna}"]`).getAttribute('aria-pressed')).toBe('true');
});
