/** A file of the store where readers find it: under a name that says its format. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { RunRow } from './run-rows.ts';

/** Refuses `file.unknown`; the copy is gone when `use` is over. */
export async function withFile<T>(
  files: FileStore,
  { fileDigest, fileName }: Pick<RunRow, 'fileDigest' | 'fileName'>,
  use: (path: string) => Promise<T>,
): Promise<Outcome<T>> {
  const stored = fileDigest === null ? undefined : await files.find(fileDigest);
  if (stored === undefined) return refused({ code: 'file.unknown' });
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-import-'));
  try {
    const path = join(folder, `file${extname(fileName).toLowerCase()}`);
    await pipeline(stored.stream(), createWriteStream(path, { mode: 0o600 }));
    return done(await use(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
