/** Serves a file to those whom its owner's feature lets see it; all others are told it is unknown. */
import type { Context } from '#kernel/context.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import { type FileId, type FileRecord, findFile } from './file-records.ts';

/** The scope check of a feature for files of its aggregates. */
export interface FileOwner {
  /** `matter`. */
  readonly type: string;
  maySee(services: Services, context: Context, file: FileRecord): Promise<boolean>;
}

export type FileSize = 'whole' | 'thumbnail';

export async function serveFile(
  services: Services,
  context: Context,
  owners: readonly FileOwner[],
  asked: { readonly fileId: FileId; readonly size: FileSize },
): Promise<Outcome<RawAnswer>> {
  const unknown = refused({ code: 'file.unknown', field: 'fileId' } as const);
  const file = await findFile(services.database, context.tenantId, asked.fileId);
  const owner = owners.find(({ type }) => type === file?.ownerType);
  if (file === undefined || owner === undefined) return unknown;
  if (!(await owner.maySee(services, context, file))) return unknown;
  const digest = asked.size === 'thumbnail' ? (file.thumbnail ?? file.digest) : file.digest;
  const stored = await services.files.find(digest);
  if (stored === undefined) return unknown;
  return done({
    media: file.media,
    headers: {
      // Theirs alone, and only as long as they may see it.
      'cache-control': 'private, max-age=0, must-revalidate',
      etag: `"${digest}"`,
      'content-length': String(stored.bytes),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    },
    body: stored.stream(),
  });
}
