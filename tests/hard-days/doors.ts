import { randomUUID } from 'node:crypto';
import { openKeys } from '../../src/providers/keys.ts';
import { buys, buysAndAccepts } from '../acceptance/buying.ts';
import { fromStripe, fromTwilio, newSid, send } from '../bad-input/signed.ts';
import { people, type World } from '../support/world.ts';

/** What somebody who comes to a door meets: what they came for, or a refusal that is kind and changes nothing. */
export type Met = 'served' | 'refused kindly';
export type Door = () => Promise<Met>;

/** Every way in that needs the database: by telephone, by text, at a till, on a page, and the card company's. */
export async function openDoors(world: World): Promise<Record<string, Door>> {
  const number = await buysAndAccepts(world);
  await buys(world, { recipient: '01030000002' });
  const { id: giftId } = await world.app.store.read.gift.findFirstOrThrow({ where: { recipientPhone: people.hoon } });
  const token = openKeys(world.accounts.secret).giftToken(giftId);
  return {
    caller: () => calls(world),
    texter: () => texts(world),
    till: () => redeems(world, number),
    page: () => accepts(world, token),
    'card company': () => tells(world),
  };
}

/** As far as money being held, which must be written; who only listens needs less of the database. */
async function calls(world: World): Promise<Met> {
  let call = await world.phone(people.sora).dials(world.line);
  for (const keys of ['1', '0#', '3690#', '101#', '1']) if (!call.ended) call = await call.presses(keys);
  const heard = call.heard.join(' ');
  if (!call.ended) {
    await call.hangsUp();
    return 'served';
  }
  return kindly(/죄송합니다.*다시 걸어 주세요/.test(heard), heard);
}

/** 503 takes the text to the fallback address, where it is not lost. */
async function texts(world: World): Promise<Met> {
  const form = { MessageSid: newSid('SM'), From: people.yuna, To: world.line, Body: '안녕하세요?' };
  const { statusCode, body } = await send(world, fromTwilio(world, '/sms/incoming', form));
  return statusCode === 200 ? 'served' : kindly(statusCode === 503, `${statusCode} ${body}`);
}

async function redeems(world: World, code: string): Promise<Met> {
  const { status, body, type } = await world.till('101').redeems({ code, pin: '1357', amount: 10 }, randomUUID());
  if (status === 201) return 'served';
  const told = type.startsWith('application/problem+json') && body.status === 503;
  return kindly(told, `${status} ${JSON.stringify(body)}`);
}

async function accepts(world: World, token: string): Promise<Met> {
  const response = await fetch(`${world.url}/g/${token}/accept`, {
    method: 'POST',
    body: new URLSearchParams({ pin: '2468', again: '2468' }),
    headers: { 'accept-language': 'ko' },
    redirect: 'manual',
  });
  const page = await response.text();
  if (response.status < 400) return 'served';
  return kindly(response.status === 503 && page.includes('잠시 뒤에 다시 해 주세요'), `${response.status} ${page}`);
}

/** 503 makes the card company tell it again later. */
async function tells(world: World): Promise<Met> {
  const hold = await world.app.store.read.hold.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const about = { id: hold.gatewayId, object: 'payment_intent', metadata: { hold: hold.id } };
  const event = { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object: about } };
  const { statusCode, body } = await send(world, fromStripe(world, JSON.stringify(event)));
  return statusCode === 200 ? 'served' : kindly(statusCode === 503, `${statusCode} ${body}`);
}

function kindly(isKind: boolean, answer: string): Met {
  if (!isKind) throw new Error(`neither served nor refused kindly: ${answer}`);
  return 'refused kindly';
}
