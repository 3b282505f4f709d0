import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

const ofRun = (pid: number): string => path.join(projectRoot(), `node_modules/.cache/giftline-run-${pid}`);

/**
 * A folder that is gone when the run is. Not earlier: files of tests share their worker, and what one of them still uses,
 * another must not take away.
 */
export function cacheFolder(prefix: string): string {
  const cache = ofRun(process.ppid);
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(path.join(cache, prefix));
}

/** Of the processes that this one has started. */
export const removeCacheFolders = (): void => rmSync(ofRun(process.pid), { recursive: true, force: true });

/** Of this process, where it was started by nobody who would do it. */
export const removeOwnCacheFolders = (): void => rmSync(ofRun(process.ppid), { recursive: true, force: true });
