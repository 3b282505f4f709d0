import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Desk, PhoneCall, PhoneMessage } from '../../tests/support/desk.ts';
import { readBarcodes } from '../../tests/support/read-barcodes.ts';
import type { Till } from '../../tests/support/till.ts';
import { until } from '../programs.ts';
import { transcript } from './transcript.ts';

const jisu = '+821020000001';
const yuna = '+821030000001';
const hoon = '+821030000002';
const soonMs = 15_000;

interface Stage {
  desk: Desk;
  till: Till;
  /** Where the picture of the card is written. */
  pictureFile: string;
}

/** A gift by telephone, received by text, spent in a shop; and one that is refused. */
export async function playMainJob(stage: Stage): Promise<void> {
  transcript.scene('Kim Jisu calls the line and buys a gift for Choi Yuna');
  await buy(stage, firstPurchase);
  await reads(stage, jisu, 'Jisu', /최\*나/);
  transcript.scene('Choi Yuna accepts with a PIN of her own');
  await reads(stage, yuna, 'Yuna', /김지수/);
  await writes(stage, yuna, 'Yuna', '2580');
  const card = await reads(stage, yuna, 'Yuna', /\d{4} \d{4} \d{4}/);
  const token = await keepPicture(stage, card);
  await reads(stage, jisu, 'Jisu', /받/);
  transcript.scene('Halla Music takes money off it');
  await spend(stage, token);
  await reads(stage, jisu, 'Jisu', /30,000원/);
  transcript.scene('Jisu sends another to Jung Hoon, who does not want it');
  await buy(stage, repeatPurchase);
  await reads(stage, hoon, 'Hoon', /김지수/);
  await writes(stage, hoon, 'Hoon', '2');
  await refundArrives(stage);
  await reads(stage, jisu, 'Jisu', /돌려/);
}

type Steps = [keys: string, hears: RegExp][];

const firstPurchase: Steps = [
  ['1', /회원번호/],
  ['100001#', /비밀번호/],
  ['2580#', /김지수/],
  ['101#', /한라악기/],
  ['3', /오만 원.*아직 결제 전/],
  ['01030000001#', /성은 최, 끝 글자는 나/],
  ['1', /축하/],
  ['2', /결제하려면/],
  ['1', /결제됐습니다/],
];

/** Short words, and the shop of the last purchase on key 1. */
const repeatPurchase: Steps = [
  ['1', /회원번호나 0/],
  ['0#', /비밀번호/],
  ['2580#', /김지수 님.*한라악기 1/],
  ['1#', /오만/],
  ['3', /휴대폰 번호나 같은 분 1/],
  ['01030000002#', /성은 정/],
  ['1', /녹음/],
  ['2', /한라악기 오만 원 결제/],
  ['1', /결제됐습니다/],
];

async function buy({ desk }: Stage, steps: Steps): Promise<void> {
  const call = await desk.phone(jisu).dials();
  transcript.hears(call.heard);
  for (const [keys, hears] of steps) await presses(call, keys, hears);
  await call.hangsUp();
}

async function presses(call: PhoneCall, keys: string, hears: RegExp): Promise<void> {
  transcript.presses(keys.replace('2580', '••••'));
  await call.presses(keys);
  transcript.hears(call.heard);
  await call.hears(hears);
}

async function reads({ desk }: Stage, number: string, who: string, wanted: RegExp): Promise<PhoneMessage> {
  const message = await until(`a text to ${who} with ${wanted}`, soonMs, async () => {
    const texts = await desk.phone(number).messages();
    return texts.findLast(({ to, body }) => to === number && wanted.test(body)) ?? null;
  });
  transcript.reads(who, message.body);
  return message;
}

async function writes({ desk }: Stage, number: string, who: string, text: string): Promise<void> {
  transcript.writes(who, text.length > 3 ? '••••' : text);
  await desk.phone(number).texts(text);
}

/** Gives the token that the picture's QR says, read by a decoder from the pixels. */
async function keepPicture({ desk, pictureFile }: Stage, { media }: PhoneMessage): Promise<string> {
  const picture = await desk.media(media[0]?.id ?? 'none came');
  mkdirSync(dirname(pictureFile), { recursive: true });
  writeFileSync(pictureFile, picture);
  transcript.sees(`${relative(process.cwd(), pictureFile)} (${Math.round(picture.length / 1000)} KB)`);
  const [qr] = await readBarcodes(picture, 'QRCode');
  const [code128] = await readBarcodes(picture, 'Code128');
  if (!qr || !code128) throw new Error('the barcodes of the picture cannot be read');
  transcript.proves('its QR and its Code 128 are read from the pixels');
  return qr;
}

async function spend({ till }: Stage, code: string): Promise<void> {
  const valid = await till.validates(code);
  expectStatus(valid.status, 200, 'the certificate is good, worth 50,000 won');
  const guess = await till.redeems({ code, pin: '0000', amount: 20_000 });
  expectStatus(guess.status, 403, 'a wrong PIN is refused');
  const used = await till.redeems({ code, pin: '2580', amount: 20_000 });
  expectStatus(used.status, 201, `20,000 won are taken, ${used.body.balance} are left`);
  const tooMuch = await till.redeems({ code, pin: '2580', amount: 40_000 });
  expectStatus(tooMuch.status, 409, 'more than is left is refused');
}

function expectStatus(status: number, wanted: number, what: string): void {
  if (status !== wanted) throw new Error(`${what}: expected ${wanted}, got ${status}`);
  transcript.proves(what);
}

async function refundArrives({ desk }: Stage): Promise<void> {
  const refund = await until('the refund', soonMs, async () => (await desk.refunds())[0] ?? null);
  if (refund.amount !== 50_000) throw new Error(`refunded ${refund.amount}`);
  transcript.proves('the card company has returned 50,000 won');
}
