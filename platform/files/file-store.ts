/** Files addressed by their content (SHA-256 in hex): a digest never means two things. */
import type { Readable } from 'node:stream';
import type { FileDigest } from '#kernel/ids.ts';

export interface FileStore {
  /** Stores the bytes and answers their digest; the same bytes twice are one file. */
  put(bytes: Uint8Array): Promise<FileDigest>;
  /** A stream of the bytes, undefined where there is no such file. */
  find(digest: FileDigest): Promise<{ readonly bytes: number; stream(): Readable } | undefined>;
  /** Removes a file; nothing happens where there is none. */
  remove(digest: FileDigest): Promise<void>;
  /** Every file and when it was last put, as milliseconds since 1970. */
  list(): AsyncIterable<{ readonly digest: FileDigest; readonly putAt: number }>;
}
