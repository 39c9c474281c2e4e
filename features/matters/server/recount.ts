/**
 * Counts the figures anew from the matters, in SQL that shares nothing with the
 * rule that made the increments. For checks; not for screens.
 */
import { sql } from 'kysely';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';

export interface Recounted {
  readonly measure: string;
  readonly day: string;
  readonly areaPath: string;
  readonly total: number;
}

/** Per measure, day and place at filing; without those that are zero. */
export async function recount(
  database: Database,
  tenantId: TenantId,
  timeZone: string,
): Promise<readonly Recounted[]> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${timeZone})::date`;
  const one = (measure: string, at: string, holds: string) => sql`
    select ${measure} as measure, ${day(at)} as day, coalesce(filed_area_path, area_path) as area_path
    from matters where tenant_id = ${tenantId} and state <> 'void' and ${sql.ref(at)} is not null and ${sql.raw(holds)}`;
  const parts = [
    one('reported', 'reported_at', 'true'),
    one('filed', 'filed_at', 'true'),
    one('response_due', 'dispatched_at', 'response_due_at is not null'),
    one('response_met', 'dispatched_at', 'accepted_at <= response_due_at'),
    one('closed', 'closed_at', 'true'),
    one('limited', 'closed_at', 'handle_due_at is not null'),
    one('on_time', 'closed_at', 'answered_at <= handle_due_at'),
    one('asked', 'closed_at', 'solved is not null'),
    one('solved', 'closed_at', 'solved'),
    one('satisfied', 'closed_at', 'solved is not null and satisfaction >= 4'),
  ];
  const [rows] = await database.read(
    tenantId,
    compile(sql`
      select measure, day, area_path, count(*)::int as total
      from (${sql.join(parts, sql` union all `)}) counted group by 1, 2, 3 order by 1, 2, 3`),
  );
  return (rows?.rows ?? []).map((row) => ({
    measure: row['measure'] as string,
    day: row['day'] as string,
    areaPath: row['area_path'] as string,
    total: row['total'] as number,
  }));
}
