/**
 * A migrated data folder in one file: unpacked where there is none yet, so that
 * a first start need not make and migrate a database. The same on any path.
 *
 * Form: a line with the digest of its migrations, then zstd of: the length of a
 * list (4 bytes), the list as JSON, the bytes of all files one after the other.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

interface Entry {
  readonly path: string;
  /** Bytes of a file; -1 marks a folder. */
  readonly size: number;
}

const FOLDER = -1;

/** Packs the files of a closed engine. */
export function packImage(folder: string, digest: string, image: string): void {
  const entries: Entry[] = [];
  const contents: Buffer[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (entry.isDirectory()) entries.push({ path: name, size: FOLDER });
    if (!entry.isFile() || name === 'postmaster.pid') continue;
    const content = readFileSync(path);
    entries.push({ path: name, size: content.length });
    contents.push(content);
  }
  const list = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  const packed = zstdCompressSync(Buffer.concat([length, list, ...contents]));
  mkdirSync(dirname(image), { recursive: true });
  const unfinished = `${image}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`${digest}\n`), packed]));
  renameSync(unfinished, image);
}

/** True where the image is there and made of these migrations. */
export function hasDigest(image: string, digest: string): boolean {
  if (!existsSync(image)) return false;
  const line = Buffer.alloc(digest.length + 1);
  const descriptor = openSync(image, 'r');
  try {
    readSync(descriptor, line);
  } finally {
    closeSync(descriptor);
  }
  return line.toString() === `${digest}\n`;
}

/**
 * Unpacks an image as the folder, which appears whole or not at all.
 * @returns false, and does nothing, where the image is missing or of other migrations
 */
export function unpackImage(image: string, digest: string, folder: string): boolean {
  if (!hasDigest(image, digest)) return false;
  const packed = zstdDecompressSync(readFileSync(image).subarray(digest.length + 1));
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeEntries(packed, unfinished);
  settle(unfinished);
  renameSync(unfinished, folder);
  return true;
}

function writeEntries(packed: Buffer, folder: string): void {
  const start = 4 + packed.readUInt32BE(0);
  const entries = JSON.parse(packed.subarray(4, start).toString()) as Entry[];
  // Folders first: a listing names a folder's files before folders beside it.
  for (const { path, size } of entries) {
    if (size === FOLDER) mkdirSync(join(folder, path), { recursive: true, mode: 0o700 });
  }
  let at = start;
  for (const { path, size } of entries) {
    if (size === FOLDER) continue;
    writeFileSync(join(folder, path), packed.subarray(at, at + size), { mode: 0o600 });
    at += size;
  }
}

/**
 * Before the folder takes its name its files are on the disk: a power cut leaves
 * none half there. One call for the whole file system where the machine has it
 * (GNU `sync -f`), since a thousand single ones take seconds.
 */
function settle(folder: string): void {
  if (spawnSync('sync', ['-f', folder]).status === 0) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) syncFile(join(entry.parentPath, entry.name));
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
