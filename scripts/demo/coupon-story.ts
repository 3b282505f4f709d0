import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { removeOwnCacheFolders } from '../../tests/support/cache-folder.ts';
import type { ChatBubble, Chatter } from '../../tests/support/chatter.ts';
import type { Desk } from '../../tests/support/desk.ts';
import { openBrowser } from '../../tests/support/open-browser.ts';
import { readBarcodes } from '../../tests/support/read-barcodes.ts';
import type { Till } from '../../tests/support/till.ts';
import { until } from '../programs.ts';
import { transcript } from './transcript.ts';

const count = 20;
const wishes = ['20% 할인', '20% 할인', '20% 할인', '5,000원 할인'] as const;
const soonMs = 20_000;
const owner = { email: 'hoon@mail.example', password: 'demo-shop-102', phone: '+821030000002' };
const desktop = { width: 1280, height: 900 };

interface Stage {
  desk: Desk;
  till: Till;
  appUrl: string;
  simulatorUrl: string;
  /** Where the pictures are written. */
  folder: string;
}

/** Twenty customers ask Bukchon Table in the chat; its owner answers with a coupon; three use it. */
export async function playCouponStory(stage: Stage): Promise<void> {
  transcript.scene('Twenty customers ask Bukchon Table for a discount, in the chat');
  const everybody = await askAll(stage);
  transcript.scene('Its owner, Jung Hoon, gets a mail');
  await readMail(stage);
  transcript.scene('He makes the coupon in his browser');
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: desktop, locale: 'en-US' })).newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await makeCoupon(stage, page);
    transcript.scene('All who asked have it');
    const sentAt = performance.now();
    await send(page);
    const cards = await receiveAll(stage, everybody, sentAt);
    transcript.scene('Three use it at the till');
    await useSome(stage, everybody, cards.slice(0, 3));
    transcript.scene('Both sides see the numbers');
    await lookBack(stage, page, everybody[0]);
  } finally {
    await browser.close();
    removeOwnCacheFolders();
  }
}

async function askAll({ desk }: Stage): Promise<Chatter[]> {
  const numbers = Array.from({ length: count }, (_, index) => `+8210${60_000_000 + index}`);
  const everybody: Chatter[] = [];
  for (const [index, phone] of numbers.entries()) {
    const who = `손님 ${index + 1}`;
    await desk.messenger.addPeople({ firstName: who, phone, languageCode: 'ko' });
    const person = desk.messenger.chatter(phone);
    everybody.push(person);
    await person.starts('shop-102');
    const say = index === 0 ? (text: string) => transcript.chats('bot', text) : () => {};
    say((await answered(person, /북촌식당/)).text);
    await press(person, /쿠폰 요청하기/, say, /가입/);
    await press(person, /내 번호 보내기/, say, /무엇을 요청하시겠어요/);
    const wish = wishes[index % wishes.length] ?? '20% 할인';
    await press(person, wish, say, /을 요청했어요/);
  }
  const last = everybody.at(-1);
  if (last) transcript.chats('bot, to the twentieth', (await answered(last, /할인을 요청했어요/)).text);
  return everybody;
}

async function press(person: Chatter, button: string | RegExp, say: (text: string) => void, wanted: RegExp) {
  await until(`the button ${button}`, soonMs, async () => person.presses(button).catch(() => null));
  say((await answered(person, wanted)).text);
}

const answered = (person: Chatter, wanted: RegExp): Promise<ChatBubble> =>
  until(`an answer with ${wanted}`, soonMs, async () => person.sees(wanted).catch(() => null));

async function readMail({ desk, folder, simulatorUrl }: Stage): Promise<void> {
  const mail = await until('the mail', soonMs, async () =>
    desk
      .mailbox(owner.email)
      .opens(/20/)
      .catch(() => null),
  );
  transcript.reads('Hoon', `${mail.subject}\n${mail.text ?? ''}`.trim());
  const [plot] = mail.inline;
  if (!plot) throw new Error('the mail has no picture of the demand');
  keep(`${folder}/demand.png`, Buffer.from(await (await fetch(new URL(plot.url, simulatorUrl))).arrayBuffer()));
}

async function makeCoupon({ desk, appUrl }: Stage, page: Page): Promise<void> {
  await page.goto(`${appUrl}/shop`);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByText(`${count} of ${count}`).first().waitFor();
  transcript.proves(`his page says that ${count} ask, and for what`);
  await page.getByRole('button', { name: 'Make a coupon' }).click();
  await page.getByLabel('Title').fill('겨울 전골 20% 할인');
  await page.getByLabel('Percent', { exact: true }).fill('20');
  for (const step of ['Terms', 'Look', 'Check']) {
    await page.locator('.way').getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: `Make a coupon: ${step}` }).waitFor();
  }
  await page.getByText('All is complete.').waitFor();
  await page.getByRole('button', { name: 'Send me a test card' }).click();
  await page.getByText(/The test card (?:is on its way|has been sent)/).waitFor();
  const test = await until('the test card', soonMs, async () => {
    const texts = await desk.phone(owner.phone).messages();
    return texts.findLast(({ body, media }) => /시험/.test(body) && media.length > 0) ?? null;
  });
  transcript.reads('Hoon', test.body);
  const picture = await desk.media(test.media[0]?.id ?? '');
  if ((await readBarcodes(picture, 'QRCode')).length > 0) throw new Error('a test card carries a code');
  transcript.proves('the test card came to his own telephone, and carries no code');
}

async function send(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Send it …' }).click();
  await page.getByRole('button', { name: `Send to ${count}` }).click();
  await page.getByRole('progressbar').waitFor();
}

async function receiveAll({ desk, folder }: Stage, everybody: Chatter[], sentAt: number): Promise<Buffer[]> {
  const cards: Buffer[] = [];
  for (const person of everybody) {
    const bubble = await until(`a card for ${person.who}`, soonMs, async () => {
      const { messages } = await person.reads();
      return messages.findLast(({ photo }) => photo !== null) ?? null;
    });
    if (cards.length === 0) transcript.chats('bot', bubble.text);
    cards.push(await desk.messenger.picture(bubble));
  }
  transcript.proves(
    `${cards.length} have their coupon after ${((performance.now() - sentAt) / 1_000).toFixed(1)} seconds`,
  );
  const [first] = cards;
  if (first) keep(`${folder}/coupon.jpg`, first);
  return cards;
}

async function useSome({ till }: Stage, everybody: Chatter[], cards: Buffer[]): Promise<void> {
  for (const [index, card] of cards.entries()) {
    const [token] = await readBarcodes(card, 'QRCode');
    const used = await till.redeems({ code: token, amount: 30_000 });
    if (used.status !== 201) throw new Error(`a coupon was refused: ${JSON.stringify(used.body)}`);
    const again = await till.redeems({ code: token, amount: 30_000 });
    if (again.status !== 409) throw new Error('a coupon was used twice');
    const person = everybody[index];
    const news = person && (await answered(person, /썼습니다/));
    if (index === 0 && news) transcript.chats('bot', news.text);
  }
  transcript.proves(`of 30,000 won each paid 24,000; a second use is refused`);
}

async function lookBack({ folder }: Stage, page: Page, person: Chatter | undefined): Promise<void> {
  await page.getByText(`All ${count} who asked have it.`).waitFor();
  await page.getByRole('link', { name: 'To the figures' }).click();
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  const figures = await page.locator('main').innerText();
  if (!figures.includes('18,000 won')) throw new Error(`the owner's figures do not say what was taken off: ${figures}`);
  keep(`${folder}/figures.png`, await page.screenshot({ fullPage: true }));
  transcript.proves('the owner sees 20 sent, 3 used, and 18,000 won taken off');
  if (!person) return;
  await person.starts();
  await press(person, /내 기록/, (text) => transcript.chats('bot', text), /요청 1번/);
}

function keep(file: string, picture: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  transcript.sees(`${relative(process.cwd(), file)} (${Math.round(picture.length / 1000)} KB)`);
}
