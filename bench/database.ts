/** A fresh database to measure on: durable, in a temporary folder. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Engine } from '#platform/database/connection.ts';
import type { Database } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { imageOf } from '#tests/engines/embedded-engine.ts';
import { addressOf, startCluster, stopCluster } from '#tests/engines/server-cluster.ts';
import { TEST_PASSWORDS } from '#tests/engines/server-engine.ts';

export interface Ground {
  readonly database: Database & Engine;
  /** The owner's address; undefined on the embedded engine. */
  readonly url: string | undefined;
  readonly version: string;
  /** Ends the database and removes it. */
  clear(): Promise<void>;
}

export async function freshGround(engine: Database['engine']): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
  process.env['LIANXIN_TEST_RUN'] = folder;
  const ground = engine === 'embedded' ? await embedded(folder) : await server(folder);
  const version = await ground.database.borrow('owner', (connection) =>
    connection.flight([{ sql: 'select version() as v', parameters: [] }]),
  );
  return {
    ...ground,
    version: String(version[0]?.rows[0]?.['v']).split(' (')[0] ?? '',
    clear: async () => {
      await ground.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function embedded(folder: string): Promise<Omit<Ground, 'version'>> {
  const migrations = collectMigrations();
  const image = await imageOf(migrations);
  const database = await openEmbedded({ folder: join(folder, 'data'), migrations, image });
  return { database, url: undefined, clear: () => database.close() };
}

/** As autovacuum leaves it behind on a server; the embedded engine has none. */
export async function vacuum({ database }: Pick<Ground, 'database'>): Promise<void> {
  for (const table of ['matters', 'figures', 'figure_increments']) {
    const statement = { sql: `vacuum analyze ${table}`, parameters: [] };
    await database.borrow('owner', (connection) => connection.flight([statement]));
  }
}

/** What it confirms is on the disk, as in an office. */
const DURABLE = ['fsync = on', 'synchronous_commit = on', 'full_page_writes = on'];

async function server(folder: string): Promise<Omit<Ground, 'version'>> {
  // PostgreSQL runs as another user than root and must pass through.
  chmodSync(folder, 0o711);
  const cluster = await startCluster(join(folder, 'cluster'));
  const client = new pg.Client({ connectionString: addressOf(cluster, 'postgres') });
  await client.connect();
  for (const setting of DURABLE) await client.query(`alter system set ${setting}`);
  await client.query('select pg_reload_conf()');
  await client.query('create database bench');
  await client.end();
  const url = addressOf(cluster, 'bench');
  const migrations = collectMigrations();
  const database = await openServer({ url, migrations, passwords: TEST_PASSWORDS });
  return {
    database,
    url,
    clear: async () => {
      await database.close();
      await stopCluster(cluster);
    },
  };
}
