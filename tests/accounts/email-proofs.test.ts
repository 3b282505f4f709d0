import { expect } from 'vitest';
import { customers } from '../support/coupons.ts';
import { test, type World } from '../support/world.ts';

const english = { 'accept-language': 'en' };
const opens = async (link: string) => {
  const answer = await fetch(link, { headers: english });
  return { status: answer.status, html: await answer.text() };
};
const presses = async (link: string) => {
  const answer = await fetch(link, { method: 'POST', headers: english });
  return { status: answer.status, html: await answer.text() };
};

/** Asks for a link to this address, and reads it in the mail. */
async function linkTo(world: World, customerId: string, email: string): Promise<string> {
  expect(await world.app.operations.askEmail(customerId, email)).toEqual({ kind: 'link-sent' });
  await world.settles();
  const [mail] = await world.desk.mailbox(email).mails();
  const opened = await world.desk.mailbox(email).opens(new RegExp(mail?.subject ?? ''));
  return /http\S+\/e\/[\w-]+/.exec(opened.text ?? '')?.[0] ?? '';
}

const addressOf = async (world: World, id: string) =>
  (await world.app.store.read.customer.findUniqueOrThrow({ where: { id } })).email;

test('a link that proves an address is void once another address was confirmed, and says so when it is opened', async ({
  world,
}) => {
  const [id = '', other = ''] = await customers(world, 2);
  const first = await linkTo(world, id, 'first@mail.test');
  const second = await linkTo(world, id, 'second@mail.test');
  expect((await opens(first)).html).toContain('first@mail.test');
  for (let pressed = 0; pressed < 2; pressed++) expect((await presses(first)).status).toBe(200);
  expect(await addressOf(world, id)).toBe('first@mail.test');
  expect((await opens(first)).html).toContain('Thank you');
  for (const voided of [await opens(second), await presses(second)]) {
    expect([voided.status, voided.html.includes('no longer good')]).toEqual([404, true]);
  }
  const third = await linkTo(world, id, 'third@mail.test');
  expect((await presses(third)).status).toBe(200);
  expect((await presses(first)).status).toBe(404);
  expect(await addressOf(world, id)).toBe('third@mail.test');
  // Somebody else reads that mailbox: what was asked for before does not bring it back.
  expect((await presses(await linkTo(world, other, 'third@mail.test'))).status).toBe(200);
  expect(await addressOf(world, id)).toBeNull();
  expect((await presses(third)).status).toBe(404);
  for (const cut of [third.slice(0, -3), `${world.url}/e/abc`]) {
    const seen = await opens(cut);
    expect([seen.status, seen.html.includes('no longer good')]).toEqual([404, true]);
  }
  world.passes({ days: 3, seconds: 1 });
  expect((await opens(await linkTo(world, id, 'late@mail.test'))).status).toBe(200);
});
