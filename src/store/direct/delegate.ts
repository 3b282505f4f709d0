import type { DirectDatabase } from './database.ts';
import { type Model, modelsByDelegate } from './models.ts';
import { countRows, findRows, type Row, sumRows } from './read.ts';
import { createRow, createRows, deleteRows, updateRow, updateRows } from './write.ts';

// biome-ignore lint/suspicious/noExplicitAny: Prisma's types of each method are put back where the store is put together
type Args = any;
type Answer = Promise<unknown>;
/** `undefined`: not plain, so it is Prisma's. `null` is an answer: there is no such row. */
type Direct = (database: DirectDatabase, model: Model, args: Args) => Answer;

const orPrisma = async (answer: Promise<unknown>): Answer => (await answer) ?? undefined;
const first = async (answer: Promise<Row[] | null>): Answer => {
  const rows = await answer;
  return rows === null ? undefined : (rows[0] ?? null);
};

const reads: Readonly<Record<string, Direct>> = {
  findUnique: (database, model, args) => first(findRows(database, model, args)),
  findFirst: (database, model, args) => first(findRows(database, model, args, 1)),
  // Where there is none, Prisma says so in its own words.
  findUniqueOrThrow: async (database, model, args) => orPrisma(first(findRows(database, model, args))),
  findFirstOrThrow: async (database, model, args) => orPrisma(first(findRows(database, model, args, 1))),
  findMany: (database, model, args) => orPrisma(findRows(database, model, args)),
  count: (database, model, args) => orPrisma(countRows(database, model, args)),
  aggregate: (database, model, args) => orPrisma(sumRows(database, model, args)),
  groupBy: async () => undefined,
};

const writes: Readonly<Record<string, Direct>> = {
  create: (database, model, args) => orPrisma(createRow(database, model, args)),
  createMany: (database, model, args) => orPrisma(createRows(database, model, args)),
  update: (database, model, args) => orPrisma(updateRow(database, model, args)),
  updateMany: (database, model, args) => orPrisma(updateRows(database, model, args)),
  deleteMany: (database, model, args) => orPrisma(deleteRows(database, model, args)),
};

export type CallPrisma = (delegate: string, method: string, args: Args) => Answer;

type Delegates = Readonly<Record<string, Readonly<Record<string, (args?: Args) => Answer>>>>;

/**
 * Prisma's delegates (certificate, ledgerEntry, …) whose plain questions and changes, of columns and the rows they point
 * at, are written as SQL here and go straight to the database; everything else is Prisma's. The answers are the same:
 * tests/store/direct.test.ts asks both.
 */
export function delegatesOf(database: DirectDatabase, callPrisma: CallPrisma, may: 'read' | 'write'): Delegates {
  const direct: Readonly<Record<string, Direct>> = may === 'read' ? reads : { ...reads, ...writes };
  const own = new Map<string, Delegates[string]>();
  return new Proxy({} as Delegates, {
    get(_target, name) {
      const model = typeof name === 'string' ? modelsByDelegate.get(name) : undefined;
      if (typeof name !== 'string' || !model) return undefined;
      const known = own.get(name) ?? methodsOf(name, model);
      own.set(name, known);
      return known;
    },
  });

  function methodsOf(delegate: string, model: Model): Delegates[string] {
    return new Proxy({} as Delegates[string], {
      get(_target, method) {
        if (typeof method !== 'string' || (may === 'read' && !Object.hasOwn(direct, method))) return undefined;
        const directly = direct[method];
        return async (args: Args = {}) => {
          const answer = directly && (await directly(database, model, args));
          return answer === undefined ? callPrisma(delegate, method, args) : answer;
        };
      },
    });
  }
}
