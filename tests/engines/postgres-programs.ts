/** PostgreSQL's programs on this machine, and the user they may run as. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface PostgresUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The folder of `initdb` and `postgres`: of `pg_config`, or the newest of Debian's. */
export function programFolder(): string {
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    told.stdout?.trim() ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
  if (found === undefined) {
    throw new Error(
      'the tests need a PostgreSQL server of version 15 or newer with PostGIS (initdb)',
    );
  }
  return found;
}

/** `initdb` refuses root: then the user `postgres`, else whoever runs the tests. */
export function serverUser(): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = execFileSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' });
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
