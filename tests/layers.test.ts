import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What stands where it must not, and the rule that says so. */
const planted = [
  ['src/core/upward.ts', "import '../operations/limits.ts';\n", 'core-imports-only-what-is-below'],
  ['src/operations/upward.ts', "import '../ivr/register-ivr.ts';\n", 'operations-imports-only-what-is-below'],
  ['src/sms/sideways.ts', "import '../ivr/register-ivr.ts';\n", 'sms-imports-only-what-is-below'],
  ['src/ivr/database.ts', "import '@prisma/client';\n", 'prisma-lives-in-the-store'],
  ['src/eager.ts', "import './plots/compose.ts';\n", 'plots-are-loaded-when-first-drawn'],
  ['src/web/browser/server.ts', "import '../page-files.ts';\n", 'browsers-load-no-server'],
  ['simulator/inward.ts', "import '../src/core/money.ts';\n", 'the-simulator-is-the-outer-world'],
] as const;

test('planted imports are refused, each by its rule', () => {
  const copy = mkdtempSync(join(tmpdir(), 'giftline-layers-'));
  try {
    for (const part of ['src', 'simulator', 'prisma', 'tsconfig.json', '.dependency-cruiser.mjs', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const [file, text] of planted) writeFileSync(join(copy, file), text);
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruise, '--config', '.dependency-cruiser.mjs', 'src', 'simulator'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    const refused = stdout.split('\n').filter((line) => /^\s*error /.test(line));
    for (const [file, , rule] of planted) expect(refused.join('\n')).toContain(`error ${rule}: ${file}`);
    expect(refused).toHaveLength(planted.length);
    expect(status).not.toBe(0);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
