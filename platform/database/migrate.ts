/** Brings a database to the migrations of this tree; run by any number of processes at once. */
import type { Database, OwnerTransaction } from './database.ts';
import type { Migration } from './migration-files.ts';

const LOCK = {
  sql: `select pg_advisory_xact_lock(hashtextextended('lianxin migrations', 0))`,
  parameters: [],
};

const MAKE_TABLE = `
  create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now()
  )`;

/**
 * Runs what is not yet recorded, in order, each in a transaction of the owner
 * under one advisory lock.
 * @returns the names of those run now
 * @throws Error where a migration that ran has changed since, or one is missing here
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<string[]> {
  const recorded = await database.asOwner(async (transaction) => {
    await transaction.run(LOCK);
    await transaction.script(MAKE_TABLE);
    return readRecorded(transaction);
  });
  checkRecorded(recorded, migrations);
  const run: string[] = [];
  for (const migration of migrations) {
    if (recorded.has(migration.number)) continue;
    if (await apply(database, migration)) run.push(migration.name);
  }
  return run;
}

interface Recorded {
  readonly name: string;
  readonly digest: string;
}

async function readRecorded(transaction: OwnerTransaction): Promise<Map<number, Recorded>> {
  const sql = 'select number, name, digest from schema_migrations order by number';
  const [found] = await transaction.run({ sql, parameters: [] });
  const rows = found?.rows ?? [];
  return new Map(
    rows.map((row) => [
      Number(row['number']),
      { name: String(row['name']), digest: String(row['digest']) },
    ]),
  );
}

function checkRecorded(
  recorded: ReadonlyMap<number, Recorded>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const [number, { name, digest }] of recorded) {
    const migration = known.get(number);
    if (migration === undefined) {
      throw new Error(`the database has migration ${name}, which this version does not know`);
    }
    if (migration.name !== name || migration.digest !== digest) {
      throw new Error(
        `migration ${migration.name} has changed since it ran here as ${name}: write a new one instead`,
      );
    }
  }
}

/** False where another process ran it first. */
function apply(database: Database, migration: Migration): Promise<boolean> {
  return database.asOwner(async (transaction) => {
    await transaction.run(LOCK);
    if ((await readRecorded(transaction)).has(migration.number)) return false;
    try {
      await transaction.script(migration.sql);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`migration ${migration.name} failed: ${reason}`, { cause: error });
    }
    await transaction.run({
      sql: 'insert into schema_migrations (number, name, digest) values ($1, $2, $3)',
      parameters: [migration.number, migration.name, migration.digest],
    });
    return true;
  });
}
