import { afterAll, beforeAll, expect, test } from 'vitest';
import { figure } from '../support/figure.ts';
import { people } from '../support/world.ts';
import {
  ask,
  type Copies,
  copiesOf,
  joinMessenger,
  makesACoupon,
  type Person,
  publishes,
  signUp,
  takeBack,
  textsTo,
  toldToOwner,
} from './coupon-crowd.ts';
import { Programs } from './programs.ts';
import { Scene } from './scene.ts';
import { Sending } from './sending.ts';

/** So many may be under way in the chat when a program dies, as the docs say. */
const mostUnderWay = 16;
const answeredAtOnce = 8;
const tenHours = { minutes: 600 };
const morning = Date.parse('2026-11-21T08:00:00+09:00');

const several = (count: number, from: number, by: Person['by']): Person[] =>
  Array.from({ length: count }, (_, nth) => ({ phone: `+8210${60_000_000 + from + nth}`, by }));
/** No picture reaches this telephone: a text to it needs nothing of the program once it was taken. */
const withoutPictures: Person = { phone: people.nobody, by: 'text' };
const texted = [...several(3, 0, 'text'), withoutPictures];
const mailed = several(4, 4, 'email');
const chatted = several(16, 8, 'chat');
const askers = [...texted, ...mailed, ...chatted];
/** One asks another shop, one takes the request back, and one asks nobody. */
const others = several(3, 24, 'chat');
const [elsewhere, regretting] = [others.slice(0, 1), others.slice(1, 2)];

let programs: Programs;
beforeAll(async () => {
  programs = await Programs.bundle({ oneAhead: true });
});
afterAll(() => programs.dispose());

test('RC-10 a coupon goes to all who asked, though the program is killed again and again', {
  timeout: 300_000,
}, async () => {
  const scene = await Scene.open(programs, { chats: true, providersPace: true, answeredAtOnce });
  const sending = new Sending(scene);
  try {
    await sending.starts();
    await scene.settles();
    await theyAsk(scene);
    await makesACoupon(scene);
    // By night texts wait for the morning, and the mail server takes nothing yet: one way after the other.
    await scene.passes(tenHours);
    await scene.settles();
    await scene.desk.faults.add({
      ...{ party: 'smtp', on: 'customer', method: 'RCPT' },
      ...{ kind: 'refused-for-now', times: 1_000_000 },
    });
    await diesWhilePublishing(sending);
    await endsInTheMiddle(sending);
    await diesWhileChatting(sending);
    await scene.desk.faults.clear();
    await scene.passes({ minutes: 6 });
    await diesWhileMailing(sending);
    await scene.passes(tenHours);
    await diesWhileTexting(sending);
    // What was under way, then pictures that nobody was there to give.
    for (const minutes of [2, 6, 61]) {
      await scene.passes({ minutes });
      await sending.goesOn(2);
    }
    await allIsRight(sending);
    await scene.endsSound();
  } finally {
    await scene.close();
  }
});

async function theyAsk(scene: Scene): Promise<void> {
  await joinMessenger(
    scene,
    [...askers, ...others].filter((one) => one !== withoutPictures),
  );
  await signUp(scene, [...askers, ...others]);
  // The chat last: who asked first is answered first.
  await ask(scene, [...texted, ...mailed]);
  await ask(scene, [...chatted, ...regretting]);
  await ask(scene, elsewhere, '101');
  await takeBack(scene, regretting);
}

async function diesWhilePublishing(sending: Sending): Promise<void> {
  await sending.diesAt({ failpoint: 'publication.answering' }, () => publishes(sending.scene));
  expect(await sending.answered()).toBe(0);
  await sending.diesAt({ failpoint: 'publication.answered' });
  expect(await sending.answered()).toBe(answeredAtOnce);
  await sending.diesAt({ failpoint: 'publication.answering', nth: 2 });
  expect(await sending.answered()).toBe(2 * answeredAtOnce);
}

/** SIGTERM: what was under way is done, nothing is left in doubt, and nobody has it twice. */
async function endsInTheMiddle(sending: Sending): Promise<void> {
  const { scene } = sending;
  await scene.isAskedToEndAt({ failpoint: 'message.answered', bulkBy: 'chat' });
  expect([await sending.claimed('chat'), await sending.claimed('email')]).toEqual([[], []]);
  const came = await Promise.all(chatted.map(async (one) => (await copiesOf(scene, one)).chat));
  const sent = await scene.looksInto(({ read }) =>
    read.outboxMessage.count({ where: { bulk: true, channel: 'chat', state: 'sent' } }),
  );
  expect([came.reduce((sum, copies) => sum + copies), Math.max(...came)]).toEqual([sent, 1]);
  expect(sent).toBeLessThan(chatted.length);
  await sending.starts();
}

async function diesWhileChatting(sending: Sending): Promise<void> {
  await sending.diesAt({ failpoint: 'message.claimed', bulkBy: 'chat' });
  await sending.diesAt({ failpoint: 'message.answered', bulkBy: 'chat', nth: 3 });
  await sending.diesAt({ failpoint: 'message.recorded', bulkBy: 'chat' });
  await sending.leasesEnd();
  // A second silence: to those whose it is, it comes by text.
  await sending.diesAt({ failpoint: 'message.answered', bulkBy: 'chat', nth: 2 });
  await sending.leasesEnd();
  await sending.goesOn();
}

async function diesWhileMailing(sending: Sending): Promise<void> {
  await sending.diesAt({ failpoint: 'message.claimed', bulkBy: 'email' });
  await sending.diesAt({ failpoint: 'message.answered', bulkBy: 'email' });
  await sending.leasesEnd();
  await sending.diesAt({ failpoint: 'message.recorded', bulkBy: 'email' });
  await sending.leasesEnd();
  await sending.goesOn();
}

async function diesWhileTexting(sending: Sending): Promise<void> {
  await sending.diesAt({ failpoint: 'message.claimed', bulkBy: 'text' });
  await sending.diesAt({ failpoint: 'message.answered', bulkBy: 'text' });
  await sending.leasesEnd();
  await sending.diesAt({ failpoint: 'message.recorded', bulkBy: 'text' });
}

async function allIsRight(sending: Sending): Promise<void> {
  const { scene, underWay } = sending;
  const came = async (some: readonly Person[]) => Promise.all(some.map((one) => copiesOf(scene, one)));
  const [byText, byMail, byChat] = [await came(texted), await came(mailed), await came(chatted)];
  const times = ({ chat, text, email }: Copies) => chat + text + email;
  const vouchers = await sending.vouchers();
  figure('a coupon goes to 24 people, and the program is killed while it is sent', {
    kills: underWay.length,
    'without a coupon': [...byText, ...byMail, ...byChat].filter((one) => times(one) === 0).length,
    'with two coupons': [...vouchers.values()].filter((count) => count > 1).length,
    'told twice by text or mail': [...byText, ...byMail].filter((one) => times(one) > 1).length,
    'told twice in the chat, or there and by text': byChat.filter((one) => times(one) > 1).length,
    'under way in the chat at most': Math.max(...underWay.map((phones) => phones.length)),
  });
  expect(vouchers).toEqual(new Map(askers.map(({ phone }) => [phone, 1])));
  expect(byText).toEqual(texted.map(() => ({ chat: 0, text: 1, email: 0 })));
  expect(byMail).toEqual(mailed.map(() => ({ chat: 0, text: 0, email: 1 })));
  expect(await came(others)).toEqual(others.map(() => ({ chat: 0, text: 0, email: 0 })));
  const deathsOf = ({ phone }: Person) => underWay.filter((phones) => phones.includes(phone)).length;
  for (const [index, one] of chatted.entries()) {
    const copies = byChat[index] ?? { chat: 0, text: 0, email: 0 };
    expect(times(copies)).toBeGreaterThanOrEqual(1);
    expect(times(copies)).toBeLessThanOrEqual(1 + deathsOf(one));
    expect(copies.chat).toBeLessThanOrEqual(2);
  }
  for (const phones of underWay) expect(phones.length).toBeLessThanOrEqual(mostUnderWay);
  const texts = (await Promise.all(askers.map((one) => textsTo(scene, one)))).flat();
  expect(texts.filter(({ at }) => Date.parse(at) < morning)).toEqual([]);
  await ownerKnows(scene);
  await nothingIsLeft(scene);
}

async function ownerKnows(scene: Scene): Promise<void> {
  const { progress, figures } = await toldToOwner(scene);
  expect(progress).toEqual([`All ${askers.length} who asked have it.`]);
  expect(figures).toContain(`Out ${askers.length} coupons`);
  const mails = await scene.desk.mailbox('hoon@mail.example').mails();
  expect(mails.filter(({ subject }) => subject.startsWith('쿠폰을 모두 보냈습니다'))).toHaveLength(1);
}

/** Each of those who asked has one message that stands for the coupon, and it was sent. */
const nothingIsLeft = (scene: Scene): Promise<void> =>
  scene.looksInto(async ({ read }) => {
    expect(await read.publication.findMany()).toMatchObject([{ state: 'done', answered: askers.length }]);
    const messages = await read.outboxMessage.findMany({ where: { campaignId: { not: null } } });
    expect(messages).toHaveLength(askers.length);
    expect(messages.filter(({ state }) => state !== 'sent' && state !== 'delivered')).toEqual([]);
    expect(await read.outboxMessage.count({ where: { state: { in: ['scheduled', 'sending'] } } })).toBe(0);
    const requests = (await read.couponRequest.findMany()).map(({ state }) => state).sort();
    expect(requests).toEqual([...askers.map(() => 'answered'), 'open', 'withdrawn']);
  });
