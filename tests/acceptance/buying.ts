import type { PhoneCall } from '../support/desk.ts';
import type { World } from '../support/world.ts';
import { people } from '../support/world.ts';

interface Wish {
  from?: string;
  member?: string;
  pin?: string;
  shop?: string;
  /** The key of a preset: 3 is 50,000 won. */
  amountKey?: string;
  recipient?: string;
}

/** A buyer who knows what they want, up to the point where they are asked to confirm. */
export async function callsUpToConfirm(world: World, wish: Wish = {}): Promise<PhoneCall> {
  const { from = people.jisu, member = '100001', pin = '2580', shop = '101' } = wish;
  const { amountKey = '3', recipient = '01030000001' } = wish;
  return world
    .phone(from)
    .dials(world.line)
    .hears(/구매는? 1번/)
    .presses('1')
    .hears(/회원번호/)
    .presses(`${member}#`)
    .hears(/비밀번호/)
    .presses(`${pin}#`)
    .hears(/매장 번호/)
    .presses(`${shop}#`)
    .hears(/오만 원 3번|1번부터 만, 삼만, 오만/)
    .presses(amountKey)
    .hears(/휴대폰 번호/)
    .presses(`${recipient}#`)
    .hears(/맞으면 1번|맞으면 1, 아니면 2번/)
    .presses('1')
    .hears(/그냥 보내려면 2번|없이 2번/)
    .presses('2')
    .hears(/결제하려면 1번|결제 1/);
}

/** A whole purchase, heard to its end, with everything that follows from it done. */
export async function buys(world: World, wish: Wish = {}): Promise<PhoneCall> {
  const call = await callsUpToConfirm(world, wish).then((c) => c.presses('1').hears(/결제됐습니다/));
  await call.staysSilent();
  await world.settles();
  return call;
}

/** A gift bought and accepted by text. Gives the digits under the barcode. */
export async function buysAndAccepts(world: World, wish: Wish & { holderPin?: string } = {}): Promise<string> {
  await buys(world, wish);
  const recipient = wish.recipient ? `+82${wish.recipient.slice(1)}` : people.yuna;
  await world.phone(recipient).texts(wish.holderPin ?? '1357');
  await world.settles();
  const { body } = await world.phone(recipient).receives(/\d{4} \d{4} \d{4}/);
  return body.match(/\d{4} \d{4} \d{4}/)?.[0].replaceAll(' ', '') ?? '';
}
