/** Photos a step brings: of the handling, or of the check. */
import { sql } from 'kysely';
import type { FileDigest } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { UPLOAD } from '#platform/files/file-records.ts';
import type { ActionInput } from '../contract.ts';

export interface StepPhoto {
  readonly digest: FileDigest;
  readonly stage: 'before' | 'after' | 'check';
}

export function photosOf(input: ActionInput): readonly StepPhoto[] {
  if (!('photos' in input)) return [];
  const stage = input.action === 'answer' ? 'after' : 'check';
  return [...new Set(input.photos)].map((digest) => ({ digest, stage }));
}

export function photoRows(
  tenantId: string,
  matterId: string,
  version: number,
  photos: readonly StepPhoto[],
): readonly Statement[] {
  return photos.flatMap(({ digest, stage }) => [
    {
      sql: `insert into matter_photos (tenant_id, matter_id, digest, stage, version)
        values ($1, $2, $3, $4, $5) on conflict (tenant_id, matter_id, digest) do nothing`,
      parameters: [tenantId, matterId, digest, stage, version],
    },
    {
      sql: `update files set owner_type = 'matter', owner_id = $2
        where tenant_id = $1 and digest = $3 and owner_type = $4`,
      parameters: [tenantId, matterId, digest, UPLOAD],
    },
  ]);
}

/** Those of the digests that were uploaded and belong to nobody yet; nobody takes a photo of another matter. */
export function uploadsKnown(tenantId: string, digests: readonly string[]): Statement {
  const among = digests.length === 0 ? sql`false` : sql`digest in (${sql.join(digests)})`;
  return compile(sql`
    select distinct digest from files
    where tenant_id = ${tenantId} and owner_type = ${UPLOAD} and ${among}`);
}
