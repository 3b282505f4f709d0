import Stripe from 'stripe';
import twilio from 'twilio';
import { expect, test } from 'vitest';
import { stripeSignature } from '../../simulator/card-company/signature.ts';
import { twilioSignature } from '../../simulator/phone-network/signature.ts';
import { account, jisu, openWorlds, response, stripeKeys } from './fake-app.ts';
import { stripeAt } from './real-clients.ts';

test('the signature of the example in the documentation of Twilio comes out', () => {
  const params = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  expect(twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', params)).toBe(
    'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  );
});

test('the twilio package accepts every webhook of a call and of a text', async () => {
  const { desk, arrived, appUrl } = await openWorlds({
    '/ivr/incoming': response('<Gather action="/ivr/turn?step=메뉴&amp;state=a%2Bb"><Say>안녕하세요</Say></Gather>'),
    '/ivr/turn': response('<Hangup/>'),
  });
  await desk.phone(jisu).dials().presses('12#');
  await desk.phone(jisu).texts('2580 감사합니다 & 안녕 +');
  await desk.settles();
  expect(arrived.map((one) => one.path).sort()).toEqual(['/ivr/incoming', '/ivr/status', '/ivr/turn', '/sms/incoming']);
  for (const one of arrived) {
    const signature = one.headers['x-twilio-signature'] ?? '';
    expect(twilio.validateRequest(account.authToken, signature, appUrl + one.url, one.form), one.url).toBe(true);
    expect(twilio.validateRequest('another', signature, appUrl + one.url, one.form)).toBe(false);
  }
});

test('a webhook by GET is signed over its whole address', async () => {
  const { desk, at, appUrl } = await openWorlds({
    '/ivr/incoming': response('<Gather method="GET" action="/ivr/turn?step=menu"/>'),
    '/ivr/turn': response('<Hangup/>'),
  });
  await desk.phone(jisu).dials().presses('5#');
  const turn = at('/ivr/turn')[0];
  expect(new URL(turn?.url ?? '', appUrl).searchParams.get('Digits')).toBe('5');
  const signature = turn?.headers['x-twilio-signature'] ?? '';
  expect(twilio.validateRequest(account.authToken, signature, appUrl + turn?.url, {})).toBe(true);
});

test('the stripe package accepts the events, and refuses them under another secret', async () => {
  const { simulator, desk, at } = await openWorlds();
  await stripeAt(simulator.url).paymentIntents.create({
    amount: 50_000,
    currency: 'krw',
    customer: 'cus_demo100001',
    payment_method: 'pm_demo100001',
    confirm: true,
    capture_method: 'manual',
  });
  await desk.settles();
  const [event] = at('/payments/stripe');
  const header = event?.headers['stripe-signature'] ?? '';
  const read = Stripe.webhooks.constructEvent(event?.raw ?? '', header, stripeKeys.webhookSecret);
  expect(read.type).toBe('payment_intent.amount_capturable_updated');
  expect(() => Stripe.webhooks.constructEvent(event?.raw ?? '', header, 'whsec_other')).toThrow(/signature/);
});

test('a signature of the stripe package and ours are the same', () => {
  const header = Stripe.webhooks.generateTestHeaderString({
    payload: '{"가":1}',
    secret: 'whsec_x',
    timestamp: 1_800_000_000,
  });
  expect(stripeSignature('whsec_x', 1_800_000_000, '{"가":1}')).toBe(header);
});
