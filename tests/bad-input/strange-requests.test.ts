import { expect } from 'vitest';
import { test, type World } from '../support/world.ts';
import { example, postRoutes } from './post-routes.ts';
import { formType, fromStripe, fromTwilio, newSid, send } from './signed.ts';

const json = 'application/json';
const authorised = { authorization: 'Bearer demo-terminal-101', 'idempotency-key': 'one' };
/** A chat update may carry two long messages, each letter of them written as \\uXXXX. */
const mostKbOf = (route: string): number => (route === '/chat/telegram' ? 256 : 64);

const typeOf = (route: string): string => (/^\/(api|payments|chat)\//.test(route) ? json : formType);
const post = ({ app, accounts }: World, url: string, type: string, payload: string) => {
  const secret = { 'x-telegram-bot-api-secret-token': accounts.telegram.webhookSecret };
  return app.server.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...authorised, ...secret, 'content-type': type },
  });
};

test('the app says which addresses take a POST, and we know what each of them takes', ({ world }) => {
  const routes = postRoutes(world.app.server);
  for (const known of ['/ivr/turn', '/sms/incoming', '/payments/stripe', '/api/v1/redemptions/:id/rollbacks'])
    expect(routes).toContain(known);
  for (const route of routes) expect(route).toMatch(/^\/(ivr|sms|chat|payments|api\/v1|g|w|u|e|shop|admin)\b/);
});

test('a body over 64 KB (a chat update: 256 KB) is refused everywhere: 413', async ({ world }) => {
  for (const route of postRoutes(world.app.server)) {
    const longText = 'x'.repeat((mostKbOf(route) + 1) * 1_024);
    const payload = typeOf(route) === json ? JSON.stringify({ code: longText }) : `Body=${longText}`;
    const { statusCode } = await post(world, example(route), typeOf(route), payload);
    expect([route, statusCode]).toEqual([route, 413]);
  }
});

test('another content type than the documented one is refused everywhere: 415', async ({ world }) => {
  for (const route of postRoutes(world.app.server)) {
    const wrong = ['text/plain', 'application/xml', 'nonsense'];
    // Mail providers press the button at the foot of a mail with either kind of form (RFC 8058).
    if (!route.startsWith('/u/')) wrong.push('multipart/form-data; boundary=x');
    for (const type of [...wrong, typeOf(route) === json ? formType : json]) {
      const { statusCode } = await post(world, example(route), type, typeOf(route) === json ? 'a=1' : '{"a":1}');
      expect([route, type, statusCode]).toEqual([route, type, 415]);
    }
  }
});

test('broken JSON is refused everywhere where JSON is taken: 400, and signed or not it is no outage', async ({
  world,
}) => {
  const broken = ['{', '{"code":', '[1,', '{"a":1}}', "{'a':1}", '\u0000', '{"__proto__":{"a":1}}', 'null', '[]', '7'];
  for (const route of postRoutes(world.app.server).filter((one) => typeOf(one) === json)) {
    for (const payload of broken) {
      const { statusCode } = await post(world, example(route), json, payload);
      const wanted = route === '/payments/stripe' ? [403] : [400, 404, 422];
      expect([route, payload, wanted.includes(statusCode)]).toEqual([route, payload, true]);
    }
  }
  for (const payload of broken) {
    const { statusCode } = await send(world, fromStripe(world, payload));
    expect([payload, statusCode]).toEqual([payload, 400]);
  }
});

test('a parameter that comes twice is refused, however well it is signed: 400', async ({ world }) => {
  const call = { CallSid: newSid('CA'), From: '+821020000001', To: world.line };
  const routes = postRoutes(world.app.server).filter((route) => /^\/(ivr|sms)\//.test(route));
  for (const route of routes) {
    const twice = fromTwilio(world, route, {
      ...call,
      MessageSid: newSid('SM'),
      From: ['+821020000001', '+821020000003'],
    });
    expect([route, (await send(world, twice)).statusCode]).toEqual([route, 400]);
    const inQuery = fromTwilio(world, `${route}?message=a&message=b`, call);
    expect([route, (await send(world, inQuery)).statusCode]).toEqual([route, 400]);
  }
});

test('whatever is posted anywhere, it is never our outage', async ({ world }) => {
  const bodies = [
    '',
    '=',
    '&&&',
    'a=1&a=2',
    '%',
    '%zz',
    '%00',
    'Body=%F0%9F',
    '{}',
    '[]',
    '"',
    '\u0000',
    '가=나',
    'a[b]=1',
  ];
  for (const route of postRoutes(world.app.server)) {
    for (const type of [formType, json, `${formType}; charset=utf-16`, `${json}; charset=euc-kr`]) {
      for (const body of bodies) {
        const { statusCode } = await post(world, example(route), type, body);
        expect([route, type, body, statusCode < 500]).toEqual([route, type, body, true]);
      }
    }
  }
  for (const route of ['/ivr/incoming', '/ivr/turn', '/ivr/status', '/sms/incoming', '/sms/status']) {
    for (const form of strangeForms) {
      const { statusCode } = await send(world, fromTwilio(world, route, form));
      expect([route, [400, 403].includes(statusCode)]).toEqual([route, true]);
    }
  }
});

const strangeForms: Record<string, string>[] = [
  {},
  { CallSid: '' },
  { CallSid: 'x'.repeat(5_000) },
  { MessageSid: '\u0000', From: '\u0000', To: '.' },
];

test('addresses that are none are not found, and no outage either', async ({ world }) => {
  for (const url of [
    '//',
    '/%',
    '/%00',
    '/w/%E0%A4%A',
    '/cards/..%2f..%2fetc',
    `/g/${'x'.repeat(3_000)}`,
    '/api/v1/redemptions/%00/rollbacks',
  ])
    expect([url, (await post(world, url, json, '{}')).statusCode < 500]).toEqual([url, true]);
});
