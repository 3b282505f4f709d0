import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type ReadSettings, readSettings } from './config.ts';

/** The environment over what stands in a file `.env` of the current folder. */
export function loadSettings(): ReadSettings {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return readSettings({ ...file, ...process.env });
}
