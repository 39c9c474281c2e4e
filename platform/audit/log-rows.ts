/** The log with the events that stand in it, page by page. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Rows } from '#platform/database/database.ts';

export interface LogRow {
  readonly position: number;
  readonly aggregateId: string;
  readonly version: number;
  readonly keyId: string;
  readonly link: string;
  /** Of the event that stands there; undefined where there is none. */
  readonly event: { readonly hash: string; readonly aggregateType: string } | undefined;
}

const PAGE = 2000;

/** Rows after `from`, in the order of positions. */
export async function* walkLog(
  database: Database,
  tenantId: TenantId,
  from: number,
): AsyncGenerator<LogRow> {
  let after = from;
  for (;;) {
    const [found] = await database.read(tenantId, {
      sql: `
        select l.position::text, l.aggregate_id, l.version, l.key_id, l.link, e.hash, e.aggregate_type
        from (
          select * from event_log where tenant_id = $1 and position > $2
          order by position limit ${PAGE}
        ) l
        left join lateral (
          select hash, aggregate_type from audit_events
          where tenant_id = $1 and aggregate_id = l.aggregate_id and version = l.version limit 1
        ) e on true
        order by l.position`,
      parameters: [tenantId, after],
    });
    const rows = (found?.rows ?? []).map(logRowOf);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

function logRowOf(row: Rows['rows'][number]): LogRow {
  const { hash } = row;
  return {
    position: Number(row['position']),
    aggregateId: String(row['aggregate_id']),
    version: Number(row['version']),
    keyId: String(row['key_id']),
    link: String(row['link']),
    event:
      typeof hash === 'string' ? { hash, aggregateType: String(row['aggregate_type']) } : undefined,
  };
}
