import { expect, test } from 'vitest';
import { twimlFaults } from '../support/twiml-types.ts';
import { type Arrived, account, jisu, line, openWorlds, response, yuna } from './fake-app.ts';
import { twilioAt } from './real-clients.ts';

const echo = ({ form }: Arrived, reply: { type(t: string): { send(b: string): unknown } }) =>
  reply.type('text/xml').send(response(`<Say>Digits=${form.Digits ?? 'none'}</Say><Hangup/>`));

const gatherThen = (attributes: string, after = '<Say>그 뒤</Say>') => ({
  '/ivr/incoming': response(
    `<Gather action="turn?step=pin" ${attributes}><Say language="ko-KR" voice="Polly.Seoyeon-Neural">눌러 주세요</Say></Gather>${after}`,
  ),
  '/ivr/turn': echo,
});

test('the caller hears the prompt and the desk sees what is waited for', async () => {
  const { desk, at } = await openWorlds(gatherThen('numDigits="6" timeout="10"'));
  const call = await desk.phone(jisu).dials(line);
  expect(call.answer).toMatchObject({
    state: 'in-progress',
    heard: [{ text: '눌러 주세요', language: 'ko-KR', voice: 'Polly.Seoyeon-Neural' }],
    waitingFor: { kind: 'keys', step: 'pin', numDigits: 6, finishOnKey: '#', timeoutSeconds: 10 },
  });
  expect(at('/ivr/incoming')[0]?.form).toMatchObject({
    CallSid: call.sid,
    AccountSid: account.accountSid,
    From: jisu,
    To: line,
    CallStatus: 'ringing',
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    CallerCountry: 'KR',
  });
});

test('the finishing key ends the entry and is not part of it', async () => {
  const { desk } = await openWorlds(gatherThen(''));
  const call = await desk
    .phone(jisu)
    .dials()
    .presses('25')
    .presses('80#')
    .hears(/^Digits=2580$/);
  expect(call.ended).toBe(true);
  expect(call.answer.endedBy).toBe('app');
});

test('numDigits ends the entry; further keys are dropped and reported', async () => {
  const { desk } = await openWorlds(gatherThen('numDigits="1"'));
  const call = await desk
    .phone(jisu)
    .dials()
    .presses('123')
    .hears(/^Digits=1$/);
  expect(call.answer.dropped).toBe('23');
});

test('with an empty finishOnKey every key is a digit', async () => {
  const { desk } = await openWorlds(gatherThen('finishOnKey="" numDigits="3"'));
  await desk
    .phone(jisu)
    .dials()
    .presses('#*1')
    .hears(/^Digits=#\*1$/);
});

test('a star can be the finishing key', async () => {
  const { desk } = await openWorlds(gatherThen('finishOnKey="*"'));
  await desk
    .phone(jisu)
    .dials()
    .presses('1#2*')
    .hears(/^Digits=1#2$/);
});

test('silence after some keys submits them', async () => {
  const { desk } = await openWorlds(gatherThen(''));
  await desk
    .phone(jisu)
    .dials()
    .presses('12')
    .staysSilent()
    .hears(/^Digits=12$/);
});

test.each(['silence', 'the finishing key alone'])('%s runs on to the next verb', async (what) => {
  const { desk, at } = await openWorlds(gatherThen(''));
  const call = await desk.phone(jisu).dials();
  await (what === 'silence' ? call.staysSilent() : call.presses('#')).hears(/그 뒤/);
  expect(at('/ivr/turn')).toEqual([]);
  expect(call.ended).toBe(true);
});

test('actionOnEmptyResult calls the action with no digits', async () => {
  const { desk } = await openWorlds(gatherThen('actionOnEmptyResult="true"'));
  await desk
    .phone(jisu)
    .dials()
    .staysSilent()
    .hears(/^Digits=$/);
  await desk
    .phone(jisu)
    .dials()
    .presses('#')
    .hears(/^Digits=$/);
});

test('without an action the same document is asked again', async () => {
  const { desk, at } = await openWorlds({
    '/ivr/incoming': ({ form }, reply) =>
      reply.type('text/xml').send(response(form.Digits ? `<Say>${form.Digits}</Say>` : '<Gather/>')),
  });
  await desk.phone(jisu).dials().presses('7#').hears(/^7$/);
  expect(at('/ivr/incoming')).toHaveLength(2);
});

test('keys pressed ahead cut the next prompt short', async () => {
  const { desk } = await openWorlds({
    '/ivr/incoming': response('<Gather action="/ivr/turn" numDigits="1"><Say>하나</Say></Gather>'),
    '/ivr/turn': response('<Gather action="/ivr/last" numDigits="2"><Say>둘</Say><Say>셋</Say></Gather>'),
    '/ivr/last': echo,
  });
  const call = await desk.phone(jisu).dials().presses('123', { typeAhead: true });
  expect(call.answer.heard).toMatchObject([{ text: '둘', interrupted: true }, { text: 'Digits=23' }]);
});

test('a call is written down as it went', async () => {
  const { desk } = await openWorlds(gatherThen('numDigits="1"'));
  const call = await desk.phone(jisu).dials().presses('4');
  expect((await call.record()).transcript).toMatchObject([
    { kind: 'heard', text: '눌러 주세요' },
    { kind: 'pressed', keys: '4' },
    { kind: 'heard', text: 'Digits=4' },
    { kind: 'ended', by: 'app' },
  ]);
});

test('when the caller hangs up, the action is not asked, and the end is told', async () => {
  let at0 = new Date('2026-03-01T00:00:00Z');
  const { desk, at } = await openWorlds(gatherThen(''), { now: () => at0 });
  const call = await desk.phone(jisu).dials().presses('12');
  at0 = new Date('2026-03-01T00:01:30Z');
  await call.hangsUp();
  await desk.settles();
  expect(call.answer).toMatchObject({ state: 'completed', endedBy: 'caller' });
  expect(at('/ivr/turn')).toEqual([]);
  expect(at('/ivr/status')[0]?.form).toMatchObject({ CallSid: call.sid, CallStatus: 'completed', CallDuration: '90' });
  await expect(call.presses('1').then()).rejects.toThrow(/409.*nothing listens/);
});

test('what is spoken is kept as a recording that can be fetched', async () => {
  const { desk, at, simulator } = await openWorlds({
    '/ivr/incoming': response(
      '<Say>녹음하세요</Say><Record action="/ivr/turn" maxLength="20" recordingStatusCallback="/ivr/recording"/><Say>없음</Say>',
    ),
    '/ivr/turn': response('<Say>고맙습니다</Say>'),
  });
  const call = await desk.phone(jisu).dials();
  expect(call.answer.waitingFor).toEqual({ kind: 'recording', maxSeconds: 20 });
  await call.records(30).hears(/고맙습니다/);
  await desk.settles();
  const [turn] = at('/ivr/turn');
  expect(turn?.form).toMatchObject({ RecordingDuration: '20', Digits: '#' });
  expect(at('/ivr/recording')[0]?.form).toMatchObject({
    RecordingStatus: 'completed',
    RecordingSid: turn?.form.RecordingSid,
  });
  const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
  const sound = await fetch(`${turn?.form.RecordingUrl}.wav`, { headers: { authorization } });
  expect(sound.headers.get('content-type')).toBe('audio/wav');
  expect(
    Buffer.from(await sound.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('RIFF');
  expect((await fetch(`${turn?.form.RecordingUrl}.wav`)).status).toBe(401);
  expect(
    (
      await twilioAt(simulator.url)
        .recordings(turn?.form.RecordingSid ?? '')
        .fetch()
    ).duration,
  ).toBe('20');
  await desk.phone(jisu).dials().staysSilent().hears(/없음/);
});

test('a redirect is followed, relative to the document; a loop of redirects is stopped', async () => {
  const { desk } = await openWorlds({
    '/ivr/incoming': response('<Redirect>turn?step=one</Redirect>'),
    '/ivr/turn?step=one': response('<Redirect method="GET">?step=two</Redirect>'),
    '/ivr/turn?step=two': response('<Say>도착</Say>'),
  });
  await desk.phone(jisu).dials().hears(/도착/);
  const looping = await openWorlds({ '/ivr/incoming': response('<Redirect>/ivr/incoming</Redirect>') });
  const call = await looping.desk.phone(jisu).dials();
  expect(call.answer).toMatchObject({ endedBy: 'error', error: { code: 12000 } });
});

test('Reject ends the call unanswered', async () => {
  const { desk } = await openWorlds({ '/ivr/incoming': response('<Reject reason="busy"/>') });
  expect((await desk.phone(jisu).dials()).answer).toMatchObject({ state: 'completed', status: 'busy', endedBy: 'app' });
});

test.each([
  ['an unknown verb', response('<Shout>x</Shout>'), 12200],
  ['an unknown attribute', response('<Say colour="red">x</Say>'), 12200],
  ['a verb in the wrong place', response('<Gather><Redirect>/x</Redirect></Gather>'), 12200],
  ['a value that cannot be', response('<Gather numDigits="0"/>'), 12200],
  ['speech over 4,096 characters', response(`<Say>${'가'.repeat(4_097)}</Say>`), 12200],
  ['XML that is not well-formed', '<Response><Say>x</Response>', 12100],
  ['another root', '<Answer/>', 12100],
  ['a document over 64 KB', response(`<!--${'x'.repeat(65_536)}-->`), 11750],
])('%s ends the call with an apology', async (_, xml, code) => {
  const { desk, simulator } = await openWorlds({ '/ivr/incoming': xml });
  const call = await desk
    .phone(jisu)
    .dials()
    .hears(/application error has occurred/);
  expect(call.answer).toMatchObject({ state: 'completed', endedBy: 'error', error: { code } });
  expect(simulator.complaints()[0]).toContain(String(code));
});

test.each([
  [
    'a server error',
    (_: unknown, reply: { code(n: number): { send(b: string): unknown } }) => reply.code(500).send('x'),
    11200,
  ],
  ['an answer that is not XML', (_: unknown, reply: { send(b: object): unknown }) => reply.send({}), 12300],
])('%s ends the call and is not asked again', async (_, answer, code) => {
  const { desk, at } = await openWorlds({ '/ivr/incoming': answer as never });
  expect((await desk.phone(jisu).dials()).answer).toMatchObject({ endedBy: 'error', error: { code } });
  expect(at('/ivr/incoming')).toHaveLength(1);
});

test('a stricter check of the test refuses what the package’s types do not offer', async () => {
  const { desk, simulator } = await openWorlds(
    { '/ivr/incoming': response('<Say language="ko-KR" voice="Polly.Nobody">x</Say>') },
    { twimlCheck: twimlFaults },
  );
  expect((await desk.phone(jisu).dials()).answer.error?.code).toBe(12200);
  expect(simulator.complaints()[0]).toContain('Polly.Nobody');
});

test('Dial rings at another phone; the two talk; the action hears how it ended', async () => {
  const { desk, at } = await openWorlds({
    '/ivr/incoming': response(`<Dial action="/ivr/turn" timeout="20"><Number>${yuna}</Number></Dial>`),
    '/ivr/turn': response('<Say>끝</Say>'),
  });
  const call = await desk.phone(jisu).dials();
  expect(call.answer.waitingFor).toEqual({ kind: 'ringing', to: yuna, timeoutSeconds: 20 });
  const other = await (await desk.phone(yuna).rings()).answers();
  expect(other.answer.waitingFor).toEqual({ kind: 'conversation', with: jisu });
  await other.hangsUp();
  await desk.settles();
  expect(at('/ivr/turn')[0]?.form).toMatchObject({
    DialCallStatus: 'completed',
    DialCallSid: other.sid,
    DialBridged: 'true',
  });
  await desk.phone(jisu).dials();
  await (await desk.phone(yuna).rings()).declines();
  await desk.settles();
  expect(at('/ivr/turn')[1]?.form.DialCallStatus).toBe('busy');
  await desk.phone(jisu).dials().staysSilent();
  expect(at('/ivr/turn')[2]?.form.DialCallStatus).toBe('no-answer');
});

test('a call of the app rings; a person or a machine answers; its steps are told', async () => {
  const { desk, simulator, appUrl, at } = await openWorlds({
    '/ivr/outgoing': response('<Gather action="/ivr/turn" numDigits="1"><Say>선물이 왔어요</Say></Gather>'),
  });
  const { calls } = twilioAt(simulator.url);
  const ask = {
    to: yuna,
    from: line,
    url: `${appUrl}/ivr/outgoing`,
    statusCallback: `${appUrl}/ivr/status`,
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    machineDetection: 'Enable',
  };
  const placed = await calls.create(ask);
  expect(placed).toMatchObject({ status: 'queued', direction: 'outbound-api', to: yuna });
  await desk.settles();
  expect(at('/ivr/outgoing')).toEqual([]);
  const call = await (await desk.phone(yuna).rings()).answers().hears(/선물이 왔어요/);
  expect(at('/ivr/outgoing')[0]?.form).toMatchObject({ AnsweredBy: 'human', Direction: 'outbound-api', From: line });
  await call.hangsUp();
  await desk.settles();
  expect(at('/ivr/status').map(({ form }) => form.CallStatus)).toEqual([
    'ringing',
    'ringing',
    'in-progress',
    'completed',
  ]);
  expect((await calls(placed.sid).fetch()).status).toBe('completed');

  await calls.create(ask);
  await desk.settles();
  await (await desk.phone(yuna).rings()).answers('machine');
  expect(at('/ivr/outgoing')[1]?.form.AnsweredBy).toBe('machine_start');
  const third = await calls.create(ask);
  await desk.settles();
  await (await desk.phone(yuna).rings()).declines();
  await desk.settles();
  expect((await calls(third.sid).fetch()).status).toBe('busy');
  const fourth = await calls.create(ask);
  await desk.settles();
  expect((await calls(fourth.sid).update({ status: 'completed' })).status).toBe('canceled');
  expect((await calls.list({ to: yuna, status: 'busy' })).map((one) => one.sid)).toEqual([third.sid]);
});

test('with a real clock silence runs out by itself', async () => {
  const { desk, simulator } = await openWorlds({
    '/ivr/incoming': response('<Gather timeout="1"/><Say>시간이 다 됐습니다</Say>'),
  });
  const started = await fetch(`${simulator.url}/desk/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: jisu, clock: 'real' }),
  });
  const { sid } = (await started.json()) as { sid: string };
  await expect
    .poll(async () => (await desk.phone(jisu).calls()).find((call) => call.sid === sid)?.state, { timeout: 5_000 })
    .toBe('completed');
});
