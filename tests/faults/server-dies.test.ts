/** The database server fails under a living office: one session is ended, the whole cluster stops at once. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { engines } from '#tests/engines/engines.ts';
import { runFolder } from '#tests/engines/once.ts';
import { serverUser } from '#tests/engines/postgres-programs.ts';
import {
  addressOf,
  type Cluster,
  startCluster,
  stopCluster,
} from '#tests/engines/server-cluster.ts';
import { TEST_PASSWORDS } from '#tests/engines/server-engine.ts';
import { foundOffice, foundOn } from './founded-office.ts';
import { Chronicle } from './life.ts';

const LONG = 300_000;
const WORKED_ON = 60;

/** As the owner, one statement after the other. */
async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Ends one of the application's sessions in the middle of what it does, so many times. */
async function endSessions(url: string, times: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let time = 0; time < times; time += 1) {
    await pause(60);
    await client.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'lianxin_app'
      order by state = 'idle', query_start limit 1`);
  }
  await client.end();
}

/** A cluster that keeps what it confirms, unlike the one of the other tests. */
async function durableCluster(): Promise<{ cluster: Cluster; folder: string }> {
  const folder = mkdtempSync(join(runFolder(), 'durable-'));
  const cluster = await startCluster(folder);
  await administer(
    addressOf(cluster, 'postgres'),
    'alter system set fsync = on',
    'alter system set synchronous_commit = on',
    'alter system set full_page_writes = on',
    'select pg_reload_conf()',
    'create database office',
  );
  return { cluster, folder };
}

/** The same cluster once more, on the same port. */
function startAgain({ programs }: Cluster, folder: string): number {
  const user = serverUser();
  const log = openSync(join(folder, 'server.log'), 'a');
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data')], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
  });
  server.unref();
  return server.pid ?? 0;
}

describe.runIf(engines.includes('server'))('an office whose PostgreSQL server fails', () => {
  it(
    'works on when its sessions are ended in the middle, and every command is done once',
    async () => {
      const { plan, drop } = await foundOffice('server');
      const chronicle = new Chronicle(plan);
      const found = await chronicle.next({ acknowledgements: WORKED_ON, after: 0 }, () =>
        endSessions(plan.where, 12),
      );
      expect(found).toEqual([]);
      expect(await chronicle.next(undefined)).toEqual([]);
      expect(chronicle.faults.length).toBeGreaterThan(0);
      expect(chronicle.unanswered).toEqual([]);
      expect(chronicle.refused).toEqual([]);
      await drop();
    },
    LONG,
  );

  it(
    'works on when the whole server stops at once and comes back; nothing confirmed is gone',
    async () => {
      const { cluster, folder } = await durableCluster();
      const url = addressOf(cluster, 'office');
      const migrations = collectMigrations();
      const database = await openServer({ url, migrations, passwords: TEST_PASSWORDS });
      const chronicle = new Chronicle(await foundOn(database, url, migrations));
      let { pid } = cluster;
      const found = await chronicle.next(
        { acknowledgements: 2 * WORKED_ON, after: 0 },
        async () => {
          await pause(400);
          // SIGQUIT is what `pg_ctl stop -m immediate` sends: no checkpoint, recovery at the next start.
          await stopCluster({ ...cluster, pid });
          pid = startAgain(cluster, folder);
        },
      );
      expect(found).toEqual([]);
      expect(await chronicle.next(undefined)).toEqual([]);
      expect(chronicle.faults.length).toBeGreaterThan(0);
      expect(chronicle.unanswered).toEqual([]);
      expect(chronicle.refused).toEqual([]);
      await stopCluster({ ...cluster, pid });
    },
    LONG,
  );
});
