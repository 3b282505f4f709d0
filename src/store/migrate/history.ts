import type { MigrationFile } from './migration-files.ts';

/** A row of Prisma's own table _prisma_migrations. */
type AppliedMigration = { name: string; checksum: string; finished: boolean; rolledBack: boolean };

/** What a database says of itself: its migrations, or undefined if it has no such table; and whether it has others. */
export type History = { applied: AppliedMigration[] | undefined; hasOtherTables: boolean };

/** The database does not fit this program, and nothing was changed in it. The message says what to do. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
  readonly kind: 'newer' | 'edited' | 'failed' | 'foreign';

  constructor(kind: MigrationRefused['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The migrations still to be applied. Throws MigrationRefused when they must not be. */
export function pendingMigrations(
  files: readonly MigrationFile[],
  { applied, hasOtherTables }: History,
): MigrationFile[] {
  if (!applied) {
    if (hasOtherTables) throw foreign();
    return [...files];
  }
  const standing = applied.filter((row) => !row.rolledBack);
  const failed = standing.find((row) => !row.finished);
  if (failed) throw halfApplied(failed.name);
  const known = new Map(files.map((file) => [file.name, file]));
  for (const row of standing) {
    const file = known.get(row.name);
    if (!file) throw newer(row.name);
    if (file.checksum !== row.checksum) throw edited(row.name);
  }
  const done = new Set(standing.map((row) => row.name));
  return files.filter((file) => !done.has(file.name));
}

function newer(name: string): MigrationRefused {
  const what = `The database holds the migration ${name}, which this program does not know: a newer program made it.`;
  return new MigrationRefused('newer', `${what} Start the newer program, or restore a backup made before the update.`);
}

function edited(name: string): MigrationRefused {
  const what = `The migration ${name} is not the one that this database was made with.`;
  return new MigrationRefused('edited', `${what} Put its file back as it was, and make the change a new migration.`);
}

function halfApplied(name: string): MigrationRefused {
  const what = `The migration ${name} was begun in this database and did not end.`;
  return new MigrationRefused('failed', `${what} Restore a backup made before it, then start again.`);
}

function foreign(): MigrationRefused {
  const what = 'The database has tables already, but none of this program.';
  return new MigrationRefused('foreign', `${what} Point DATABASE_URL at an empty database or at one of this program.`);
}
