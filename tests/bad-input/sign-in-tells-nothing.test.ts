import { XMLParser } from 'fast-xml-parser';
import { expect, vi } from 'vitest';
import { Connection } from '../../src/store/sqlite-adapter/connection.ts';
import { people, test, type World } from '../support/world.ts';
import { fromTwilio, newSid, send } from './signed.ts';

const parser = new XMLParser();

/** Three ways in which the same caller does not get in. */
const strangers = {
  'a wrong PIN': ['100001#', '9999#'],
  'a number that nobody has': ['999999#', '9999#'],
  'another member’s PIN': ['100003#', '2580#'],
};

test('a wrong PIN and an unknown member hear the same words', async ({ world }) => {
  const heard = await Promise.all(
    Object.values(strangers).map(async ([member = '', pin = '']) => {
      const call = await world.phone(people.hoon).dials().presses('1').presses(member).presses(pin);
      return [call.step, ...call.heard];
    }),
  );
  expect(heard[0]?.join(' ')).toMatch(/회원번호나 비밀번호가 맞지 않아요/);
  for (const one of heard) expect(one).toEqual(heard[0]);
});

test('a wrong PIN and an unknown member ask the database the same questions', async ({ world }) => {
  const asked: Record<string, string[]> = {};
  for (const [who, keys] of Object.entries(strangers)) {
    const turn = await atPin(world, keys[0] ?? '');
    await world.app.operations.flushTurns();
    asked[who] = await statementsOf(() => turn(keys[1] ?? ''));
  }
  const [first, ...others] = Object.values(asked);
  expect(first?.length).toBeGreaterThanOrEqual(3);
  for (const other of others) expect(other).toEqual(first);
});

test('a till learns nothing either from a telephone that has no certificate', async ({ world }) => {
  const till = world.till('101');
  const nobody = await till.redeems({ phone: '01098765432', pin: '9999', amount: 1_000 });
  const somebody = await till.redeems({ phone: '01030000001', pin: '9999', amount: 1_000 });
  expect(nobody).toEqual(somebody);
  expect(nobody.status).toBe(403);
});

let callers = 0;

/** A caller who has keyed in a member number, each from another telephone; what is left is the PIN. */
async function atPin(world: World, member: string): Promise<(keys: string) => Promise<void>> {
  callers += 1;
  const form = { CallSid: newSid('CA'), From: `+8210${String(70_000_000 + callers)}`, To: world.line };
  let action = '/ivr/incoming';
  const turn = async (keys: string) => {
    const { statusCode, body } = await send(
      world,
      fromTwilio(world, action, { ...form, Digits: keys.replace('#', '') }),
    );
    expect(statusCode).toBe(200);
    action = parser.parse(body).Response.Redirect ?? action;
  };
  for (const keys of ['', '1', member]) await turn(keys);
  expect(action).toMatch(/step=pin&/);
  return turn;
}

/** What is asked of the database meanwhile, without the values. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { query, execute, rowsOf, records, changed } = Connection.prototype;
  const noted = <A extends unknown[], R>(sqlOf: (first: A[0]) => string, run: (...asked: A) => R) =>
    function (this: Connection, ...asked: A): R {
      said.push(sqlOf(asked[0]));
      return run.apply(this, asked);
    };
  const text = (sql: string) => sql;
  const spies = [
    vi.spyOn(Connection.prototype, 'query').mockImplementation(noted(({ sql }) => sql, query)),
    vi.spyOn(Connection.prototype, 'execute').mockImplementation(noted(({ sql }) => sql, execute)),
    vi.spyOn(Connection.prototype, 'rowsOf').mockImplementation(noted(text, rowsOf)),
    vi.spyOn(Connection.prototype, 'records').mockImplementation(noted(text, records)),
    vi.spyOn(Connection.prototype, 'changed').mockImplementation(noted(text, changed)),
  ];
  await work();
  for (const spy of spies) spy.mockRestore();
  return said;
}
