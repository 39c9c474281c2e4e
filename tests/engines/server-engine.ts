/** Fresh databases on the run's PostgreSQL cluster, copied from one that was migrated once. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '#platform/database/database.ts';
import { digestOf, type Migration } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { once, runFolder } from './once.ts';
import { addressOf, type Cluster, startCluster } from './server-cluster.ts';

/** Of the roles, on this run's cluster only. */
export const TEST_PASSWORDS = { app: 'testingapp', accounts: 'testingaccounts' };

export function cluster(): Promise<Cluster> {
  return once('cluster', () => startCluster(join(runFolder(), 'cluster')));
}

/** A migrated database of its own, and its owner's address. */
export async function freshServerDatabase(
  migrations: readonly Migration[],
): Promise<{ database: Database; url: string; drop: () => Promise<void> }> {
  const running = await cluster();
  const template = await templateOf(running, migrations);
  const name = `suite_${randomUUID().replaceAll('-', '')}`;
  await administer(running, `create database ${name} template ${template}`);
  const url = addressOf(running, name);
  const database = await openServer({ url, migrations, passwords: TEST_PASSWORDS });
  return {
    database,
    url,
    drop: () => administer(running, `drop database if exists ${name} with (force)`),
  };
}

function templateOf(running: Cluster, migrations: readonly Migration[]): Promise<string> {
  const name = `template_${digestOf(migrations).slice(0, 16)}`;
  return once(name, async () => {
    await administer(running, `create database ${name}`);
    const url = addressOf(running, name);
    const database = await openServer({ url, migrations, passwords: TEST_PASSWORDS });
    await database.close();
    return name;
  });
}

async function administer(running: Cluster, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(running, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
