import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allNotices, allPrompts } from './everything-said.ts';
import { measure } from './measure.ts';
import type { KeptSeconds } from './seconds.ts';
import { writeMap } from './write-map.ts';

const folder = fileURLToPath(new URL('../docs/call-map/', import.meta.url));
const secondsFile = `${folder}seconds.json`;

/** npm run call-map: measures the words that are new, and draws the map anew. */
async function main(): Promise<void> {
  const kept: KeptSeconds = existsSync(secondsFile) ? JSON.parse(readFileSync(secondsFile, 'utf8')) : {};
  const said = [...allPrompts(), ...allNotices()].flatMap((one) => one.said);
  const seconds = measure(said, kept);
  writeFileSync(secondsFile, `${JSON.stringify(seconds, null, 2)}\n`);
  const { page, picture } = await writeMap(seconds);
  writeFileSync(`${folder}README.md`, page);
  writeFileSync(`${folder}call-map.svg`, picture);
  const count = Object.keys(seconds).length;
  const fresh = Object.keys(seconds).filter((hash) => kept[hash] === undefined).length;
  console.log(`${count} utterances are kept in docs/call-map/seconds.json, ${fresh} of them newly measured.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
