import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { isFit } from '../support/is-fit.ts';
import { sizes } from '../support/open-browser.ts';
import { test } from '../support/page-visits.ts';
import type { World } from '../support/world.ts';

const hoon = 'hoon@mail.example';
const words = {
  ko: {
    forgotten: '비밀번호를 잊으셨나요?',
    send: '메일 받기',
    sent: '메일을 확인해 주세요',
    fresh: '새 비밀번호',
    save: '저장하고 로그인',
    saved: /새 비밀번호를 저장했습니다/,
    void: '더 이상 쓸 수 없는 링크입니다',
  },
  en: {
    forgotten: 'Forgotten the password?',
    send: 'Send me the mail',
    sent: 'Look into your mail',
    fresh: 'New password',
    save: 'Save and sign in',
    saved: /Your new password is saved/,
    void: 'This link is no longer good',
  },
  ja: {
    forgotten: 'パスワードをお忘れですか？',
    send: 'メールを受け取る',
    sent: 'メールをご確認ください',
    fresh: '新しいパスワード',
    save: '保存してログイン',
    saved: /新しいパスワードを保存しました/,
    void: 'このリンクは無効です',
  },
} as const;

async function linkOf(world: World): Promise<string> {
  await world.settles();
  const mail = await world.desk.mailbox(hoon).opens(/비밀번호 새로 정하기/);
  return new URL(/http\S+\/shop\/password\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
}

async function renews(world: World, browser: Browser, locale: string, size: keyof typeof sizes): Promise<void> {
  const language = locale.slice(0, 2) as keyof typeof words;
  const said = words[language];
  // Faults of a form are a 422 and a void link a 404, which browsers write to their console.
  const context = await browser.newContext({ viewport: sizes[size], locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${world.url}/shop/sign-in`);
  await page.getByRole('link', { name: said.forgotten }).click();
  await isFit(page, 'asking');
  await page.getByRole('textbox').fill(hoon);
  await page.getByRole('button', { name: said.send }).click();
  await page.getByRole('heading', { name: said.sent }).waitFor();
  await isFit(page, 'asked');

  const link = await linkOf(world);
  await page.goto(world.url + link);
  await isFit(page, 'new password');
  await page.getByLabel(said.fresh).fill('short');
  await page.getByRole('button', { name: said.save }).click();
  await expect.poll(() => page.getByLabel(said.fresh).getAttribute('aria-invalid')).toBe('true');
  await isFit(page, 'too short');
  await page.getByLabel(said.fresh).fill(`four winter stews ${language}`);
  await page.getByRole('button', { name: said.save }).click();
  await page.getByRole('status').getByText(said.saved).waitFor();
  await isFit(page, 'renewed');

  await page.goto(world.url + link);
  await page.getByRole('heading', { name: said.void }).waitFor();
  await isFit(page, 'void');
  await context.close();
}

test('a new password by mail, in Korean on a telephone', { timeout: 60_000 }, async ({ world, browser }) => {
  await renews(world, browser, 'ko-KR', 'phone');
});
test('a new password by mail, in English on a desktop', { timeout: 60_000 }, async ({ world, browser }) => {
  await renews(world, browser, 'en-US', 'desktop');
});
test('a new password by mail, in Japanese on a telephone', { timeout: 60_000 }, async ({ world, browser }) => {
  await renews(world, browser, 'ja-JP', 'phone');
});
