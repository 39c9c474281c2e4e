/** Checks and stores an uploaded photo, before the transaction that makes it somebody's. */
import { type Context, instantNow } from '#kernel/context.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { FileRecord } from './file-records.ts';
import type { FileStore } from './file-store.ts';
import { readPhoto } from './photo.ts';

/** @returns the record to insert with the owner's command; without it the sweep removes the bytes */
export async function keepPhoto(
  files: FileStore,
  context: Context,
  bytes: Uint8Array,
  owner: { readonly type: string; readonly id: string },
): Promise<Outcome<FileRecord>> {
  const read = await readPhoto(bytes);
  if (!read.ok) return read;
  const photo = read.value;
  const digest = await files.put(photo.bytes);
  const thumbnail = await files.put(photo.thumbnail);
  return done({
    fileId: context.ids.next<FileRecord['fileId']>(),
    digest,
    thumbnail,
    media: photo.media,
    bytes: photo.bytes.length,
    width: photo.width,
    height: photo.height,
    ownerType: owner.type,
    ownerId: owner.id,
    createdAt: instantNow(context.clock),
  });
}
