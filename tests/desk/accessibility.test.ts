import { expect } from 'vitest';
import { isFit, overhangPx } from '../support/is-fit.ts';
import { sendMail } from '../support/send-mail.ts';
import { people } from '../support/world.ts';
import { sizes, test } from './browser.ts';
import { openEchoBot } from './echo-bot.ts';
import { buysByClicking, giftAccepted } from './playing.ts';

/** Where axe looks in the second language: the words differ, the building is the same. */
const againInEnglish = ['idle', 'verdict', 'chat', 'network', 'opened mail'];

for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
  test(`axe finds nothing serious in any room at ${size} size, in both languages`, { timeout: 60_000 }, async ({
    world,
    visits,
  }) => {
    await giftAccepted(world);
    await openEchoBot(world);
    await sendMail(world.simulator.smtpUrl, {
      html: '<p lang="ko">안녕하세요</p>',
      headers: {
        'List-Unsubscribe': `<${world.url}/u/1>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      attachments: [{ filename: '정산.csv', content: '1,2' }],
    });
    for (const language of ['ko', 'en'] as const) {
      const page = await visits({ size, language, me: language === 'ko' ? people.jisu : people.sora });
      const rooms = page.getByRole('navigation', { name: /Sections|보기/ }).getByRole('button');
      const enter = async (room: number) => {
        if (size === 'phone') await rooms.nth(room).click();
      };
      const looksAt = async (place: string) => {
        if (language === 'en' && !againInEnglish.includes(place)) return;
        await isFit(page, place);
      };
      await looksAt('idle');
      if (language === 'ko') await buysByClicking(page, /휴대폰 번호/);
      await looksAt('call');
      await page.locator(`[data-number="${people.yuna}"]`).click();
      await enter(1);
      await page.getByRole('button', { name: /large|크게/ }).click();
      await looksAt('picture');
      await page.getByRole('button', { name: /Show it|보이기/ }).click();
      await page.locator('input[name=pin]').fill('9999');
      await looksAt('till');
      await page.getByRole('button', { name: /Take it|사용하기/ }).click();
      await page.getByRole('alert').waitFor();
      await looksAt('verdict');
      await enter(2);
      if (size === 'desktop') await page.getByRole('button', { name: /^(Chat|채팅)/ }).click();
      const chat = page.getByRole('region', { name: /^(Chat|채팅)$/ });
      if (language === 'ko') {
        await looksAt('chat that has not begun');
        await chat.getByRole('button', { name: '시작' }).click();
        await world.phone(people.yuna).chat.writes('/rich');
      }
      await chat.locator('.inline-keys').waitFor();
      await looksAt('chat');
      await enter(3);
      await page.locator('#tab-mail').dispatchEvent('click');
      await page.locator('[data-mail]').waitFor();
      await looksAt('mail');
      await page.locator('[data-mail]').click();
      await page.locator('iframe').waitFor();
      await looksAt('opened mail');
      await page.locator('.back').click();
      await page.getByRole('combobox').last().selectOption('hoon@mail.example');
      await page.getByText('smtp://').waitFor();
      await looksAt('no mail');
      await enter(5);
      for (const tab of ['cards', 'network', 'faults']) {
        await page.locator(`#tab-${tab}`).click();
        await looksAt(tab);
      }
    }
  });
}

test('nothing sticks out of the window, nor out of its tab, from the smallest telephone to a wide screen', async ({
  world,
  visits,
}) => {
  await sendMail(world.simulator.smtpUrl, { to: 'jisu@mail.example' });
  await openEchoBot(world);
  const page = await visits();
  await page.getByRole('tab', { name: 'Mail 1' }).waitFor();
  const { chat } = world.phone(people.jisu);
  await chat.starts();
  await chat.writes('/rich');
  await page.getByRole('button', { name: 'Chat 2' }).click();
  await page.locator('.inline-keys').waitFor();
  for (const width of [320, 360, 414, 768, 1023, 1024, 1056, 1100, 1239, 1240, 1440, 1920]) {
    await page.setViewportSize({ width, height: 780 });
    expect(await overhangPx(page), `${width} px wide`).toBeLessThanOrEqual(0);
    const cramped = await page
      .locator('.tab:visible, .rooms button:visible, .texts header button:visible')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect(cramped, `${width} px wide`).toEqual([]);
  }
});
