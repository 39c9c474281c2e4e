/** The time limits and duties of all categories, for the screen on which they are kept. */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CategoryId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Database, Rows } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { listLimits } from '../contract.ts';

type Answered = Answer<typeof listLimits>;
type Category = Answered['categories'][number];

export async function limits(
  { database }: { readonly database: Database },
  { tenantId }: Context,
): Promise<Outcome<Answered>> {
  const [categories, rows, duties, rungs] = await database.read(
    tenantId,
    {
      sql: 'select category_id, version from categories where tenant_id = $1 and not retired order by code',
      parameters: [tenantId],
    },
    {
      sql: `select category_id, stage, condition, amount, unit, rule from category_limits
        where tenant_id = $1 order by category_id, condition, stage`,
      parameters: [tenantId],
    },
    {
      sql: `select d.category_id, d.organisation_id, o.name as organisation_name,
          a.name as area_name, d.area_path, d.basis
        from duties d
        join organisations o on o.tenant_id = d.tenant_id and o.organisation_id = d.organisation_id
        join areas a on a.tenant_id = d.tenant_id and a.area_path = d.area_path
        where d.tenant_id = $1 order by o.name, d.organisation_id, d.basis`,
      parameters: [tenantId],
    },
    {
      sql: 'select rung, amount, unit from escalation_rungs where tenant_id = $1 order by rung',
      parameters: [tenantId],
    },
  );
  const limitsOf = byCategory<Category['limits'][number]>(rows);
  const dutiesOf = byCategory<Category['duties'][number]>(duties);
  return done({
    categories: rowsAs<{ categoryId: CategoryId; version: number }>(categories).map((one) => ({
      ...one,
      limits: limitsOf(one.categoryId),
      duties: dutiesOf(one.categoryId),
    })),
    rungs: rowsAs<Answered['rungs'][number]>(rungs),
  });
}

/** Rows by their category, without its id. */
function byCategory<T>(found: Rows | undefined): (categoryId: string) => T[] {
  const grouped = Map.groupBy(
    rowsAs<T & { categoryId: string }>(found),
    ({ categoryId }) => categoryId,
  );
  return (categoryId) =>
    (grouped.get(categoryId) ?? []).map(({ categoryId: _, ...rest }) => rest as T);
}
