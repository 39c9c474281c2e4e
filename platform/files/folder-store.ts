/** The file store in a local folder: `ab/cdef…`, written beside and moved in one step. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileDigest } from '#kernel/ids.ts';
import type { FileStore } from './file-store.ts';

const DIGEST = /^[0-9a-f]{64}$/;

/** True where the text can be a digest: nothing else ever becomes a path. */
function isDigest(text: string): text is FileDigest {
  return DIGEST.test(text);
}

/** @param folder made where it is missing */
export function createFolderStore(folder: string): FileStore {
  const pathOf = (digest: FileDigest): string => {
    if (!isDigest(digest)) throw new Error('not a digest');
    return join(folder, digest.slice(0, 2), digest.slice(2));
  };
  return {
    put: async (bytes) => {
      const digest = createHash('sha256').update(bytes).digest('hex') as FileDigest;
      await store(pathOf(digest), bytes);
      return digest;
    },
    find: async (digest) => {
      const path = pathOf(digest);
      const found = await stat(path).catch(missing);
      return found && { bytes: found.size, stream: () => createReadStream(path) };
    },
    remove: (digest) => rm(pathOf(digest), { force: true }),
    list: () => list(folder),
  };
}

async function store(path: string, bytes: Uint8Array): Promise<void> {
  const now = new Date();
  // There already: its age begins anew, so that the sweep leaves it to its new owner.
  const present = await utimes(path, now, now).then(() => true, missing);
  if (present === true) return;
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function* list(folder: string): ReturnType<FileStore['list']> {
  for (const { name: first } of await entries(folder)) {
    for (const { name: rest } of await entries(join(folder, first))) {
      const digest = `${first}${rest}`;
      if (!isDigest(digest)) continue;
      const found = await stat(join(folder, first, rest)).catch(missing);
      if (found !== undefined) yield { digest, putAt: found.mtimeMs };
    }
  }
}

async function entries(folder: string): Promise<readonly Dirent[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(missing)) ?? [];
}

function missing(error: unknown): undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
