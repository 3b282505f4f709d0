import { expect, test } from 'vitest';
import { account, jisu, line, openWorlds, response, stranger, yuna } from './fake-app.ts';
import { twilioAt } from './real-clients.ts';

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const picture = (_: unknown, reply: { type(t: string): { send(b: Buffer): unknown } }) =>
  reply.type('image/png').send(png);

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason as { code?: number; status?: number; message: string },
  );
  return error && { code: error.code, status: error.status };
};

test('a text goes out, gets to the phone, and its status is told step by step', async () => {
  const { simulator, desk, appUrl, at } = await openWorlds();
  const sent = await twilioAt(simulator.url).messages.create({
    to: yuna,
    from: line,
    body: '선물이 도착했습니다',
    statusCallback: `${appUrl}/sms/status`,
  });
  expect(sent).toMatchObject({ status: 'queued', to: yuna, from: line, direction: 'outbound-api', errorCode: null });
  expect(sent.dateCreated).toBeInstanceOf(Date);
  await desk.settles();
  expect(at('/sms/status').map((one) => one.form)).toMatchObject([
    { MessageSid: sent.sid, MessageStatus: 'sent', SmsStatus: 'sent', AccountSid: account.accountSid, To: yuna },
    { MessageSid: sent.sid, MessageStatus: 'delivered' },
  ]);
  await desk.phone(yuna).receives(/선물/);
  await expect(desk.phone(yuna).receives(/다른 글/)).rejects.toThrow(/선물이 도착했습니다/);
  expect((await twilioAt(simulator.url).messages(sent.sid).fetch()).status).toBe('delivered');
});

test('a message with pictures brings the pictures', async () => {
  const { simulator, desk, appUrl } = await openWorlds({ '/card/a.png': picture, '/card/b.png': picture });
  await twilioAt(simulator.url).messages.create({
    to: yuna,
    from: line,
    mediaUrl: [`${appUrl}/card/a.png`, `${appUrl}/card/b.png`],
  });
  await desk.settles();
  const [message] = await desk.phone(yuna).messages();
  expect(message?.media.map(({ contentType, bytes }) => [contentType, bytes])).toEqual([
    ['image/png', 10],
    ['image/png', 10],
  ]);
  expect(await desk.media(message?.media[0]?.id ?? '')).toEqual(png);
});

test.each([
  ['a picture that is not there', '/nothing', 11200],
  ['a picture that is too large', '/huge', 30008],
])('%s fails the message and says so', async (_, path, code) => {
  const { simulator, desk, appUrl, at } = await openWorlds({
    '/nothing': (_one, reply) => reply.code(404).send('no'),
    '/huge': (_one, reply) => reply.type('image/png').send(Buffer.alloc(5 * 1_024 * 1_024 + 1)),
  });
  await twilioAt(simulator.url).messages.create({
    to: yuna,
    from: line,
    mediaUrl: [appUrl + path],
    statusCallback: `${appUrl}/sms/status`,
  });
  await desk.settles();
  expect(at('/sms/status').map(({ form }) => [form.MessageStatus, form.ErrorCode])).toEqual([['failed', String(code)]]);
  expect(await desk.phone(yuna).messages()).toEqual([]);
});

test('what Twilio refuses is refused with its code', async () => {
  const { simulator } = await openWorlds();
  const { messages } = twilioAt(simulator.url);
  const good = { to: yuna, from: line, body: 'x' };
  expect(await refusal(messages.create({ ...good, body: '가'.repeat(1_601) }))).toEqual({ code: 21617, status: 400 });
  expect(await refusal(messages.create({ to: yuna, from: line }))).toEqual({ code: 21602, status: 400 });
  expect(await refusal(messages.create({ ...good, to: '01030000001' }))).toEqual({ code: 21211, status: 400 });
  expect(await refusal(messages.create({ ...good, to: '+4915112345678' }))).toEqual({ code: 21408, status: 400 });
  expect(await refusal(messages.create({ ...good, from: jisu }))).toEqual({ code: 21606, status: 400 });
  expect(await refusal(messages.create({ ...good, statusCallback: 'sms/status' }))).toEqual({
    code: 21609,
    status: 400,
  });
  expect(await refusal(messages.create({ ...good, mediaUrl: ['ftp://x/y'] }))).toEqual({ code: 21620, status: 400 });
  expect(await refusal(messages(`SM${'0a'.repeat(16)}`).fetch())).toEqual({ code: 20404, status: 404 });
  expect(await refusal(twilioAt(simulator.url, 'wrong').messages.create(good))).toEqual({ code: 20003, status: 401 });
  await messages.create({ ...good, body: '가'.repeat(1_600) });
});

test('whoever texts STOP gets no more, until START', async () => {
  const { simulator, desk, at } = await openWorlds();
  const { messages } = twilioAt(simulator.url);
  await desk.phone(yuna).texts(' stop ');
  expect(await refusal(messages.create({ to: yuna, from: line, body: 'x' }))).toEqual({ code: 21610, status: 400 });
  await messages.create({ to: jisu, from: line, body: 'x' });
  await desk.phone(yuna).texts('START');
  await messages.create({ to: yuna, from: line, body: 'x' });
  await desk.phone(yuna).texts('help');
  await desk.phone(yuna).texts('stop it');
  expect(at('/sms/incoming').map(({ form }) => form.OptOutType)).toEqual(['STOP', 'START', 'HELP', undefined]);
});

test('a text to our number is posted once, and its answer is honoured', async () => {
  const { desk, at } = await openWorlds({
    '/sms/incoming': response('<Message>받았습니다 &amp; 고맙습니다</Message>'),
  });
  expect(await desk.phone(yuna).texts('2580')).toMatchObject({ delivered: true, status: 200 });
  await desk.settles();
  expect(at('/sms/incoming')[0]?.form).toMatchObject({
    From: yuna,
    To: line,
    Body: '2580',
    NumMedia: '0',
    NumSegments: '1',
    FromCountry: 'KR',
    ApiVersion: '2010-04-01',
  });
  await desk.phone(yuna).receives(/받았습니다 & 고맙습니다/);
});

test('a text whose webhook fails is not posted again', async () => {
  const { desk, at } = await openWorlds({ '/sms/incoming': (_, reply) => reply.code(500).send('') });
  expect(await desk.phone(yuna).texts('2580')).toMatchObject({ delivered: true, status: 500 });
  await desk.settles();
  expect(at('/sms/incoming')).toHaveLength(1);
});

test('the number without MMS gets text but no picture, and its replies do not come', async () => {
  const { simulator, desk, appUrl, at } = await openWorlds({ '/card/a.png': picture });
  const { messages } = twilioAt(simulator.url);
  const statusCallback = `${appUrl}/sms/status`;
  await messages.create({ to: stranger, from: line, body: '링크', statusCallback });
  await desk.settles();
  await messages.create({ to: stranger, from: line, mediaUrl: [`${appUrl}/card/a.png`], statusCallback });
  await desk.settles();
  expect(at('/sms/status').map(({ form }) => form.MessageStatus)).toEqual(['sent', 'delivered', 'sent', 'undelivered']);
  expect(await desk.phone(stranger).texts('2580')).toMatchObject({ delivered: false, reason: 'one-way' });
  expect(at('/sms/incoming')).toEqual([]);
});

test('messages are listed by number and time, page by page', async () => {
  let at = new Date('2026-03-01T00:00:00Z');
  const { simulator, desk } = await openWorlds({}, { now: () => at });
  const { messages } = twilioAt(simulator.url);
  for (const minute of [0, 10, 20]) {
    at = new Date(`2026-03-01T00:${String(minute).padStart(2, '0')}:00Z`);
    await messages.create({ to: yuna, from: line, body: `분 ${minute}` });
    await desk.settles();
  }
  await messages.create({ to: jisu, from: line, body: '다른 분' });
  const bodies = async (filter: object) => (await messages.list(filter)).map((one) => one.body);
  expect(await bodies({ to: yuna })).toEqual(['분 20', '분 10', '분 0']);
  expect(await bodies({ to: yuna, pageSize: 1 })).toEqual(['분 20', '분 10', '분 0']);
  expect(await bodies({ to: yuna, dateSentAfter: new Date('2026-03-01T00:10:00Z') })).toEqual(['분 20', '분 10']);
  expect(await bodies({ to: yuna, dateSentBefore: new Date('2026-03-01T00:10:00Z') })).toEqual(['분 10', '분 0']);
  expect(await bodies({ to: yuna, dateSent: new Date('2026-03-01T00:10:00Z') })).toEqual(['분 10']);
  expect(await bodies({ from: jisu })).toEqual([]);
});

test('the carrier knows its subscribers by name, and says so as Lookup does', async () => {
  const { simulator } = await openWorlds();
  const lookup = (number: string) =>
    twilioAt(simulator.url).lookups.v2.phoneNumbers(number).fetch({ fields: 'caller_name' });
  const known = await lookup(yuna);
  expect(known).toMatchObject({
    valid: true,
    countryCode: 'KR',
    callingCountryCode: '82',
    nationalFormat: '01030000001',
  });
  expect(known.callerName).toMatchObject({ callerName: '최유나', callerType: 'CONSUMER' });
  expect((await lookup(stranger)).callerName).toMatchObject({ callerName: null });
  expect(await lookup('+8212')).toMatchObject({ valid: false, validationErrors: ['TOO_SHORT'] });
});
