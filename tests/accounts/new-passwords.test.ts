import { expect } from 'vitest';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

const hoon = 'hoon@mail.example';
const before = 'demo-shop-102';

async function linkFor(world: World): Promise<string> {
  const visitor = new Visitor(world);
  await visitor.opens('/shop/forgotten');
  await visitor.submits('/shop/forgotten', { email: hoon });
  await world.settles();
  const mail = await world.desk.mailbox(hoon).opens(/^비밀번호 새로 정하기$/);
  return new URL(/http\S+\/shop\/password\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
}

const faultOf = (html: string): string | undefined => /id="password-fault">([^<]*)</.exec(html)?.[1];

test('a new password is refused that is none, the one in use, or the address', async ({ world }) => {
  const link = await linkFor(world);
  const owner = new Visitor(world);
  await owner.opens(link);
  for (const [password, says] of [
    ['', 'Please fill this in.'],
    ['short', 'At least 10 characters.'],
    [before, 'This is your password now. Please choose another.'],
    [' Hoon@Mail.example', 'Your e-mail address is no password. Please choose another.'],
  ] as const) {
    const seen = await owner.submits(link, { password });
    expect([password, seen.status, faultOf(seen.html)]).toEqual([password, 422, says]);
    expect(seen.html).toContain('<a href="#password">');
  }
  // The link is as good as before.
  expect((await owner.submits(link, { password: 'four winter stews' })).status).toBe(303);
});

test('who registers does not take the address for a password', async ({ world }) => {
  const owner = new Visitor(world);
  await owner.opens('/shop/register');
  const entry = { name: '별다방', trade: 'cafe', threshold: '20', ownerName: '한별' };
  for (const [password, says] of [
    ['', 'Please fill this in.'],
    ['HAN@byeol.test', 'Your e-mail address is no password. Please choose another.'],
  ] as const) {
    const seen = await owner.submits('/shop/register', { ...entry, ownerEmail: 'han@byeol.test', password });
    expect([password, seen.status, faultOf(seen.html)]).toEqual([password, 422, says]);
  }
});

test('the same is said of every address: how many mails come, and who helps whoever runs Giftline', async ({
  world,
}) => {
  for (const email of [hoon, 'admin@giftline.example', 'nobody@mail.test']) {
    const visitor = new Visitor(world);
    await visitor.opens('/shop/forgotten');
    const { html } = await visitor.submits('/shop/forgotten', { email });
    expect(html).toContain('One address gets at most 3 mails an hour.');
    expect(html).toContain('ask whoever runs the server');
  }
});

test('whoever is signed in changes the password of that account, whatever is posted, and finds the way back', async ({
  world,
}) => {
  const owner = new Visitor(world);
  await owner.signsIn(hoon, before);
  const page = await owner.opens('/shop/forgotten');
  expect(page.html).toContain('<h1>Change the password</h1>');
  expect(page.html).toMatch(/<input[^>]*readonly[^>]*name="email"[^>]*value="hoon@mail.example"/i);
  expect(page.html).toContain('<a href="/shop">');
  const asked = await owner.submits('/shop/forgotten', { email: 'park@halla.example' });
  expect(asked.html).toContain(hoon);
  expect(asked.html).not.toContain('park@halla.example');
  expect(asked.html).toContain('<a href="/shop">');
  await world.settles();
  expect(await world.desk.mailbox('park@halla.example').mails()).toEqual([]);
  expect(await world.desk.mailbox(hoon).mails()).toHaveLength(1);
  // Who is not signed in finds it as it was.
  const door = await new Visitor(world).opens('/shop/forgotten');
  expect(door.html).toContain('<h1>Set a new password</h1>');
  expect(door.html).not.toMatch(/readonly/i);
});
