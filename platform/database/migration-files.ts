/** The migrations of the platform and the features: plain SQL, numbered over all folders together. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  readonly number: number;
  /** `0001_foundation`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal; line ends do not count. */
  readonly digest: string;
}

/** Folder that holds `platform` and `features`. */
export const ROOT = join(import.meta.dirname, '..', '..');

const FILE = /^(\d{4})_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/;

/**
 * All migrations under a root, in order; numbers may leave gaps.
 * @throws Error for a name that is no `NNNN_name.sql`, and for a number that stands twice
 */
export function collectMigrations(root: string = ROOT): readonly Migration[] {
  const migrations = ['platform', 'features']
    .flatMap((part) => subfolders(join(root, part)))
    .map((folder) => join(folder, 'migrations'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => readMigration(folder, file)))
    .sort((a, b) => a.number - b.number);
  for (const [at, migration] of migrations.entries()) {
    const before = migrations[at - 1];
    if (before?.number !== migration.number) continue;
    throw new Error(`two migrations have one number: ${before.name} and ${migration.name}`);
  }
  return migrations;
}

/** One digest over all of them: an image made from others is of no use. */
export function digestOf(migrations: readonly Migration[]): string {
  return sha256(migrations.map(({ name, digest }) => `${name} ${digest}\n`).join(''));
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

function readMigration(folder: string, file: string): Migration {
  const number = FILE.exec(file)?.[1];
  if (number === undefined) throw new Error(`not a migration NNNN_name.sql: ${join(folder, file)}`);
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number(number), name: file.slice(0, -4), sql, digest: sha256(sql) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
