import { expect } from 'vitest';
import type { PhoneCall } from '../support/desk.ts';
import type { Till } from '../support/till.ts';
import { people } from '../support/world.ts';
import type { Scene } from './scene.ts';

/** What a buyer of 50,000 won at Halla Music for Choi Yuna presses at each step. */
const keys: Record<string, string> = {
  resume: '2580#',
  menu: '1',
  member: '100001#',
  pin: '2580#',
  shop: '101#',
  amount: '3',
  recipient: '01030000001#',
  'recipient-confirm': '1',
  greeting: '2',
};

/** Presses on to a step. */
export async function goesOnTo(step: string, call: PhoneCall): Promise<PhoneCall> {
  while (call.step !== step) {
    const key = keys[call.step ?? ''];
    if (!key) throw new Error(`there is no way from ${call.step} to ${step}: ${call.heard.join(' ')}`);
    await call.presses(key);
  }
  return call;
}

/** A buyer who knows what they want, up to a step. */
export async function callsUpTo(scene: Scene, step: string): Promise<PhoneCall> {
  const call = await goesOnTo(step, await scene.phone(people.jisu).dials());
  await scene.logsTheCall();
  return call;
}

export const pressesTheAmount = async (scene: Scene): Promise<PhoneCall> =>
  (await callsUpTo(scene, 'amount')).presses('3');

export const pressesToPay = async (scene: Scene): Promise<PhoneCall> =>
  (await callsUpTo(scene, 'confirm')).presses('1');

/** A whole purchase, heard to its end; what follows from it is still to be done. */
export const pays = async (scene: Scene): Promise<PhoneCall> =>
  (await pressesToPay(scene)).hears(/결제됐습니다/).staysSilent();

export async function buys(scene: Scene): Promise<void> {
  await pays(scene);
  await scene.settles();
}

/** Texts once, as one reply to the offer. */
const texts = (body: string) => (scene: Scene) => scene.phone(people.yuna).texts(body);
export const accepts = texts('1357');
export const refuses = texts('2');

export async function buysAndAccepts(scene: Scene): Promise<void> {
  await buys(scene);
  await accepts(scene);
  await scene.settles();
}

/** The till takes 20,000 won; a till that got no answer asks again with the same key. */
export async function redeems(scene: Scene): Promise<string> {
  const { body } = await scene.phone(people.yuna).receives(/\d{4} \d{4} \d{4}/);
  const code = body.match(/\d{4} \d{4} \d{4}/)?.[0].replaceAll(' ', '');
  const answer = await scene.till().redeems({ code, pin: '1357', amount: 20_000 }, 'the first sale');
  expect(answer).toMatchObject({ status: 201, body: { balance: 30_000 } });
  return answer.body.id;
}

export async function rollsBack(scene: Scene): Promise<Awaited<ReturnType<Till['rollsBack']>>> {
  const answer = await scene.till().rollsBack(await redeems(scene), 'the first rollback');
  expect(answer).toMatchObject({ status: 201, body: { balance: 50_000 } });
  return answer;
}
