import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';
import Database from 'better-sqlite3';

/** https://www.sqlite.org/rescode.html: the extended codes that can be told to Prisma as such. */
const extendedCodes: Readonly<Record<string, number>> = {
  SQLITE_FULL: 13,
  SQLITE_CONSTRAINT_CHECK: 275,
  SQLITE_CONSTRAINT_TRIGGER: 1811,
};
const generalError = 1;

/** Whether another process holds the database, by the error of either layer. */
export function isBusy(error: unknown): boolean {
  if (error instanceof DriverAdapterError) return error.cause.kind === 'SocketTimeout';
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** A better-sqlite3 error as Prisma's; anything else as it came. */
export function toDriverError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new DriverAdapterError({ originalCode: error.code, originalMessage: error.message, ...map(error) });
}

function map(error: InstanceType<typeof Database.SqliteError>): MappedError {
  if (error.code.startsWith('SQLITE_BUSY')) return { kind: 'SocketTimeout' };
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return { kind: 'UniqueConstraintViolation', ...columnsNamedBy(error) };
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return { kind: 'NullConstraintViolation', constraint: columnsNamedBy(error).constraint };
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
    default:
      return mapByMessage(error);
  }
}

function mapByMessage(error: InstanceType<typeof Database.SqliteError>): MappedError {
  const noTable = /^no such table: (.+)$/.exec(error.message);
  if (noTable?.[1]) return { kind: 'TableDoesNotExist', table: noTable[1] };
  const noColumn = /^no such column: (.+)$|has no column named (.+)$/.exec(error.message);
  if (noColumn) return { kind: 'ColumnNotFound', column: noColumn[1] ?? noColumn[2] };
  return { kind: 'sqlite', extendedCode: extendedCodes[error.code] ?? generalError, message: error.message };
}

/** SQLite names the columns in its message: "UNIQUE constraint failed: Member.number, Member.phone". */
function columnsNamedBy(error: Error): { constraint: { fields: string[] }; table?: string } {
  const columns = (error.message.split('constraint failed: ')[1] ?? '').split(', ');
  const table = columns[0]?.split('.')[0];
  return {
    constraint: { fields: columns.map((column) => column.split('.').at(-1) ?? column) },
    ...(table && { table }),
  };
}
