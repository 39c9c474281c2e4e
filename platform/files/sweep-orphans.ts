/** Removes files that no row of any tenant names and that are older than any command under way. */
import type { Clock } from '#kernel/context.ts';
import type { FileDigest, TenantId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';
import { UPLOAD } from './file-records.ts';
import type { FileStore } from './file-store.ts';

export interface SweepServices {
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly tenants: () => Promise<readonly TenantId[]>;
}

/** A day: the longest anybody keeps a form open between photo and report. */
const GRACE = 24 * 60 * 60 * 1000;
const GROUP = 500;

/** @returns how many files were removed, undefined where another sweep is under way */
export function sweepOrphans(services: SweepServices): Promise<number | undefined> {
  return services.database.whileLocked('sweep:files', async () => {
    const oldest = services.clock.now() - GRACE;
    for (const tenantId of await services.tenants()) {
      await services.database.write(
        tenantId,
        [forgetUploads(tenantId, oldest)],
        async () => undefined,
      );
    }
    let removed = 0;
    let group: FileDigest[] = [];
    for await (const { digest, putAt } of services.files.list()) {
      if (putAt < oldest) group.push(digest);
      if (group.length === GROUP) {
        removed += await removeUnnamed(services, group);
        group = [];
      }
    }
    return removed + (await removeUnnamed(services, group));
  });
}

/** Photos whose form was never sent. */
function forgetUploads(tenantId: TenantId, oldest: number): Statement {
  return {
    sql: `delete from files where tenant_id = $1 and owner_type = '${UPLOAD}' and created_at < $2`,
    parameters: [tenantId, new Date(oldest).toISOString()],
  };
}

async function removeUnnamed(
  { database, files, tenants }: SweepServices,
  group: readonly FileDigest[],
): Promise<number> {
  if (group.length === 0) return 0;
  const unnamed = new Set<FileDigest>(group);
  for (const tenantId of await tenants()) {
    const [found] = await database.read(tenantId, {
      sql: `
        select digest as named from files
        where tenant_id = $1 and digest in (select jsonb_array_elements_text($2::jsonb))
        union
        select thumbnail from files
        where tenant_id = $1 and thumbnail in (select jsonb_array_elements_text($2::jsonb))`,
      parameters: [tenantId, JSON.stringify(group)],
    });
    for (const row of found?.rows ?? []) unnamed.delete(String(row['named']) as FileDigest);
  }
  for (const digest of unnamed) await files.remove(digest);
  return unnamed.size;
}
