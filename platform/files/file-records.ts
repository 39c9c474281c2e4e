/** Files in their table: statements for the command that takes them, rows for who serves them. */
import type { FileDigest, Id, TenantId } from '#kernel/ids.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';

export type FileId = Id<'file_record'>;

export interface FileRecord {
  readonly fileId: FileId;
  readonly digest: FileDigest;
  readonly thumbnail: FileDigest | null;
  readonly media: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Whose it is: `matter` and the matter's id. */
  readonly ownerType: string;
  readonly ownerId: string;
  readonly createdAt: string;
}

const COLUMNS =
  'file_id, digest, thumbnail, media, bytes, width, height, owner_type, owner_id, created_at';

/** For `also` of a decision: the file becomes the owner's with the same commit. */
export function insertFile(tenantId: TenantId, file: FileRecord): Statement {
  return {
    sql:
      'insert into files (tenant_id, file_id, digest, thumbnail, media, bytes, width, height, ' +
      'owner_type, owner_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    parameters: [
      tenantId,
      file.fileId,
      file.digest,
      file.thumbnail,
      file.media,
      file.bytes,
      file.width,
      file.height,
      file.ownerType,
      file.ownerId,
      file.createdAt,
    ],
  };
}

/** The owner of a photo that was sent before the form it belongs to. */
export const UPLOAD = 'upload';

/**
 * For `also` of a decision: uploads become the owner's. Only what is still an
 * upload moves, so nobody takes another owner's file by naming its id.
 */
export function claimUploads(
  tenantId: TenantId,
  fileIds: readonly FileId[],
  owner: { readonly type: string; readonly id: string },
): Statement {
  return {
    sql:
      'update files set owner_type = $3, owner_id = $4 where tenant_id = $1 ' +
      `and owner_type = '${UPLOAD}' ` +
      'and file_id in (select value::uuid from jsonb_array_elements_text($2::jsonb))',
    parameters: [tenantId, JSON.stringify(fileIds), owner.type, owner.id],
  };
}

/** Uploads that are still nobody's, among those named; to check before claiming them. */
export function findUploads(tenantId: TenantId, fileIds: readonly FileId[]): Statement {
  return {
    sql:
      `select ${COLUMNS} from files where tenant_id = $1 and owner_type = '${UPLOAD}' ` +
      'and file_id in (select value::uuid from jsonb_array_elements_text($2::jsonb)) for update',
    parameters: [tenantId, JSON.stringify(fileIds)],
  };
}

export async function findFile(
  database: Database,
  tenantId: TenantId,
  fileId: FileId,
): Promise<FileRecord | undefined> {
  const [found] = await database.read(tenantId, {
    sql: `select ${COLUMNS} from files where tenant_id = $1 and file_id = $2`,
    parameters: [tenantId, fileId],
  });
  const row = found?.rows[0];
  return row && fileRecordOf(row);
}

/** The files of one owner, oldest first; to be sent with the owner's other reads. */
export function filesOfOwner(tenantId: TenantId, ownerType: string, ownerId: string): Statement {
  return {
    sql:
      `select ${COLUMNS} from files where tenant_id = $1 and owner_type = $2 and owner_id = $3 ` +
      'order by created_at, file_id',
    parameters: [tenantId, ownerType, ownerId],
  };
}

function fileRecordOf(row: Rows['rows'][number]): FileRecord {
  const number = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    fileId: String(row['file_id']) as FileId,
    digest: String(row['digest']) as FileDigest,
    thumbnail: row['thumbnail'] === null ? null : (String(row['thumbnail']) as FileDigest),
    media: String(row['media']),
    bytes: Number(row['bytes']),
    width: number(row['width']),
    height: number(row['height']),
    ownerType: String(row['owner_type']),
    ownerId: String(row['owner_id']),
    createdAt: new Date(String(row['created_at'])).toISOString(),
  };
}
