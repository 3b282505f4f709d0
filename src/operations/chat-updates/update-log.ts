import { setImmediate as aTurn, setTimeout as pause } from 'node:timers/promises';
import type { Tx } from '../../store/open-store.ts';
import { join, sql } from '../../store/sql.ts';
import type { CustomerOperations } from '../customers/customer-operations.ts';
import type { Deps } from '../ports.ts';
import type { ChatUpdateOperations, KeptUpdate } from './chat-update-operations.ts';

interface Coming {
  update: KeptUpdate;
  resolve(as: 'new' | 'known'): void;
  reject(error: unknown): void;
}

interface Waiting<T> {
  what: T;
  resolve(): void;
  reject(error: unknown): void;
}

/** What the bot waits for in a chat from now on. */
interface Talk {
  userId: string;
  talk: string | null;
}

/** A talk that is longer was not made by us. */
const mostTalk = 4_000;

/** Rows of one statement: few sizes, so that few statements are prepared. */
const sizes = [64, 16, 4, 1];
const mostAtOnce = 256;
/** Between two commits under load: each commit costs as much as many updates, and this much later nobody notices. */
const restsMs = 10;

type Written = Pick<ChatUpdateOperations, 'keepUpdate' | 'finishUpdate'> & Pick<CustomerOperations, 'rememberTalk'>;

/**
 * Writes updates down before they are answered, and what was talked of and that they are done afterwards. What comes while
 * a commit is under way goes into the next one together: a commit waits for the disk, and many updates can share it.
 */
export class UpdateLog implements Written {
  readonly #deps: Pick<Deps, 'store' | 'now'>;
  #coming: Coming[] = [];
  #talks: Waiting<Talk>[] = [];
  #going: Waiting<string>[] = [];
  #writing: Promise<void> | null = null;
  #committedAtMs = 0;

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
      this.#going.push({ what: id, resolve, reject });
      this.#write();
    });
  }

  async rememberTalk(userId: string, talk: string | null): Promise<void> {
    if (talk !== null && talk.length > mostTalk) throw new RangeError(`a talk of ${talk.length} characters`);
    await new Promise<void>((resolve, reject) => {
      this.#talks.push({ what: { userId, talk }, resolve, reject });
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
    while (this.#coming.length + this.#talks.length + this.#going.length > 0) {
      await this.#gather();
      await this.#writeBatch(
        this.#coming.splice(0, mostAtOnce),
        this.#talks.splice(0, mostAtOnce),
        this.#going.splice(0, mostAtOnce),
      );
    }
  }

  /** Whatever came in while the last commit held up everything is read first, and what comes just after it belongs too. */
  async #gather(): Promise<void> {
    const restMs = this.#committedAtMs + restsMs - performance.now();
    await (restMs > 0 ? pause(restMs) : aTurn());
  }

  async #writeBatch(coming: Coming[], talks: Waiting<Talk>[], going: Waiting<string>[]): Promise<void> {
    const at = this.#deps.now();
    try {
      const fresh = await this.#deps.store.transaction(async (tx) => {
        const written = await insert(tx, coming, at);
        for (const { what } of talks) {
          await tx.chatUser.updateMany({ where: { id: what.userId }, data: { talk: what.talk } });
        }
        await finish(tx, going, at);
        return written;
      });
      // Of one that came twice in this batch, the first is new.
      for (const { update, resolve } of coming) resolve(fresh.delete(update.id) ? 'new' : 'known');
      for (const { resolve } of [...talks, ...going]) resolve();
    } catch (error) {
      for (const { reject } of [...coming, ...talks, ...going]) reject(error);
    } finally {
      this.#committedAtMs = performance.now();
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

async function finish(tx: Tx, going: readonly Waiting<string>[], at: Date): Promise<void> {
  for (const batch of inSizes(going)) {
    const id = { in: batch.map(({ what }) => what) };
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
