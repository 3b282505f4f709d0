import type { Tx } from '../../store/open-store.ts';
import { join, sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { ChatUpdateOperations, KeptUpdate } from './chat-update-operations.ts';

interface Coming {
  update: KeptUpdate;
  resolve(as: 'new' | 'known'): void;
  reject(error: unknown): void;
}

interface Going {
  id: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** Rows of one statement: few sizes, so that few statements are prepared. */
const sizes = [64, 16, 4, 1];
const mostAtOnce = 256;

/**
 * Writes updates down before they are answered, and off when they are done. What comes while a commit is under way goes
 * into the next one together: a commit waits for the disk, and many updates can share it.
 */
export class UpdateLog implements Pick<ChatUpdateOperations, 'keepUpdate' | 'finishUpdate'> {
  readonly #deps: Pick<Deps, 'store' | 'now'>;
  #coming: Coming[] = [];
  #going: Going[] = [];
  #writing: Promise<void> | null = null;

  constructor(deps: Pick<Deps, 'store' | 'now'>) {
    this.#deps = deps;
  }

  keepUpdate(update: KeptUpdate): Promise<'new' | 'known'> {
    return new Promise((resolve, reject) => {
      this.#coming.push({ update, resolve, reject });
      this.#write();
    });
  }

  finishUpdate(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#going.push({ id, resolve, reject });
      this.#write();
    });
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #write(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
  }

  async #writeAll(): Promise<void> {
    // What is asked for in the same turn of the event loop belongs to the same commit.
    await Promise.resolve();
    while (this.#coming.length + this.#going.length > 0) {
      await this.#writeBatch(this.#coming.splice(0, mostAtOnce), this.#going.splice(0, mostAtOnce));
    }
  }

  async #writeBatch(coming: Coming[], going: Going[]): Promise<void> {
    const at = this.#deps.now();
    try {
      const fresh = await this.#deps.store.transaction(async (tx) => {
        const written = await insert(tx, coming, at);
        await finish(tx, going, at);
        return written;
      });
      // Of one that came twice in this batch, the first is new.
      for (const { update, resolve } of coming) resolve(fresh.delete(update.id) ? 'new' : 'known');
      for (const { resolve } of going) resolve();
    } catch (error) {
      for (const { reject } of [...coming, ...going]) reject(error);
    }
  }
}

/** The ids of those that were not known. */
async function insert(tx: Tx, coming: readonly Coming[], at: Date): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const batch of inSizes(coming)) {
    const rows = batch.map(({ update: { id, chat, sealed } }) => sql`(${id}, ${chat}, ${sealed}, 0, ${at})`);
    const written = await tx.query<{ id: string }>(sql`
      INSERT INTO "ChatUpdate" ("id", "chat", "sealed", "tries", "at") VALUES ${join(rows)}
      ON CONFLICT DO NOTHING RETURNING "id"`);
    for (const { id } of written) fresh.add(id);
  }
  return fresh;
}

async function finish(tx: Tx, going: readonly Going[], at: Date): Promise<void> {
  for (const batch of inSizes(going)) {
    const id = { in: batch.map((one) => one.id) };
    await tx.chatUpdate.updateMany({ where: { id }, data: { doneAt: at, sealed: null } });
  }
}

function* inSizes<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; ) {
    const size = sizes.find((one) => one <= all.length - from) ?? 1;
    yield all.slice(from, from + size);
    from += size;
  }
}
