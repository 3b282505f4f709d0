import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type TemporaryDatabase, temporarySqlite } from './database.ts';

const memoryFolder = '/dev/shm';

/** A database in memory where the machine has such a folder: thousands of calls would wait for the disk otherwise. */
export async function quickSqlite(): Promise<TemporaryDatabase> {
  const onDisk = await temporarySqlite();
  if (!existsSync(memoryFolder)) return onDisk;
  const folder = mkdtempSync(path.join(memoryFolder, 'giftline-'));
  const file = path.join(folder, 'giftline.db');
  copyFileSync(onDisk.url.slice('file:'.length), file);
  await onDisk.dispose();
  return { url: `file:${file}`, dispose: async () => rmSync(folder, { recursive: true, force: true }) };
}
