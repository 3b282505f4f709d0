import { expect } from 'vitest';
import type { Channel } from '../../src/core/messages/address.ts';
import type { Chatter } from '../support/chatter.ts';
import type { PhoneMessage } from '../support/desk.ts';
import { Visitor } from '../support/visitor.ts';
import { people } from '../support/world.ts';
import type { Scene } from './scene.ts';

/** Somebody who has the messenger, and wants coupons and news by this way. */
export interface Person {
  phone: string;
  by: Extract<Channel, 'chat' | 'text' | 'email'>;
}

const title = '겨울 전골 할인';
const addressOf = ({ phone }: Person): string => `customer${phone.slice(1)}@mail.example`;
const chatOf = (scene: Scene, { phone }: Person): Chatter => scene.desk.messenger.chatter(phone);

type Deed = (chat: Chatter, person: Person) => Promise<unknown>;

/** All of them at once, and the bot answers before the next step. */
async function together(scene: Scene, everybody: readonly Person[], steps: readonly Deed[]): Promise<void> {
  for (const step of steps) {
    await Promise.all(everybody.map((person) => step(chatOf(scene, person), person)));
    await scene.settles();
  }
}

/** Presses a button that stands somewhere above. */
const pressesAnywhere =
  (data: string): Deed =>
  async (chat) => {
    const last = (await chat.reads()).messages.findLast(({ from }) => from.isBot);
    await chat.pressesData(last?.id ?? 0, data);
  };

const signingUp: readonly Deed[] = [
  (chat) => chat.starts(),
  (chat) => chat.presses(/가입하기/),
  (chat) => chat.presses(/내 번호 보내기/),
];

/** People who are new to the messenger. */
export async function joinMessenger(scene: Scene, newcomers: readonly Person[]): Promise<void> {
  for (const { phone } of newcomers) {
    await scene.desk.messenger.addPeople({ firstName: '손님', phone, languageCode: 'ko' });
  }
}

/** From now on they are known to the bot, and hear of coupons by the way they like. */
export async function signUp(scene: Scene, newcomers: readonly Person[]): Promise<void> {
  await together(scene, newcomers, signingUp);
  const by = (way: Person['by']) => newcomers.filter((person) => person.by === way);
  await together(scene, by('text'), [pressesAnywhere('news:text')]);
  await together(scene, by('email'), [pressesAnywhere('email'), (chat, person) => chat.writes(addressOf(person))]);
  for (const person of by('email')) await proves(scene, person);
  await together(scene, by('email'), [pressesAnywhere('news:email')]);
}

/** Opens the link in the mail that asks whether the address is right. */
async function proves(scene: Scene, person: Person): Promise<void> {
  const { text } = await scene.desk.mailbox(addressOf(person)).opens(/./);
  const [link = ''] = /https?:\/\/\S+\/e\/[\w-]+/.exec(text ?? '') ?? [];
  expect((await fetch(link, { method: 'POST' })).status).toBe(200);
}

/** Asks a shop for a fifth off. */
export const ask = (scene: Scene, askers: readonly Person[], shop = '102'): Promise<void> =>
  together(scene, askers, [
    (chat) => chat.starts(`shop-${shop}`),
    (chat) => chat.presses(/쿠폰 요청하기/),
    (chat) => chat.presses(/20% 할인/),
  ]);

export const takeBack = (scene: Scene, askers: readonly Person[]): Promise<void> =>
  together(scene, askers, [(chat) => chat.starts('shop-102'), (chat) => chat.presses('요청 취소하기')]);

/** The owner of shop 102 at the shops' pages. */
async function owner(scene: Scene): Promise<Visitor> {
  const visitor = new Visitor(scene.address.url);
  await visitor.signsIn('hoon@mail.example', 'demo-shop-102');
  return visitor;
}

const offer = { title, kind: 'percentage', percent: '20', mostMinor: '' };
const terms = { validUntil: '2026-12-22', tracked: 'serials', proof: 'light', audience: 'askers' };

/** The owner makes a coupon for those who asked, and has a test card of it. */
export async function makesACoupon(scene: Scene): Promise<void> {
  const visitor = await owner(scene);
  const { html } = await visitor.follows('/shop');
  const [, coupons = ''] = /action="(\/shop\/[0-9a-f-]{36}\/coupons)"/.exec(html) ?? [];
  const coupon = ((await visitor.submits(coupons)).to ?? '').replace('/offer', '');
  await visitor.opens(`${coupon}/offer`);
  await visitor.submits(`${coupon}/offer`, { ...offer, version: '1', go: 'next' });
  await visitor.submits(`${coupon}/terms`, { ...terms, validFrom: '2026-11-20', version: '2', go: 'next' });
  expect((await visitor.submits(`${coupon}/test`)).to).toBe(`${coupon}/check`);
  await scene.settles();
}

const yuna: readonly Person[] = [{ phone: people.yuna, by: 'text' }];

/** Choi Yuna, who likes texts, asks shop 102 for a coupon, and its owner makes one. */
export async function wantsACoupon(scene: Scene): Promise<void> {
  // The messenger hears first where the bot is.
  await scene.settles();
  await signUp(scene, yuna);
  await ask(scene, yuna);
  await makesACoupon(scene);
}

/** The owner with the only coupon there is. */
async function withTheCoupon(scene: Scene): Promise<{ visitor: Visitor; coupon: string }> {
  const visitor = await owner(scene);
  const { html } = await visitor.follows('/shop');
  return { visitor, coupon: /href="(\/shop\/coupons\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '' };
}

/** What the owner has made goes to all who asked. */
export async function publishes(scene: Scene): Promise<void> {
  const { visitor, coupon } = await withTheCoupon(scene);
  const { html } = await visitor.opens(`${coupon}/send`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  expect((await visitor.submits(`${coupon}/send`, { version })).to).toBe(`${coupon}/progress`);
}

/** What the owner is told: how the sending went, and the figures of the coupon. */
export async function toldToOwner(scene: Scene): Promise<{ progress: string[]; figures: string }> {
  const { visitor, coupon } = await withTheCoupon(scene);
  const progress = JSON.parse((await visitor.opens(`${coupon}/progress.json`)).html) as { lines: string[] };
  const { html } = await visitor.opens(coupon);
  return { progress: progress.lines, figures: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

/** How often the coupon came, by each way. */
export interface Copies {
  chat: number;
  text: number;
  /** Mails that a mailbox tells apart. */
  email: number;
}

const beginning = '[기프트라인] 북촌식당 쿠폰이 왔습니다';

export async function copiesOf(scene: Scene, person: Person): Promise<Copies> {
  const { messages } = await chatOf(scene, person).reads();
  const mails = (await scene.desk.mailbox(addressOf(person)).mails()).filter(({ begins }) => begins.includes(title));
  const ids = await Promise.all(mails.map(({ id }) => scene.desk.mail(id).then(messageIdOf)));
  return {
    chat: messages.filter(({ from, photo, text }) => from.isBot && photo !== null && text.includes(title)).length,
    text: (await textsTo(scene, person)).filter(({ status }) => status === 'delivered').length,
    email: new Set(ids).size,
  };
}

/** Also those that did not arrive. */
export const textsTo = async (scene: Scene, { phone }: Person): Promise<PhoneMessage[]> =>
  (await scene.phone(phone).messages()).filter(({ to, body }) => to === phone && body.startsWith(beginning));

const messageIdOf = ({ headers }: { headers: { name: string; value: string }[] }): string =>
  headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? '';
