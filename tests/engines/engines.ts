/**
 * Runs a suite on both engines, each with a fresh migrated database:
 *
 *     describe.each(engines)('a matter on the %s engine', (engine) => {
 *       const open = useDatabase(engine);
 *       it('…', async () => { await open().read(…) });
 *     });
 *
 * `LIANXIN_TEST_ENGINES=embedded` (or `server`) limits a run to one.
 */
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { collectMigrations, type Migration } from '#platform/database/migration-files.ts';
import { freshEmbeddedDatabase } from './embedded-engine.ts';
import { freshServerDatabase } from './server-engine.ts';

export type EngineName = Database['engine'];

const ALL: readonly EngineName[] = ['embedded', 'server'];

export const engines: readonly EngineName[] = chosen(process.env['LIANXIN_TEST_ENGINES']);

function chosen(names: string | undefined): readonly EngineName[] {
  if (names === undefined || names === '') return ALL;
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !ALL.some((engine) => engine === name));
  if (unknown.length > 0)
    throw new Error(`LIANXIN_TEST_ENGINES: no such engine: ${unknown.join()}`);
  return ALL.filter((engine) => wanted.includes(engine));
}

/** The longest a first start may take on a busy machine, milliseconds. */
export const START_LIMIT = 180_000;

interface Opened {
  readonly database: Database;
  /** Closes it and removes its files. */
  close(): Promise<void>;
}

/** A fresh migrated database; whoever opens it closes it. */
async function openDatabase(
  engine: EngineName,
  migrations: readonly Migration[] = collectMigrations(),
): Promise<Opened> {
  const fresh =
    engine === 'embedded'
      ? await freshEmbeddedDatabase(migrations)
      : await freshServerDatabase(migrations);
  return {
    database: fresh.database,
    close: async () => {
      await fresh.database.close();
      await fresh.drop();
    },
  };
}

/** One database for the tests of a `describe`, opened before and closed after them. */
export function useDatabase(
  engine: EngineName,
  migrations: readonly Migration[] = collectMigrations(),
): () => Database {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await openDatabase(engine, migrations);
  }, START_LIMIT);
  afterAll(async () => opened?.close(), START_LIMIT);
  return () => {
    if (opened === undefined) throw new Error('the database opens before the first test');
    return opened.database;
  };
}
