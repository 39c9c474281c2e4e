/**
 * Folds increments into sums: each counts for every area above its place, whole
 * and by category and by unit, for its day and its month. The rows taken are
 * named, so that what is appended meanwhile stays for the next time.
 */
import { sql } from 'kysely';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';

const BATCH = 2_000;
/** Characters of an area's path a level. */
const AREA_SEGMENT = 3;
const NIL = '00000000-0000-0000-0000-000000000000';

/** @returns how many increments were folded; fewer than a batch means none are left */
async function foldFigures(database: Database, tenantId: TenantId): Promise<number> {
  const take = compile(sql`
    select increment_id from figure_increments where tenant_id = ${tenantId}
    order by increment_id limit ${BATCH} for update skip locked`);
  return database.write(tenantId, [take], async (transaction, [taken]) => {
    const ids = (taken?.rows ?? []).map((row) => row['increment_id'] as string);
    if (ids.length === 0) return 0;
    const among = sql`i.tenant_id = ${tenantId} and i.increment_id = any(${ids}::uuid[])`;
    await transaction.runAndCommit(
      compile(sql`
        insert into figures (tenant_id, area_path, dimension, period, starts, measure, key, total)
        select ${tenantId}::uuid, substr(i.area_path, 1, n.length), d.dimension, p.period,
          case p.period when 'day' then i.day else date_trunc('month', i.day)::date end as starts,
          i.measure, d.key, sum(i.delta)
        from figure_increments i
        cross join lateral generate_series(${sql.lit(AREA_SEGMENT)}, length(i.area_path), ${sql.lit(AREA_SEGMENT)}) as n(length)
        cross join lateral (values ('all', ${NIL}::uuid),
          ('category', coalesce(i.category_id, ${NIL}::uuid)),
          ('organisation', coalesce(i.organisation_id, ${NIL}::uuid))) as d(dimension, key)
        cross join (values ('day'), ('month')) as p(period)
        where ${among}
        group by 2, 3, 4, 5, 6, 7
        order by 2, 3, 4, 5, 6, 7
        on conflict (tenant_id, area_path, dimension, period, starts, measure, key)
        do update set total = figures.total + excluded.total`),
      compile(sql`delete from figure_increments i where ${among}`),
    );
    return ids.length;
  });
}

/** Folds until nothing is left. */
export async function foldAll(database: Database, tenantId: TenantId): Promise<void> {
  while ((await foldFigures(database, tenantId)) === BATCH);
}
