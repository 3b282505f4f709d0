import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { isBusy } from './driver-errors.ts';

/** better-sqlite3 waits by blocking the whole program, so it waits briefly; the longer wait is asynchronous, below. */
const blockingWaitMs = 10;
const blockingReadWaitMs = 1_000;
const usualBusyLimitMs = 5_000;

export async function openWriter(file: string): Promise<Database.Database> {
  makePrivately(file);
  const database = new Database(file, { timeout: blockingWaitMs });
  try {
    await whileBusy(() => requireWal(database));
    // FULL: a commit is on the disk before it is answered. The default in WAL, NORMAL, may lose it in a power cut.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // Without this, INSERT OR REPLACE deletes rows past the append-only triggers.
    database.pragma('recursive_triggers = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Names and telephone numbers: other accounts of this machine read none of it. What SQLite puts beside the file is as it. */
function makePrivately(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** A second connection that cannot write: each of its queries sees the last commit, whatever the writer is doing. */
export function openReader(file: string): Database.Database {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: blockingReadWaitMs });
}

/** Tries again, for a bounded time, while another process holds the database. */
export async function whileBusy<T>(work: () => T, busyLimitMs: number = usualBusyLimitMs): Promise<T> {
  const giveUpAt = performance.now() + busyLimitMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
    }
    await delay(1 + Math.random() * 15);
  }
}

function requireWal(database: Database.Database): void {
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new Error(`SQLite cannot use WAL here (journal mode ${mode}); use a local disk`);
}
