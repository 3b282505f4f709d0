import { DriverAdapterError, type Error as DriverCause } from '@prisma/driver-adapter-utils';

/** A guarded update hit no row, because somebody else was quicker: thrown inside a transaction, which is then run anew. */
export class Stale extends Error {
  override name = 'Stale';
}

/** The database was held by others for longer than we wait. Nothing was written; asking again later is safe. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** The disk is full. Nothing was written. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/** The store is being closed; nothing was begun. */
export class StoreClosed extends Error {
  override name = 'StoreClosed';
}

/** A statement failed and its error was caught, but the transaction was lost by it. A mistake in the program. */
export class CommitRefused extends Error {
  override name = 'CommitRefused';

  constructor() {
    super('A statement of this transaction failed before, so everything was rolled back');
  }
}

const uniqueCodes = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
/** https://www.postgresql.org/docs/current/errcodes-appendix.html: lock not available, too many connections. */
const busyCodes = new Set(['55P03', '53300']);
const fullCodes = new Set(['SQLITE_FULL', '53100']);

/** True for a broken unique or primary key, by a model's operation or by raw SQL, in either database. */
export function isUniqueViolation(error: unknown): boolean {
  if (codeOf(error) === 'P2002') return true;
  const cause = driverCauseOf(error);
  return cause?.kind === 'UniqueConstraintViolation' || uniqueCodes.has(cause?.originalCode ?? '');
}

/**
 * True when the transaction certainly wrote nothing and may do better the next time.
 * P2039 alone says nothing: Prisma 7.10 gives it to every database error that it has no code for, a failed CHECK too.
 */
export function mayRunAnew(error: unknown): boolean {
  if (error instanceof Stale || codeOf(error) === 'P2034') return true;
  return driverCauseOf(error)?.kind === 'TransactionWriteConflict';
}

/** The error a caller should see: a clear one where we know what happened, else the error itself. */
export function cleared(error: unknown): unknown {
  const cause = driverCauseOf(error);
  const code = cause?.originalCode ?? '';
  if (fullCodes.has(code)) return new StoreFull('The disk of the database is full', { cause: error });
  if (code.startsWith('SQLITE_BUSY') || busyCodes.has(code)) return busy(error);
  if (codeOf(error) === 'P2028' && couldNotStart(error)) return busy(error);
  return error;
}

function busy(error: unknown): StoreBusy {
  return new StoreBusy('The database is held by others; nothing was written', { cause: error });
}

/** Prisma has one code for "could not begin in time" and "ran too long"; only the first wrote certainly nothing new. */
function couldNotStart(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Unable to start a transaction in the given time');
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What the driver said, whether Prisma wrapped it (model operations, raw SQL) or not (BEGIN, COMMIT). */
function driverCauseOf(error: unknown): DriverCause | undefined {
  if (error instanceof DriverAdapterError) return error.cause;
  if (typeof error !== 'object' || error === null || !('meta' in error)) return undefined;
  const meta = error.meta as { driverAdapterError?: unknown } | null | undefined;
  const inner = meta?.driverAdapterError;
  return inner instanceof DriverAdapterError ? inner.cause : undefined;
}
