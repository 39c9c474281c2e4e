/** Photos a step brings: of the handling, or of the check. */
import type { FileDigest } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
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
  return photos.map(({ digest, stage }) => ({
    sql: `insert into matter_photos (tenant_id, matter_id, digest, stage, version)
      values ($1, $2, $3, $4, $5) on conflict (tenant_id, matter_id, digest) do nothing`,
    parameters: [tenantId, matterId, digest, stage, version],
  }));
}
