import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import kept from '../../docs/call-map/seconds.json';
import { writeMap } from '../../scripts/call-map/write-map.ts';
import { purchaseCall } from '../../src/ivr/purchase-call.ts';

const folder = path.join(import.meta.dirname, '../../docs/call-map');

test('the map in docs/call-map is that of today’s table: npm run call-map draws it', async () => {
  const { page, picture } = await writeMap(kept);
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(page);
  expect(readFileSync(path.join(folder, 'call-map.svg'), 'utf8')).toBe(picture);
});

test('every step is on the page and in the picture, and every way leads to a step on the page', async () => {
  const { page, picture } = await writeMap(kept);
  for (const step of Object.keys(purchaseCall.steps)) {
    expect(page).toContain(`\n### ${step}\n`);
    expect(picture).toContain(`>${step}</text>`);
  }
  const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, step]) => step ?? '');
  expect(links.filter((step) => !Object.hasOwn(purchaseCall.steps, step))).toEqual([]);
});
