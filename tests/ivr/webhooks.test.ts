import fc from 'fast-check';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { stateSealer } from '../../src/ivr/seal-state.ts';
import { type FakeOperations, fakeOperations } from './fake-operations.ts';
import { authToken, dial, key, type Line, openLine, publicUrl } from './phone-line.ts';

let operations: FakeOperations;
let line: Line;
beforeEach(() => {
  operations = fakeOperations();
  line = openLine(operations);
});

const form = { CallSid: 'CA1', From: '+821020000001', To: '+8215880000' };
const toConfirm = ['1', '100001#', '2580#', '101#', '3', '01030000001#', '1', '2'];
const nothingDone = () =>
  operations.asked('startCall').length + operations.asked('signIn').length + operations.turns.length;

describe('a webhook that nobody signed', () => {
  test.each(['/ivr/incoming', '/ivr/turn?step=menu', '/ivr/status'])(
    '%s is refused, and nothing is written',
    async (url) => {
      for (const signature of [
        '',
        'bm9ib2R5IHNpZ25lZCB0aGlz',
        getExpectedTwilioSignature('another token', publicUrl + url, form),
      ]) {
        expect((await line.post(url, form, { 'x-twilio-signature': signature })).statusCode).toBe(403);
      }
      const unsigned = await line.app.inject({
        method: 'POST',
        url,
        payload: 'CallSid=CA1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(unsigned.statusCode).toBe(403);
      expect(nothingDone()).toBe(0);
    },
  );

  test('a signature for other parameters or another URL does not do', async () => {
    const other = getExpectedTwilioSignature(authToken, `${publicUrl}/ivr/incoming`, {
      ...form,
      From: '+821020000002',
    });
    expect((await line.post('/ivr/incoming', form, { 'x-twilio-signature': other })).statusCode).toBe(403);
    const elsewhere = getExpectedTwilioSignature(authToken, 'https://elsewhere.example/ivr/incoming', form);
    expect((await line.post('/ivr/incoming', form, { 'x-twilio-signature': elsewhere })).statusCode).toBe(403);
    expect(nothingDone()).toBe(0);
  });

  test('the host that the request names does not matter', async () => {
    expect((await line.post('/ivr/incoming', form, { host: 'evil.example' })).statusCode).toBe(200);
  });
});

describe('strange requests', () => {
  const raw = (url: string, payload: string, headers: Record<string, string>) =>
    line.app.inject({ method: 'POST', url, payload, headers });
  const formType = 'application/x-www-form-urlencoded';

  test('a parameter given twice is refused: unsigned 403, signed 400', async () => {
    const payload = 'CallSid=CA1&From=%2B821020000001&From=%2B821020000002';
    expect((await raw('/ivr/incoming', payload, { 'content-type': formType })).statusCode).toBe(403);
    const twice = { CallSid: 'CA1', From: ['+821020000001', '+821020000002'] };
    const signature = getExpectedTwilioSignature(authToken, `${publicUrl}/ivr/incoming`, twice);
    expect(
      (await raw('/ivr/incoming', payload, { 'content-type': formType, 'x-twilio-signature': signature })).statusCode,
    ).toBe(400);
    expect((await line.post('/ivr/turn?step=menu&step=pin&state=a', form)).statusCode).toBe(400);
    expect(nothingDone()).toBe(0);
  });

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s is refused',
    async (type) => {
      expect((await raw('/ivr/incoming', '{"CallSid":"CA1"}', { 'content-type': type })).statusCode).toBe(415);
    },
  );

  test('without a CallSid, or with an impossible one, there is no call', async () => {
    expect((await line.post('/ivr/incoming', {})).statusCode).toBe(400);
    expect((await line.post('/ivr/incoming', { CallSid: 'a b' })).statusCode).toBe(400);
    expect((await line.post('/ivr/status', { CallStatus: 'completed' })).statusCode).toBe(400);
  });

  test('any keys whatever get an answer', async () => {
    const call = await dial(line);
    for (const Digits of ['1#2', 'hangup', '٣', '9'.repeat(5_000), '<>&"', '\u0000']) {
      expect((await line.post(call.action, { ...form, CallSid: call.sid, Digits })).statusCode).toBe(200);
    }
  });
});

describe('the state in the URL', () => {
  const turnOf = (url: string, sid: string, Digits = '1') => line.post(url, { ...form, CallSid: sid, Digits });

  test('belongs to its call', async () => {
    const call = await dial(line);
    expect((await turnOf(call.action, call.sid)).statusCode).toBe(200);
    expect((await turnOf(call.action, 'CAother')).statusCode).toBe(403);
  });

  test('cannot be changed, cut, forged or left out', async () => {
    const call = await dial(line);
    const state = call.action.split('state=')[1] ?? '';
    const changed = [...state].map(
      (letter, at) => state.slice(0, at) + (letter === 'A' ? 'B' : 'A') + state.slice(at + 1),
    );
    const forged = stateSealer(Buffer.alloc(32, 8)).seal('[1]', call.sid);
    const cases = [
      ...changed.slice(0, -1),
      state.slice(0, 40),
      '',
      'A',
      '%20',
      forged,
      state + state,
      'A'.repeat(10_000),
    ];
    for (const one of cases) expect((await turnOf(`/ivr/turn?step=menu&state=${one}`, call.sid)).statusCode).toBe(403);
    expect((await turnOf('/ivr/turn', call.sid)).statusCode).toBe(403);
  });

  test('of another form than today’s does not open', async () => {
    const old = stateSealer(key).seal('[0,["menu",0,0,{}]]', 'CA1');
    expect((await turnOf(`/ivr/turn?step=menu&state=${old}`, 'CA1')).statusCode).toBe(403);
  });

  test('must be of the step that the URL names', async () => {
    const call = await dial(line);
    expect((await turnOf(call.action.replace('step=menu', 'step=confirm'), call.sid)).statusCode).toBe(403);
  });

  test('is secret and short, also with the longest names', async () => {
    const [first] = operations.state.shops;
    if (first) Object.assign(first, { name: '한'.repeat(80), nameEn: 'Long '.repeat(30), id: 'i'.repeat(36) });
    operations.state.member = { ...operations.state.member, id: 'm'.repeat(36), name: '김'.repeat(60) };
    if (first) operations.state.last = { recipientPhone: '+821030000001', shop: first };
    const call = await (await dial(line)).presses(...toConfirm);
    expect(call.action.length).toBeLessThan(1_500);
    expect(call.xml).not.toContain('2580');
    const opened = stateSealer(key).open(call.action.split('state=')[1] ?? '', call.sid) ?? '';
    expect(opened).toContain('"confirm"');
    expect(opened).not.toContain('2580');
  });
});

describe('a turn delivered again', () => {
  test('gets the same answer, and asks for the same effect', async () => {
    const call = await dial(line);
    for (const keys of [...toConfirm, '1']) {
      const again = { ...form, CallSid: call.sid, Digits: keys.replace('#', '') };
      const url = call.action;
      await call.presses(keys);
      const heard = call.heard;
      const repeated = await line.post(url, again);
      expect(repeated.statusCode).toBe(200);
      expect(
        repeated.body
          .replace(/<[^>]+>/g, ' ')
          .replace(/\/ivr\S+/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ).toBe(heard);
    }
    const keysOf = (name: 'holdPayment' | 'signIn' | 'nameRecipient', field: string) =>
      new Set(operations.asked(name).map((ask) => (ask as Record<string, unknown>)[field]));
    expect(operations.asked('holdPayment').length).toBe(2);
    expect(keysOf('holdPayment', 'key').size).toBe(1);
    expect(keysOf('signIn', 'attempt').size).toBe(1);
    expect(keysOf('nameRecipient', 'attempt').size).toBe(1);
    expect(new Set(operations.asked('confirmPurchase').map((ask) => (ask as { holdId: string }).holdId)).size).toBe(1);
  });
});

describe('when something is out of order', () => {
  test('the caller hears an apology at the first ring', async () => {
    operations.state.down = true;
    const call = await dial(line);
    expect([call.ended, call.heard]).toEqual([true, '죄송합니다. 잠시 문제가 생겼어요. 조금 뒤에 다시 걸어 주세요.']);
  });

  test('and in the middle of a purchase also that it is kept, and can go on with it', async () => {
    const call = await (await dial(line)).presses(...toConfirm);
    operations.state.confirm = [new Error('the card company fell over')];
    await call.presses('1');
    expect([call.ended, call.heard]).toEqual([
      true,
      '죄송합니다. 잠시 문제가 생겼어요. 하시던 구매는 십 분 동안 그대로 둡니다. 조금 뒤에 다시 걸어 주세요.',
    ]);
    const last = operations.turns.at(-1);
    expect(last).toMatchObject({ step: 'confirm', outcome: 'outage' });
    operations.state.broken = { sid: call.sid, sealed: last?.sealed ?? '', memberId: 'member-1' };
    expect((await (await dial(line)).presses('2580#')).step).toBe('confirm');
  });

  test('the end of a call that could not be written is answered 503', async () => {
    operations.state.down = true;
    expect((await line.post('/ivr/status', { ...form, CallStatus: 'completed' })).statusCode).toBe(503);
  });
});

test('the end of the line is told once the call is over', async () => {
  for (const CallStatus of ['ringing', 'in-progress']) await line.post('/ivr/status', { ...form, CallStatus });
  expect(operations.asked('endCall')).toEqual([]);
  for (const CallStatus of ['completed', 'busy', 'failed', 'no-answer', 'canceled']) {
    expect((await line.post('/ivr/status', { ...form, CallStatus })).statusCode).toBe(204);
  }
  expect(operations.asked('endCall')).toEqual(['CA1', 'CA1', 'CA1', 'CA1', 'CA1']);
});

test('any keys, silences and waits give valid TwiML, and the call ends', async () => {
  const entry = fc.constantFrom(
    '1',
    '1',
    '2',
    '3',
    '5',
    '8',
    '9',
    '*',
    '…',
    '0#',
    '100001#',
    '2580#',
    '101#',
    '01030000001#',
    '7*',
    '500#',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 40 }),
      fc.array(fc.constantFrom('waiting', 'declined', 'held'), { maxLength: 4 }),
      async (entries, cards) => {
        operations.state.hold = cards.flatMap((kind) =>
          kind === 'held' ? [] : [kind === 'waiting' ? { kind, holdId: '' } : { kind }],
        );
        const call = await dial(line);
        for (const keys of entries) if (!call.ended) await call.presses(keys);
        for (let silences = 0; !call.ended; silences += 1) {
          expect(silences).toBeLessThan(30);
          await call.presses('…');
        }
      },
    ),
    { numRuns: 100 },
  );
});
