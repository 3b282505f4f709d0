import Fastify, { type FastifyInstance } from 'fastify';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeliveryReport, registerSms } from '../../src/sms/register-sms.ts';
import { twilioSignature } from '../../src/web/twilio-signature.ts';

const authToken = 'a-token-of-the-test';
const publicUrl = 'https://gift.example';
const outage = new Error('the database is busy');

let app: FastifyInstance;
let texts: unknown[];
let reports: DeliveryReport[];
let logged: string;
let fails: Error | null;

beforeEach(async () => {
  texts = [];
  reports = [];
  logged = '';
  fails = null;
  const note = (facts: object, message: string) => {
    logged += `${JSON.stringify(facts)} ${message}\n`;
  };
  app = Fastify();
  registerSms(app, {
    operations: {
      answerText: async (text) => {
        if (fails) throw fails;
        texts.push(text);
        return { kind: 'accept' };
      },
    },
    recordDelivery: async (report) => {
      if (fails) throw fails;
      reports.push(report);
    },
    verify: twilioSignature({ authToken, publicUrl }),
    isOutage: (error) => error === outage,
    log: { info: note, warn: note, error: note },
  });
  await app.ready();
});
afterEach(() => app.close());

const incoming = { MessageSid: 'SM0123', From: '+821030000001', To: '+8215880000', Body: '11 2580', NumMedia: '0' };

function post(
  url: string,
  form: Record<string, string>,
  more: { signature?: string; payload?: string; type?: string } = {},
) {
  const signature = more.signature ?? getExpectedTwilioSignature(authToken, publicUrl + url, form);
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': more.type ?? 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    payload: more.payload ?? new URLSearchParams(form).toString(),
  });
}

test('GC-10 a text is read, handed on once and answered with nothing', async () => {
  const answer = await post('/sms/incoming', incoming);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/xml');
  expect(answer.body).toBe('<Response/>');
  expect(texts).toEqual([
    { sid: 'SM0123', from: '+821030000001', to: '+8215880000', answer: { kind: 'pin', pin: '2580', gift: 11 } },
  ]);
  expect(logged).not.toMatch(/2580|8210/);
});

test('a picture without words is unclear, STOP is an opt-out, a short code is let be', async () => {
  const { Body: _, ...wordless } = incoming;
  await post('/sms/incoming', wordless);
  await post('/sms/incoming', { ...incoming, Body: 'Stop', OptOutType: 'STOP' });
  expect((await post('/sms/incoming', { ...incoming, From: '1588' })).statusCode).toBe(200);
  expect(texts).toMatchObject([{ answer: { kind: 'unclear' } }, { answer: { kind: 'opt-out' } }]);
});

test('forged, doubled, misshapen: 403, 400, 415, and nothing is written', async () => {
  expect((await post('/sms/incoming', incoming, { signature: 'x' })).statusCode).toBe(403);
  expect((await post('/sms/status', incoming, { signature: '' })).statusCode).toBe(403);
  expect((await post('/sms/incoming', incoming, { payload: '{}', type: 'application/json' })).statusCode).toBe(415);
  expect((await post('/sms/incoming', { Body: '2580' })).statusCode).toBe(400);
  expect((await post('/sms/incoming', { ...incoming, MessageSid: "'; drop" })).statusCode).toBe(400);
  expect(texts).toEqual([]);
});

test('what could not be done is not said to be done', async () => {
  fails = outage;
  expect((await post('/sms/incoming', incoming)).statusCode).toBe(503);
  fails = new Error('a mistake of ours');
  const answer = await post('/sms/incoming', incoming);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toBe('<Response/>');
});

test('delivery reports are handed on with the message they are about', async () => {
  const form = { MessageSid: 'SM0123', MessageStatus: 'undelivered', ErrorCode: '30008' };
  expect((await post('/sms/status?message=m-1', form)).statusCode).toBe(200);
  expect((await post('/sms/status', { MessageSid: 'SM0123', MessageStatus: 'sent' })).statusCode).toBe(200);
  expect((await post('/sms/status?message=%20', form)).statusCode).toBe(400);
  expect((await post('/sms/status', { MessageSid: 'SM0123' })).statusCode).toBe(400);
  expect(reports).toEqual([
    { messageId: 'm-1', providerId: 'SM0123', status: 'undelivered', errorCode: '30008' },
    { messageId: null, providerId: 'SM0123', status: 'sent', errorCode: null },
  ]);
});
