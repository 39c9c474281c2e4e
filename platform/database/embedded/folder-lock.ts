/**
 * One process per data folder: PGlite itself lets two open one folder, and they
 * lose each other's rows. An exclusively locked SQLite file is freed by the
 * kernel however the process ends, so that no stale lock is ever left.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fault } from '../faults.ts';

/** Held here for the life of the process: a lock that is collected as garbage lets everybody in. */
const held = new Map<string, DatabaseSync>();

/**
 * @returns a function that frees the folder
 * @throws DatabaseError `LX008` where another process, or this one, has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (held.has(folder)) throw inUse(folder);
  const file = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    file.close();
    throw isBusy(error) ? inUse(folder) : error;
  }
  held.set(folder, file);
  return () => {
    held.delete(folder);
    file.close();
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function inUse(folder: string): Error {
  return fault(
    'folderInUse',
    `the data folder ${folder} is in use by another process; one folder serves one server (end the other, or set LIANXIN_DATA to another folder)`,
  );
}
