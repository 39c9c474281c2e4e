/** Sums the figures of planted matters in SQL, one statement a measure: as folding would have left them. */
import type { Statement } from '#platform/database/database.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

/** Measure, the instant whose day it belongs to, and when it counts. */
const MEASURES: readonly (readonly [string, string, string])[] = [
  ['reported', 'reported_at', 'true'],
  ['filed', 'filed_at', 'true'],
  ['response_due', 'dispatched_at', 'response_due_at is not null'],
  ['response_met', 'dispatched_at', 'accepted_at <= response_due_at'],
  ['closed', 'closed_at', 'true'],
  ['limited', 'closed_at', 'handle_due_at is not null'],
  ['on_time', 'closed_at', 'answered_at <= handle_due_at'],
  ['asked', 'closed_at', 'solved is not null'],
  ['solved', 'closed_at', 'solved'],
  ['satisfied', 'closed_at', 'solved is not null and satisfaction >= 4'],
];

/** Dimension, its key, the longest path and the periods summed (days for districts and streets): all would be millions of rows. */
const DIMENSIONS: readonly (readonly [string, string, number, string])[] = [
  ['all', `'${NIL}'::uuid`, 9, `('day'), ('month')`],
  ['category', `coalesce(category_id, '${NIL}'::uuid)`, 6, `('month')`],
  ['organisation', `coalesce(handler_organisation_id, '${NIL}'::uuid)`, 6, `('month')`],
];

export function manyFigures(tenantId: string): readonly Statement[] {
  return MEASURES.flatMap(([measure, at, holds]) =>
    DIMENSIONS.map(([dimension, key, longest, periods]) => ({
      sql: `
        with cells as (
          select substr(coalesce(filed_area_path, area_path), 1, ${longest}) as path, ${key} as key,
            (${at} at time zone 'Asia/Shanghai')::date as day, count(*) as total
          from matters where tenant_id = $1 and ${at} is not null and (${holds}) group by 1, 2, 3
        )
        insert into figures (tenant_id, area_path, dimension, period, starts, measure, key, total)
        select $1::uuid, substr(path, 1, n), '${dimension}', period,
          case period when 'day' then day else date_trunc('month', day)::date end, '${measure}', key,
          sum(total)
        from cells, generate_series(3, length(path), 3) n, (values ${periods}) p (period)
        where period = 'month' or n <= 6
        group by 2, 4, 5, 7`,
      parameters: [tenantId],
    })),
  );
}
