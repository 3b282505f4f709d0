import type { Page } from 'playwright-core';
import { people, type World } from '../support/world.ts';

/** What the caller presses, and what is heard after it. */
const purchase: [keys: string, hears: RegExp][] = [
  ['1', /회원번호/],
  ['100001#', /비밀번호/],
  ['2580#', /매장 번호/],
  ['101#', /오만 원 3번|1번부터 만, 삼만, 오만/],
  ['3', /휴대폰 번호/],
  ['01030000001#', /맞으면 1번|맞으면 1, 아니면 2번/],
  ['1', /녹음/],
  ['2', /결제하려면 1번|결제 1, 취소 2번/],
  ['1', /결제됐습니다/],
];

export const captions = (page: Page) => page.getByRole('log');

/** The newest caption that says this. */
export const hears = (page: Page, wanted: RegExp) => captions(page).getByText(wanted).last().waitFor();

async function clicks(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.locator(`[data-key="${key}"]`).click();
}

/** Buys by clicking the keys of the page, up to the sentence that matches, or to the end. */
export async function buysByClicking(page: Page, until?: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^(Dial|전화 걸기)$/ }).click();
  await hears(page, /구매는? 1번/);
  for (const [keys, wanted] of purchase) {
    await clicks(page, keys);
    await hears(page, wanted);
    if (until && String(until) === String(wanted)) return;
  }
}

/** Bought by Jisu and accepted by Yuna, without a browser: the picture is on Yuna's phone. */
export async function giftAccepted(world: World): Promise<void> {
  const call = await world.phone(people.jisu).dials();
  for (const [keys] of purchase) await call.presses(keys);
  await call.hangsUp();
  await world.settles();
  await world.phone(people.yuna).texts('2580');
  await world.settles();
}
