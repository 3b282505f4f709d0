import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeOperations, fakeOperations } from './fake-operations.ts';
import { dial, type Line, openLine } from './phone-line.ts';

let operations: FakeOperations;
let line: Line;
beforeEach(() => {
  operations = fakeOperations();
  line = openLine(operations);
});

const keys = ['1', '100001#', '2580#', '101#', '3', '01030000001#', '1', '2', '1'];
const toHold = keys.slice(0, 5);
const toConfirm = keys.slice(0, 8);

/** A call that is cut after these keys; what was logged last is what can be gone on with. */
async function cutAfter(...pressed: string[]) {
  const call = await (await dial(line)).presses(...pressed);
  const sealed = operations.turns.at(-1)?.sealed;
  operations.state.broken = sealed ? { sid: call.sid, sealed, memberId: 'member-1' } : null;
  return call;
}

describe('a caller who was cut off', () => {
  test('goes on where the line broke, after the PIN', async () => {
    const cut = await cutAfter(...toConfirm);
    const call = await dial(line);
    expect([call.step, call.heard]).toEqual([
      'resume',
      '조금 전에 끊긴 구매가 있어요. 이어서 하려면 비밀번호와 우물 정자, 처음부터는 별표와 우물 정자.',
    ]);
    await call.presses('2580#');
    expect(call.step).toBe('confirm');
    expect(call.heard).toMatch(/^아직 결제되지 않았어요\. 한라악기 오만 원을 결제하시면 1번/);
    expect(operations.asked('takeUpCall')).toEqual([{ brokenSid: cut.sid, bySid: call.sid }]);
    await call.presses('1');
    expect(operations.asked('confirmPurchase')).toMatchObject([{ holdId: 'hold-1', recipientPhone: '+821030000001' }]);
  });

  test.each([
    ['recipient', 5],
    ['recipient-confirm', 6],
    ['greeting', 7],
    ['confirm', 8],
  ])('at %s', async (step, count) => {
    await cutAfter(...keys.slice(0, count));
    expect((await (await dial(line)).presses('2580#')).step).toBe(step);
  });

  test.each([
    ['recipient', 5, '받으실 분의 휴대폰 번호'],
    ['greeting', 7, '축하 말씀 녹음은 1번'],
  ])('hears at %s for which shop the purchase is', async (_step, count, next) => {
    await cutAfter(...keys.slice(0, count));
    const { heard } = await (await dial(line)).presses('2580#');
    expect(heard).toMatch(/^한라악기 상품권은 아직 결제되지 않았어요\. /);
    expect(heard).toContain(next);
  });

  test('while a greeting was recorded is asked for the greeting', async () => {
    await cutAfter(...keys.slice(0, 7), '1');
    expect((await (await dial(line)).presses('2580#')).step).toBe('greeting');
  });

  test('first hears that it was paid', async () => {
    await cutAfter(...toConfirm);
    operations.state.purchase = 'bought';
    const call = await (await dial(line)).presses('2580#');
    expect(call.step).toBe('done');
    expect(call.heard).toMatch(/^끊긴 구매는 결제됐습니다\./);
    expect(operations.turns.at(-1)?.sealed).toBeNull();
    await call.presses('1', '101#', '3');
    expect(operations.asked('holdPayment').at(-1)).toMatchObject({ key: `${call.sid}:2:1` });
  });

  test('while the card company was asked, goes on waiting for the same answer', async () => {
    operations.state.hold = [{ kind: 'waiting', holdId: '' }];
    const cut = await cutAfter(...toHold);
    operations.state.purchase = 'waiting';
    const call = await (await dial(line)).presses('2580#');
    expect(call.step).toBe('recipient');
    expect(operations.asked('holdPayment')).toMatchObject([{ key: `${cut.sid}:1:1` }, { key: `${cut.sid}:1:1` }]);
  });

  test('in the middle of the capture, goes on waiting for it', async () => {
    operations.state.confirm = [{ kind: 'waiting' }];
    await cutAfter(...keys);
    operations.state.purchase = 'waiting';
    expect((await (await dial(line)).presses('2580#')).step).toBe('done');
  });

  test('too late, is told so and chooses anew', async () => {
    await cutAfter(...toConfirm);
    operations.state.purchase = 'gone';
    const call = await (await dial(line)).presses('2580#');
    expect([call.step, call.heard.startsWith('끊긴 구매는 취소됐어요.')]).toEqual(['amount', true]);
    await call.presses('3');
    expect(operations.asked('holdPayment').at(-1)).toMatchObject({ key: `${call.sid}:1:2` });
  });

  test('may start anew with a star, and gives nothing up by it', async () => {
    await cutAfter(...toConfirm);
    const call = await (await dial(line)).presses('*');
    expect(call.step).toBe('menu');
    expect(operations.asked('takeUpCall')).toEqual([]);
    await call.presses(...toHold);
    expect(operations.asked('holdPayment').at(-1)).toMatchObject({ key: `${call.sid}:1:1` });
  });

  test('after three wrong PINs is not told that no money was taken, and may try again', async () => {
    await cutAfter(...toConfirm);
    const call = await (await dial(line)).presses('1111#', '1112#', '1113#');
    expect([call.ended, call.heard]).toEqual([true, '오늘은 여기서 마칠게요. 편하실 때 다시 걸어 주세요.']);
    expect(operations.asked('takeUpCall')).toEqual([]);
    expect(
      operations.turns
        .filter(({ sid }) => sid === call.sid)
        .every(({ sealed, memberId }) => sealed === null && memberId === null),
    ).toBe(true);
  });

  test('can be cut off a second time', async () => {
    await cutAfter(...toConfirm);
    await cutAfter('2580#');
    const call = await (await dial(line)).presses('2580#');
    expect(call.step).toBe('confirm');
    await call.presses('*', '*', '*', '*', '2');
    expect(operations.asked('holdPayment').at(-1)).toMatchObject({ key: `${call.sid}:1:2` });
  });

  test('and has bought before, is still offered the last recipient, after the PIN', async () => {
    const [shop] = operations.state.shops;
    if (shop) operations.state.last = { recipientPhone: '+821030000001', shop };
    await cutAfter('1', '0#', '2580#', '1#', '3');
    const call = await dial(line);
    expect(call.heard).not.toMatch(/한라|지난번|삼공공공/);
    await call.presses('2580#');
    expect([call.step, call.heard]).toEqual([
      'recipient',
      '한라악기 상품권은 아직 결제되지 않았어요. 받으실 분의 휴대폰 번호, 또는 지난번 분은 1. 누르고 우물 정자.',
    ]);
    expect((await call.presses('1#')).heard).toMatch(/^공일공, 삼공공공, 공공공일, 성은 최/);
    expect(operations.asked('nameRecipient')).toMatchObject([{ typed: '+821030000001' }]);
  });

  test('hears the menu when what is left of the call cannot be read', async () => {
    operations.state.broken = { sid: 'CA1', sealed: 'nonsense', memberId: 'member-1' };
    expect((await dial(line)).step).toBe('menu');
  });
});

describe('what is kept of a call', () => {
  test('a state to go on from, while money is held and not before or after', async () => {
    await (await dial(line)).presses(...keys, '…');
    const kept = operations.turns.map(({ step, outcome, sealed }) => `${step} ${outcome}${sealed ? ' +' : ''}`);
    expect(kept).toEqual([
      'menu started',
      'menu buy',
      'member claimed',
      'pin signed-in',
      'shop found',
      'amount picked +',
      'hold held +',
      'recipient recognised +',
      'recipient-confirm right +',
      'greeting none +',
      'confirm buy',
      'capture bought',
      'done silence',
      'goodbye ended',
    ]);
  });

  test('a state from before the ending, when three wrong answers end a call with money held', async () => {
    await cutAfter(...toHold, '…', '…', '…');
    expect((await (await dial(line)).presses('2580#')).step).toBe('recipient');
  });

  test('never digits, numbers, PINs or names', async () => {
    await (await dial(line)).presses(...keys, '…');
    const logged = JSON.stringify(operations.turns.map(({ sealed: _sealed, ...turn }) => turn));
    expect(logged).not.toMatch(/2580|100001|김지수|010|3000/);
  });
});
