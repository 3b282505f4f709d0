import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openAccounts } from '../../src/accounts.ts';
import { databaseUrlOf } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';

test('the folder of the data and all that is in it are for the one account that runs the program', async () => {
  const before = process.umask(0o022);
  const folder = mkdtempSync(join(tmpdir(), 'giftline-private-'));
  onTestFinished(() => {
    process.umask(before);
    rmSync(folder, { recursive: true });
  });
  const dataDir = join(folder, 'data');
  const read = readSettings({ DATA_DIR: dataDir });
  if (read.kind === 'faults') throw new Error(read.faults.join());
  openAccounts(read.settings);
  const store = await openStore({
    url: databaseUrlOf(read.settings),
    migrationsDir: join(process.cwd(), 'prisma/migrations'),
    projectRoot: process.cwd(),
  });
  await store.transaction((tx) => tx.optOut.deleteMany({}));
  const modeOf = (file: string) => (statSync(join(dataDir, file)).mode & 0o777).toString(8);
  const modes = ['', 'secret.key', 'giftline.db', 'giftline.db-wal'].map(modeOf);
  await store.close();
  expect(modes).toEqual(['700', '600', '600', '600']);
});
