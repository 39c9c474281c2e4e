/** Photos of a matter: their list, and one of them, served only to who sees the matter. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Input } from '#kernel/endpoint.ts';
import type { MatterId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { insertFile, UPLOAD } from '#platform/files/file-records.ts';
import { keepPhoto } from '#platform/files/keep-photo.ts';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { MatterDetail, matterPhoto } from '../contract.ts';
import { maySee, type Seen } from '../rules/sight.ts';
import { matterFromRow } from './matter-row.ts';

export function photosStatement(tenantId: TenantId, matterId: MatterId): Statement {
  return compile(sql`
    select f.digest, f.stage, e.recorded_at as at from matter_photos f
    join audit_events e on e.tenant_id = ${tenantId} and e.aggregate_id = f.matter_id
      and e.version = f.version
    where f.tenant_id = ${tenantId} and f.matter_id = ${matterId}
    order by f.version, f.digest`);
}

export function photosFrom(rows: Rows | undefined): MatterDetail['photos'] {
  return (rows?.rows ?? []) as MatterDetail['photos'];
}

export async function photo(
  services: Services,
  context: Context,
  { params, query }: Input<typeof matterPhoto>,
): Promise<Outcome<RawAnswer>> {
  const { tenantId } = context;
  const [rows] = await services.database.read(
    tenantId,
    compile(sql`
      select m.area_path, m.handler_organisation_id, m.accused_organisation_id
      from matters m join matter_photos f on f.tenant_id = ${tenantId} and f.matter_id = m.matter_id
      where m.tenant_id = ${tenantId} and m.matter_id = ${params.matterId} and f.digest = ${params.digest}`),
  );
  const row = rows?.rows[0];
  const seen = row === undefined ? undefined : (matterFromRow(row) as Seen);
  if (seen === undefined || !maySee(grantsOf(context.actor), seen)) {
    return refused({ code: 'matter.unknown' });
  }
  return servePhoto(services, context, params.digest, query.size);
}

/** The bytes; whoever calls has checked that the caller may see them. */
export async function servePhoto(
  services: Services,
  context: Context,
  digest: Input<typeof matterPhoto>['params']['digest'],
  size: 'full' | 'thumbnail',
): Promise<Outcome<RawAnswer>> {
  const [rows] = await services.database.read(context.tenantId, fileStatement(context, digest));
  const row = rows?.rows[0];
  const name = size === 'thumbnail' ? (row?.['thumbnail'] ?? digest) : digest;
  const file = row && (await services.files.find(name as typeof digest));
  if (file === undefined) return refused({ code: 'file.unknown' });
  return done({
    media: row?.['media'] as string,
    headers: {
      // Theirs alone, and only as long as they may see it.
      'cache-control': 'private, max-age=0, must-revalidate',
      'content-length': String(file.bytes),
      'content-disposition': 'inline',
    },
    body: file.stream(),
  });
}

/** Takes an uploaded photo: checked by content, stripped, stored by digest. */
export async function takePhoto(
  services: Services,
  context: Context,
  exchange: Exchange,
): Promise<Outcome<{ digest: Input<typeof matterPhoto>['params']['digest'] }>> {
  const upload = exchange.uploads[0];
  if (upload === undefined) return refused({ code: 'input.invalid', field: 'photo' });
  const kept = await keepPhoto(services.files, context, upload.bytes, {
    type: UPLOAD,
    id: context.tenantId,
  });
  if (!kept.ok) return kept;
  const { tenantId } = context;
  await services.database.write(
    tenantId,
    [insertFile(tenantId, kept.value)],
    async () => undefined,
  );
  return done({ digest: kept.value.digest });
}

function fileStatement({ tenantId }: Context, digest: string): Statement {
  return compile(sql`
    select media, thumbnail from files where tenant_id = ${tenantId} and digest = ${digest} limit 1`);
}
