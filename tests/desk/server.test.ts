import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDesk } from '../../scripts/build-desk.mjs';
import type { LiveChange } from '../../simulator/desk/live-view.ts';
import { readAddress, toHash } from '../../simulator/desk-page/address.ts';
import { cast } from '../../simulator/desk-page/cast.ts';
import { toCaptions } from '../../simulator/desk-page/phone/captions.tsx';
import { suggestKeys, wholePurchase } from '../../simulator/desk-page/suggest-keys.ts';
import { subscribers } from '../../simulator/people.ts';
import { jisu, openWorlds, yuna } from '../simulator/fake-app.ts';

const deskDir = mkdtempSync(path.join(tmpdir(), 'giftline-desk-'));
beforeAll(() => buildDesk(deskDir));
afterAll(() => rmSync(deskDir, { recursive: true }));

/** What the stream of a watching page brings, until `enough` of it has come. */
async function watch(url: string, enough: (changes: LiveChange[]) => boolean): Promise<LiveChange[]> {
  const stop = new AbortController();
  const response = await fetch(`${url}/desk/events`, { signal: stop.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const changes: LiveChange[] = [];
  let text = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += part.value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) changes.push(JSON.parse(data.slice(6)) as LiveChange);
    }
    if (enough(changes)) break;
  }
  stop.abort();
  return changes;
}

test('the page is small, strict about where things come from, and kept by the hash of its parts', async () => {
  const { simulator } = await openWorlds({}, { deskDir });
  const page = await fetch(simulator.url, { headers: { 'accept-language': 'ko-KR,ko;q=0.9' } });
  const html = await page.text();
  expect(html).toContain('lang="ko"');
  expect(html).toContain('data-line="+8215880000"');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const script = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  const answer = await fetch(simulator.url + script);
  expect(answer.headers.get('content-type')).toContain('text/javascript');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(120_000);
  expect((await fetch(`${simulator.url}/desk/assets/manifest.json`)).status).toBe(404);
  expect((await fetch(`${simulator.url}/desk/assets/..%2f..%2fpackage.json`)).status).toBe(404);
});

test('without a built page the address leads to the status page', async () => {
  const { simulator } = await openWorlds({}, { deskDir: path.join(deskDir, 'nothing') });
  const page = await fetch(simulator.url);
  expect(page.url).toBe(`${simulator.url}/status`);
  expect(await page.text()).toContain('outer world');
});

test('a page that watches gets the whole state first and then each change; too many pages are refused', async () => {
  const { simulator, desk } = await openWorlds({ '/ivr/incoming': '<Response><Say>Hello</Say></Response>' });
  const seen = watch(simulator.url, (changes) => JSON.stringify(changes).includes('"text":"Hello"'));
  await desk.phone(yuna).texts('2580');
  await desk.phone(jisu).dials();
  const changes = await seen;
  expect(changes[0]?.whole).toBe(true);
  expect(changes.slice(1).every(({ whole }) => whole === undefined)).toBe(true);
  const items = changes.flatMap((change) => Object.values(change.items));
  expect(items).toContainEqual(expect.objectContaining({ kind: 'message', body: '2580', from: yuna }));
  expect(items).toContainEqual(expect.objectContaining({ kind: 'webhook', to: '/ivr/incoming', status: 200 }));

  const stop = new AbortController();
  const open = () => fetch(`${simulator.url}/desk/events`, { signal: stop.signal });
  const statuses = [];
  for (let page = 0; page < 65; page += 1) statuses.push((await open()).status);
  expect(statuses.slice(0, 64).every((status) => status === 200)).toBe(true);
  expect(statuses[64]).toBe(503);
  stop.abort();
});

test('one fault can be ended and the others stay', async () => {
  const { simulator, desk } = await openWorlds();
  const { id } = await desk.faults.add({ party: 'stripe', kind: 'decline' });
  await desk.faults.add({ party: 'stripe', kind: 'late', delayMs: 10 });
  expect((await fetch(`${simulator.url}/desk/faults/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await desk.faults.list()).faults.map(({ kind }) => kind)).toEqual(['late']);
  expect((await fetch(`${simulator.url}/desk/faults/${id}`, { method: 'DELETE' })).status).toBe(404);
});

test('a till hands on what the shop’s service says, with the shop’s key, and knows only its shops', async () => {
  const { simulator, arrived } = await openWorlds({
    '/api/v1/redemptions': (_arrived, reply) => reply.code(403).send({ type: 'urn:giftline:problem:wrong-pin' }),
  });
  const redeem = (shop: string) =>
    fetch(`${simulator.url}/desk/till/${shop}/redemptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'ABC', pin: '1', amount: 5, key: 'k-1' }),
    });
  const refused = await redeem('102');
  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ type: 'urn:giftline:problem:wrong-pin' });
  expect(arrived[0]?.headers).toMatchObject({ authorization: 'Bearer demo-terminal-102', 'idempotency-key': 'k-1' });
  expect((await redeem('999')).status).toBe(404);
  expect((await redeem('constructor')).status).toBe(404);
});

test('the people of the page are those of the carrier, by their numbers and names', () => {
  expect(cast.map(({ number }) => number)).toEqual(subscribers.map(({ number }) => number));
  for (const { number, name } of subscribers.filter((one) => one.name !== null)) {
    expect(cast.find((person) => person.number === number)?.name.ko).toBe(name);
  }
});

test('a member is shown a whole purchase; who is no member, and a step that is not known, gets no keys', () => {
  const [first] = cast;
  if (!first) throw new Error('nobody is there');
  expect(wholePurchase(first).join(' ')).toBe('1 100001# 2580# 101# 3 01030000001# 1 2 1');
  const guest = cast.find(({ member }) => !member);
  expect(guest && wholePurchase(guest)).toEqual([]);
  expect(suggestKeys(first, 'constructor')).toBeNull();
});

test('the address keeps who, language and sound, and survives what is not an address', () => {
  const kept = { me: yuna, language: 'ko', muted: true } as const;
  expect(readAddress(toHash(kept), 'en-US')).toEqual(kept);
  expect(readAddress('#me=nobody', 'ko-KR')).toEqual({ me: jisu, language: 'ko', muted: false });
});

test('what was said in one turn is one caption, and so are keys pressed one by one', () => {
  const said = (text: string) => ({ kind: 'heard', text, language: 'ko-KR', voice: '' }) as const;
  const captions = toCaptions([
    said('하나'),
    said('둘'),
    { kind: 'pressed', keys: '1' },
    { kind: 'pressed', keys: '0#' },
    said('셋'),
  ]);
  expect(captions).toMatchObject([
    { kind: 'heard', said: [{ text: '하나' }, { text: '둘' }] },
    { kind: 'pressed', keys: '10#' },
    { kind: 'heard', said: [{ text: '셋' }] },
  ]);
});
