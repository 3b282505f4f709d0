import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { isFit } from '../support/is-fit.ts';
import { test } from '../support/page-visits.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, type World } from '../support/world.ts';
import { buysAndAccepts } from './buying.ts';

async function pathOf(world: World): Promise<string> {
  const { body } = await world.phone(people.yuna).receives(/\/w\//);
  return `/w/${/\/w\/([A-Z2-7]{26})/.exec(body)?.[1]}`;
}

test('GC-11 the card is drawn in the language of its page, can be saved and printed, and the till reads it', async ({
  world,
  visits,
}) => {
  const number = await buysAndAccepts(world);
  const path = await pathOf(world);
  const pictures: Buffer[] = [];
  for (const language of ['ko', 'en', 'ja'] as const) {
    const page = await visits(path, { language });
    await isFit(page, language);
    const source = (await page.locator('img.card').getAttribute('src')) ?? '';
    const picture = Buffer.from(await (await fetch(world.url + source)).arrayBuffer());
    expect(await readBarcodes(picture, 'Code128')).toEqual([number]);
    const [token = ''] = await readBarcodes(picture, 'QRCode');
    expect((await world.till('101').validates(token)).body).toMatchObject({ usable: true });
    pictures.push(picture);
    expect(await page.locator('a[download]').getAttribute('href')).toBe(source);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.locator('button[data-print]').click();
    expect(await page.locator('body[data-printed]').count()).toBe(1);
  }
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(3);
});

test('GC-15 a use stands there with its shop and a minus, and the amount in one piece', async ({ world, visits }) => {
  const number = await buysAndAccepts(world);
  await world.till('101').redeems({ code: number, pin: '1357', amount: 20_000 });
  await world.settles();
  const path = await pathOf(world);
  const said = { ko: '한라악기−20,000원', en: 'Halla Music−20,000 won', ja: 'Halla Music−20,000ウォン' } as const;
  for (const language of ['ko', 'en', 'ja'] as const) {
    const page = await visits(path, { language });
    const use = page.locator('.uses li');
    expect((await use.innerText()).replace(/\s*\n\s*/g, '')).toContain(said[language]);
    const lines = await use.locator('strong').evaluate((amount) => {
      const words = document.createRange();
      words.selectNodeContents(amount);
      return new Set([...words.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines, language).toBe(1);
    await isFit(page, language);
  }
});

test('GC-16 whoever looks again after giving back reads that it was given back', async ({ world, visits }) => {
  await buysAndAccepts(world);
  const page = await visits(`${await pathOf(world)}/return`, { language: 'ko' });
  await page.locator('input[name=pin]').fill('1357');
  await page.getByRole('button', { name: '돌려보내기' }).click();
  await page.getByRole('heading', { name: '선물을 돌려보냈습니다' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '선물을 돌려보냈습니다' }).waitFor();
  await page.goto(`${world.url + (await pathOf(world))}/return`);
  await page.getByRole('heading', { name: '선물을 돌려보냈습니다' }).waitFor();
  await page.goto(world.url + (await pathOf(world)));
  await page.getByText('돌려보냄').waitFor();
  await world.settles();
  const yuna = await new ChatPerson(world, people.yuna).signsUp();
  await yuna.writes('/wallet');
  await yuna.presses('지난 것 보기');
  expect((await yuna.last()).text).toMatch(/한라악기 .* 돌려보냄/);
});
