import { beforeEach, describe, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { type FakeOperations, fakeOperations } from './fake-operations.ts';
import { dial, type Line, now, openLine } from './phone-line.ts';

let operations: FakeOperations;
let line: Line;
beforeEach(() => {
  operations = fakeOperations();
  line = openLine(operations);
});

const toShop = ['1', '100001#', '2580#'];
const toAmount = [...toShop, '101#'];
const toRecipient = [...toAmount, '3'];
const toRecipientConfirm = [...toRecipient, '01030000001#'];
const toGreeting = [...toRecipientConfirm, '1'];
const toConfirm = [...toGreeting, '2'];
const calling = async (...keys: string[]) => (await dial(line)).presses(...keys);

describe('a purchase from the first ring to the thanks', () => {
  test('is heard step by step', async () => {
    const call = await dial(line);
    expect(call.step).toBe('menu');
    expect(call.heard).toBe('기프트라인입니다. 상품권 구매는 1번. For English, press 8.');
    const hears = async (keys: string, step: string, words: string) => {
      await call.presses(keys);
      expect([call.step, call.heard]).toEqual([step, words]);
    };
    await hears('1', 'member', '회원번호와 우물 정자, 등록하신 전화면 0과 우물 정자를 눌러 주세요.');
    await hears('100001#', 'pin', '비밀번호를 누르고 우물 정자를 눌러 주세요.');
    await hears('2580#', 'shop', '김지수 님, 매장 번호 세 자리와 우물 정자. 모르시면 0과 우물 정자.');
    await hears('101#', 'amount', '한라악기입니다. 만 원 1번, 삼만 원 2번, 오만 원 3번, 십만 원 4번, 다른 금액 5번.');
    await hears(
      '3',
      'recipient',
      '오만 원, 비자카드 끝번호 사이사이. 아직 결제 전입니다. 받는 분 휴대폰 번호와 우물 정자.',
    );
    await hears(
      '01030000001#',
      'recipient-confirm',
      '공일공, 삼공공공, 공공공일. 성은 최, 끝 글자는 나. 맞으면 1번, 아니면 2번.',
    );
    await hears('1', 'greeting', '축하 말씀을 녹음하려면 1번, 그냥 보내려면 2번.');
    await hears('2', 'confirm', '한라악기 오만 원권입니다. 지금 결제하려면 1번, 그만두려면 2번.');
    await hears('1', 'done', '결제됐습니다. 받는 분께 곧 알려 드립니다. 하나 더 사려면 1번.');
    await call.presses('…');
    expect(call.ended).toBe(true);
    expect(call.heard).toBe('이용해 주셔서 고맙습니다.');
    expect(operations.asked('confirmPurchase')).toEqual([
      {
        holdId: 'hold-1',
        channel: 'phone',
        caller: '+821020000001',
        recipientPhone: '+821030000001',
        recipientName: '최*나',
        greeting: null,
      },
    ]);
    expect(operations.asked('holdPayment')).toMatchObject([{ key: `${call.sid}:1:1`, amount: money(50_000, 'KRW') }]);
  });

  test('in English the Korean names are said by the Korean voice', async () => {
    const call = await calling('8', '2', '1', '100001#', '2580#');
    expect(call.said).toEqual([
      { text: 'Hello,', voice: 'Polly.Joanna-Neural', language: 'en-US' },
      { text: '김지수.', voice: 'Polly.Seoyeon-Neural', language: 'ko-KR' },
      {
        text: 'Enter the three digit shop number, then pound. For a list, 0 and pound.',
        voice: 'Polly.Joanna-Neural',
        language: 'en-US',
      },
    ]);
    await call.presses('101#', '3');
    expect(call.heard).toBe(
      "50,000 won, Visa ending in 4 2 4 2. Nothing is charged yet. Enter the recipient's mobile number, then pound.",
    );
    await call.presses('01030000001#');
    expect(call.heard).toBe('0 1 0, 3 0 0 0, 0 0 0 1. Family name 최, last syllable 나. If right, press 1; if not, 2.');
  });

  test('a member who prefers English is greeted in English', async () => {
    operations.state.language = 'en';
    expect((await dial(line)).heard).toContain('Welcome to Giftline.');
  });

  test('a spoken greeting goes along', async () => {
    const call = await calling(...toGreeting, '1');
    expect([call.step, call.waitsFor]).toEqual(['greeting-record', 'recording']);
    expect(call.attributes).toMatchObject({ maxLength: '30', finishOnKey: '#*' });
    await call.records('RE0001');
    await call.presses('1');
    expect(operations.asked('confirmPurchase')).toMatchObject([{ greeting: 'RE0001' }]);
  });

  test('a recording without a sound is asked for again', async () => {
    const call = await (await calling(...toGreeting, '1')).waits();
    expect(call.step).toBe('greeting-record');
    expect(call.heard).toContain('녹음된 말씀이 없어요.');
  });

  test('a second gift in the same call is a new purchase', async () => {
    const call = await calling(...toConfirm, '1', '1', '102#', '1', '01030000002#');
    expect(call.heard).toContain('성은 정. 맞으면');
    await call.presses('1', '2', '1');
    expect(operations.asked('holdPayment')).toMatchObject([{ key: `${call.sid}:1:1` }, { key: `${call.sid}:2:1` }]);
    expect(operations.asked('confirmPurchase')).toMatchObject([
      { holdId: 'hold-1' },
      { holdId: 'hold-2', greeting: null },
    ]);
  });
});

describe('the keys', () => {
  test('one-key steps end by themselves, the others with #, and every key interrupts', async () => {
    const call = await dial(line);
    expect(call.attributes).toMatchObject({
      input: 'dtmf',
      numDigits: '1',
      finishOnKey: '',
      timeout: '10',
      actionOnEmptyResult: 'true',
    });
    await call.presses('1');
    expect(call.attributes).toMatchObject({ finishOnKey: '#', timeout: '10', actionOnEmptyResult: 'true' });
    expect(call.attributes.numDigits).toBeUndefined();
  });

  test('a star leads one step back, and throws away what was keyed before it', async () => {
    expect((await calling(...toAmount, '*')).step).toBe('shop');
    expect((await calling(...toShop, '1*')).step).toBe('pin');
    expect((await calling('1', '999*100001#', '2580#')).step).toBe('shop');
    expect((await calling(...toConfirm, '*', '*', '*')).step).toBe('recipient');
  });

  test('9 says it again', async () => {
    const call = await dial(line);
    const first = call.heard;
    expect((await call.presses('9')).heard).toBe(first);
  });

  test('a wrong key is told in other words each time, and the third time ends kindly', async () => {
    const call = await calling(...toAmount, '7');
    expect(call.heard).toBe('없는 번호예요. 1번부터 만, 삼만, 오만, 십만 원, 다른 금액은 5번.');
    await call.presses('8');
    expect(call.heard).toMatch(/^그 번호는 쓰지 않아요\./);
    await call.presses('…');
    expect(call.ended).toBe(true);
    expect(call.heard).toBe('오늘은 여기서 마칠게요. 편하실 때 다시 걸어 주세요. 돈은 나가지 않았습니다.');
  });

  test('that no money was taken is only said when it is true', async () => {
    const paid = await calling(...toConfirm, '1', '1', '999#', '998#', '997#');
    expect([paid.ended, paid.heard]).toEqual([true, '오늘은 여기서 마칠게요. 편하실 때 다시 걸어 주세요.']);
    const held = await calling(...toRecipient, '…', '…', '…');
    expect(held.heard).toBe(
      '오늘은 여기서 마칠게요. 십 분 안에 다시 걸면 이어서 하실 수 있어요. 돈은 나가지 않았습니다.',
    );
  });
});

describe('who calls', () => {
  test('0# means the telephone that calls', async () => {
    const call = await calling('1', '0#', '2580#');
    expect(call.step).toBe('shop');
    expect(operations.asked('signIn')).toMatchObject([{ member: { phone: '+821020000001' } }]);
  });

  test('a hidden number is told so, and is not offered 0#', async () => {
    const call = await (await dial(line, { from: 'anonymous' })).presses('1');
    expect(call.heard).toBe('회원번호를 누르고 우물 정자를 눌러 주세요.');
    await call.presses('0#');
    expect(call.heard).toBe('거신 전화의 번호가 보이지 않아요. 회원번호 여섯 자리와 우물 정자를 눌러 주세요.');
    await call.presses('100001#', '2580#');
    expect(operations.asked('signIn')).toMatchObject([{ caller: 'anonymous' }]);
  });

  test('a wrong PIN leads back to the member number, three times', async () => {
    const call = await calling('1', '100001#', '1111#');
    expect(call.step).toBe('member');
    expect(call.heard).toContain('회원번호나 비밀번호가 맞지 않아요.');
    await call.presses('100001#', '1112#');
    expect(call.heard).toContain('이번에도 맞지 않았어요.');
    await call.presses('100001#', '1113#');
    expect(call.ended).toBe(true);
    const attempts = operations.asked('signIn').map((ask) => (ask as { attempt: string }).attempt);
    expect(new Set(attempts).size).toBe(3);
  });

  test('a closed door says for how long', async () => {
    operations.state.closedUntil = new Date(now.getTime() + 14.2 * 60_000);
    const call = await calling('1', '100001#', '2580#');
    expect([call.ended, call.heard]).toEqual([
      true,
      '비밀번호가 여러 번 틀렸어요. 십오 분 뒤에 걸어 주세요. 이용해 주셔서 고맙습니다.',
    ]);
  });
});

describe('the shop and the amount', () => {
  test('0# reads the shops, and a code is taken while they are read', async () => {
    const call = await calling(...toShop, '0#');
    expect([call.step, call.heard]).toEqual([
      'shop-list',
      '101번 한라악기, 102번 북촌식당, 103번 제주렌터카, 104번 바닷가민박, 매장 번호와 우물 정자.',
    ]);
    expect((await call.presses('…')).step).toBe('shop');
    expect((await call.presses('0#', '103#')).heard).toContain('제주렌터카입니다.');
  });

  test('more shops than can be listened to come four at a time', async () => {
    const [first] = operations.state.shops;
    if (first) operations.state.shops.push({ ...first, id: 'shop-105', code: '105', name: '다섯째' });
    const call = await calling(...toShop, '0#');
    expect(call.heard).toContain('더 들으려면 0과 우물 정자.');
    expect((await call.presses('0#')).heard).toContain('105번 다섯째,');
    expect((await call.presses('0#')).heard).toContain('101번 한라악기,');
  });

  test('an unknown shop is told', async () => {
    const call = await calling(...toShop, '999#');
    expect([call.step, call.heard]).toEqual([
      'shop',
      '그 번호의 매장이 없어요. 세 자리 매장 번호, 매장 안내는 0. 누르고 우물 정자.',
    ]);
  });

  test('another amount is keyed in', async () => {
    const call = await calling(...toAmount, '5', '12500#');
    expect(call.heard).toContain('만 이천오백 원, 비자카드');
    expect((await calling(...toAmount, '5', '0#')).heard).toContain('영 원은 사실 수 없어요.');
  });

  test('an amount that the shop does not sell is said again in other words', async () => {
    const range = { kind: 'amount-out-of-range', least: money(1_000, 'KRW'), most: money(500_000, 'KRW') } as const;
    operations.state.hold = [range, range, range];
    const call = await calling(...toAmount, '5', '500#');
    expect([call.step, call.heard]).toEqual([
      'amount-other',
      '천 원부터 오십만 원까지 됩니다. 사실 금액을 숫자로 누르고, 끝에 우물 정자를 눌러 주세요.',
    ]);
    await call.presses('600000#');
    expect(call.heard).toMatch(/^가장 적게는 천 원, 가장 많게는 오십만 원이에요\./);
    expect((await call.presses('1#')).ended).toBe(true);
  });

  test('a preset that a shop does not have is no key', async () => {
    const [first] = operations.state.shops;
    first?.presets.splice(2);
    const call = await calling(...toAmount);
    expect(call.heard).toBe('한라악기입니다. 만 원 1번, 삼만 원 2번, 다른 금액 5번.');
    expect((await call.presses('3')).heard).toBe('없는 번호예요. 만 원 1번, 삼만 원 2번, 다른 금액 5번.');
  });
});

describe('the card', () => {
  test('a slow one is waited for, then the call goes on', async () => {
    operations.state.hold = Array.from({ length: 6 }, () => ({ kind: 'waiting', holdId: '' }) as const);
    const call = await calling(...toRecipient);
    const heard = [call.heard];
    for (let round = 2; round <= 6; round += 1) {
      await call.waits();
      heard.push(call.heard);
    }
    expect([call.step, call.waitsFor]).toEqual(['hold', 'nothing']);
    const [slow, still] = ['카드사 답을 기다리고 있습니다.', expect.stringContaining('조금만 더 기다려 주세요.')];
    expect(heard).toEqual(['', '', slow, '', '', still]);
    await call.waits();
    expect(call.step).toBe('recipient');
    const keys = operations.asked('holdPayment').map((ask) => (ask as { key: string }).key);
    expect(new Set(keys)).toEqual(new Set([`${call.sid}:1:1`]));
  });

  test('one that never answers ends the call, which says that no money has moved', async () => {
    operations.state.hold = Array.from({ length: 24 }, () => ({ kind: 'waiting', holdId: '' }) as const);
    const call = await (await calling(...toRecipient)).waits(23);
    expect([call.ended, call.heard]).toEqual([
      true,
      '카드사 답이 늦어지고 있어요. 이 상품권의 돈은 나가지 않았습니다. 잠시 뒤에 다시 걸어 주세요.',
    ]);
  });

  test('a declined one leads to another amount, with a new attempt, three times', async () => {
    operations.state.hold = [{ kind: 'declined' }, { kind: 'declined' }, { kind: 'declined' }];
    const call = await calling(...toRecipient);
    expect([call.step, call.heard.startsWith('카드사가 승인하지 않았어요. 다른 금액을 골라 주세요.')]).toEqual([
      'amount',
      true,
    ]);
    expect((await call.presses('2')).heard).toMatch(/^이번 금액도 승인되지 않았어요/);
    expect((await call.presses('1')).ended).toBe(true);
    expect(operations.asked('holdPayment')).toMatchObject([
      { key: `${call.sid}:1:1` },
      { key: `${call.sid}:1:2` },
      { key: `${call.sid}:1:3` },
    ]);
  });

  test('the daily limit of a strange telephone is told, and when nothing is left the call ends', async () => {
    operations.state.hold = [
      { kind: 'daily-limit', left: money(30_000, 'KRW') },
      { kind: 'daily-limit', left: money(0, 'KRW') },
    ];
    const call = await calling(...toRecipient);
    expect(call.heard).toContain('다른 전화로는 오늘 삼만 원까지예요.');
    expect((await call.presses('2')).heard).toContain('등록하신 전화로 걸어 주세요.');
    expect(call.ended).toBe(true);
  });

  test('a capture that takes long is waited for, and in the end its result is promised by text', async () => {
    operations.state.confirm = Array.from({ length: 24 }, () => ({ kind: 'waiting' }) as const);
    const call = await (await calling(...toConfirm, '1')).waits(2);
    expect([call.step, call.heard]).toEqual(['capture', '결제하고 있습니다. 잠시만 기다려 주세요.']);
    await call.waits(21);
    expect([call.ended, call.heard]).toEqual([
      true,
      '카드사 답이 늦어지고 있어요. 결과를 문자로 알려 드리겠습니다. 고맙습니다.',
    ]);
  });

  test('a hold that ran out is told with the truth about the money, and asked for anew', async () => {
    operations.state.confirm = [{ kind: 'hold-expired' }];
    const call = await calling(...toConfirm, '1');
    expect(call.step).toBe('amount');
    expect(call.heard).toMatch(/^시간이 지났어요. 이 상품권의 돈은 나가지 않았습니다\./);
    await call.presses('3');
    expect(operations.asked('holdPayment')).toMatchObject([{ key: `${call.sid}:1:1` }, { key: `${call.sid}:1:2` }]);
  });

  test('a payment that failed is told', async () => {
    operations.state.confirm = [{ kind: 'payment-failed' }];
    expect((await calling(...toConfirm, '1')).heard).toMatch(/^결제가 안 됐어요\./);
  });
});

describe('changing one’s mind', () => {
  test('back to the amount lets the old hold go, and the next one is new', async () => {
    const call = await calling(...toRecipientConfirm, '*', '*');
    expect(call.step).toBe('amount');
    expect(operations.asked('releaseHold')).toEqual(['hold-1']);
    await call.presses('2');
    expect(operations.asked('holdPayment')).toMatchObject([{ key: `${call.sid}:1:1` }, { key: `${call.sid}:1:2` }]);
  });

  test('another recipient', async () => {
    const call = await calling(...toRecipientConfirm, '2');
    expect([call.step, call.heard]).toEqual([
      'recipient',
      '네, 다른 번호로 할게요. 받으실 분의 휴대폰 번호를 누르고 우물 정자를 눌러 주세요.',
    ]);
    await call.presses('01030000009#');
    expect(call.heard).toBe('공일공, 삼공공공, 공공공구. 이름은 확인되지 않습니다. 번호가 맞으면 1번, 아니면 2번.');
  });

  test('a number that is no mobile phone', async () => {
    const call = await calling(...toRecipient, '0212345678#');
    expect(call.heard).toMatch(/^휴대폰 번호가 아니에요\./);
    expect((await call.presses('0212345678#')).heard).toMatch(/^공일공부터 끝까지 눌러 주세요\./);
  });

  test('a name is said in full where both allow it', async () => {
    operations.state.allowFullName = true;
    expect((await calling(...toRecipientConfirm)).heard).toContain('최유나 님. 맞으면 1번');
  });

  test('cancelling at the end lets the hold go', async () => {
    const call = await calling(...toConfirm, '2');
    expect([call.ended, call.heard]).toEqual([
      true,
      '그만두었습니다. 이 상품권의 돈은 나가지 않았습니다. 이용해 주셔서 고맙습니다.',
    ]);
    expect(operations.asked('releaseHold')).toEqual(['hold-1']);
    expect(operations.turns.at(-1)?.sealed).toBeNull();
  });
});

test.each([
  ['한국어', ['8', '8'], /^Press 1 to buy|^Welcome to Giftline/],
  ['English', ['8', '2', '8', '8'], /^기프트라인입니다/],
])('8 after 8 leads from %s to the other language', async (_from, pressed, menu) => {
  const call = await (await dial(line)).presses(...pressed);
  expect([call.step, call.heard]).toEqual(['menu', expect.stringMatching(menu)]);
});
