/** One PostgreSQL cluster per test run: its own folder, socket and free port on the loopback. */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { programFolder, serverUser } from './postgres-programs.ts';

export interface Cluster {
  readonly pid: number;
  readonly port: number;
  /** Folder of PostgreSQL's programs. */
  readonly programs: string;
  /** `15`. */
  readonly version: number;
}

/** The address of the owner's connection to a database of the cluster. */
export function addressOf(cluster: Cluster, database: string): string {
  return `postgres://owner:owner@127.0.0.1:${cluster.port}/${database}`;
}

/** @param folder a new one, removed by whoever made it after the cluster has ended */
export async function startCluster(folder: string): Promise<Cluster> {
  const user = serverUser();
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  const programs = programFolder();
  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const options = ['--username=owner', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
  execFileSync(join(programs, 'initdb'), ['-D', data, '--no-sync', ...options], {
    ...as,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await freePort();
  appendFileSync(join(data, 'postgresql.conf'), settings(folder, port));
  appendFileSync(join(data, 'pg_hba.conf'), '');
  requirePasswords(join(data, 'pg_hba.conf'));
  const log = openSync(join(folder, 'server.log'), 'a');
  const server = spawn(join(programs, 'postgres'), ['-D', data], {
    ...as,
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
  });
  server.unref();
  const version = await answering(port, join(folder, 'server.log'));
  return { pid: server.pid ?? 0, port, programs, version };
}

function settings(folder: string, port: number): string {
  return `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = '${folder}'
max_connections = 200
shared_buffers = 128MB
fsync = off
full_page_writes = off
max_wal_size = 2GB
`;
}

/** The owner is trusted; the application's roles sign in with the passwords they are given. */
function requirePasswords(file: string): void {
  const rules = readFileSync(file, 'utf8');
  const ours = 'host all lianxin_app,lianxin_auth all scram-sha-256\n';
  execFileSync('sh', ['-c', 'cat > "$0"', file], { input: ours + rules });
}

/** Ends a cluster by its process id, at once: nothing in it is kept. */
export async function stopCluster({ pid }: Cluster): Promise<void> {
  process.kill(pid, 'SIGQUIT');
  for (let tries = 0; tries < 200 && isRunning(pid); tries += 1) await pause(50);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function answering(port: number, log: string): Promise<number> {
  for (let tries = 0; tries < 400; tries += 1) {
    const client = new pg.Client({
      connectionString: `postgres://owner@127.0.0.1:${port}/postgres`,
    });
    try {
      await client.connect();
      const { rows } = await client.query<{ version: number }>(
        `select current_setting('server_version_num')::int / 10000 as version`,
      );
      return rows[0]?.version ?? 0;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(-4000)}`);
}
