import { connect } from 'node:net';
import { expect } from 'vitest';
import { test, type World } from '../support/world.ts';

test('addresses that nobody could mean are answered by a page of ours, with a way on', async ({ world }) => {
  for (const [path, status] of [
    ['/nothing', 404],
    ['/%ff', 400],
    ['/w/%zz', 400],
    ['/shop/%ff/edit', 400],
    [`/w/${'a'.repeat(600)}`, 414],
    [`/${'a'.repeat(9_000)}`, 404],
    [`/nothing?${'a'.repeat(9_000)}`, 404],
  ] as const) {
    const answer = await fetch(world.url + path, { headers: { 'accept-language': 'en' } });
    const html = await answer.text();
    expect([path.slice(0, 20), answer.status, answer.headers.get('content-type')]).toEqual([
      path.slice(0, 20),
      status,
      'text/html; charset=utf-8',
    ]);
    expect(html).toContain('<a href="/">');
  }
  const nothing = await (await fetch(`${world.url}/nothing`, { headers: { 'accept-language': 'ko' } })).text();
  expect(nothing).not.toContain('문자');
  expect(nothing).toContain('href="/shop"');
  const gift = await (await fetch(`${world.url}/g/nothing`, { headers: { 'accept-language': 'ko' } })).text();
  expect(gift).toContain('받으신');
  expect((await fetch(`${world.url}/api/v1/redemptions/${'a'.repeat(600)}/rollbacks`, { method: 'POST' })).status).toBe(
    404,
  );
  const api = await fetch(`${world.url}/api/v1/%ff`);
  expect([api.status, api.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
});

test('an address too long to be read at all is answered by a page as well', async ({ world }) => {
  const answer = await says(world, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 414 /);
  expect(answer).toContain('content-type: text/html; charset=utf-8');
  expect(answer).toContain('<a href="/">');
});

test('who sends half a form and waits keeps the connection for seconds, not for ever', async ({ world }) => {
  const { server } = world.app.server;
  expect([server.requestTimeout, server.headersTimeout]).toEqual([20_000, 20_000]);
  server.headersTimeout = 100;
  server.requestTimeout = 100;
  const head = 'POST /shop/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const answer = await says(world, `${head}Content-Length: 100\r\n\r\nemail=`);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('<a href="/">');
});

test('/docs is neither guessed at by browsers nor tells others where it was', async ({ world }) => {
  for (const path of ['/docs', '/docs/json', '/docs/static/index.css']) {
    const { headers } = await fetch(world.url + path);
    expect([path, headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
      path,
      'nosniff',
      'no-referrer',
    ]);
  }
});

/** What a connection hears that says this and then nothing more, until it is closed. */
function says(world: World, text: string): Promise<string> {
  const { hostname, port } = new URL(world.url);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', () => {});
  });
}
