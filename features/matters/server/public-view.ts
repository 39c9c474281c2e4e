/** What everybody may see: the form's choices, and figures without small numbers. */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { publicCategories, publicFigures } from '../contract.ts';
import { withheld } from '../rules/disclosure.ts';
import { categoriesFrom, categoriesStatement } from './catalogue.ts';
import { dayOfTenant } from './figure-rows.ts';
import { figureSet, sumStatement } from './figures.ts';

export async function publicChoices(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof publicCategories>>> {
  const { tenantId } = context;
  const [tenants, categories, areas] = await services.database.read(
    tenantId,
    compile(sql`
      select name, name_en, demonstration,
        (select array[st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e)]::float8[]
          from (select st_extent(geometry) as e from areas where tenant_id = ${tenantId} and to_day is null) x
          where e is not null) as bbox
      from tenants where tenant_id = ${tenantId}`),
    categoriesStatement(tenantId),
    compile(sql`
      select area_id, name, parent_area_id as "parentId" from areas
      where tenant_id = ${tenantId} and to_day is null order by area_path limit 3000`),
  );
  const tenant = tenants?.rows[0];
  if (tenant === undefined) return refused({ code: 'request.not_found', field: 'tenant' });
  return done({
    tenantName: tenant['name'] as string,
    tenantNameEn: (tenant['name_en'] as string | null) ?? '',
    demonstration: tenant['demonstration'] as boolean,
    categories: categoriesFrom(categories)
      .filter((one) => one.plain)
      .map(({ categoryId, parentId, name, nameEn }) => ({ categoryId, parentId, name, nameEn })),
    areas: (areas?.rows ?? []).map((row) => ({
      areaId: row['area_id'] as never,
      name: row['name'] as string,
      parentId: row['parentId'] as never,
    })),
    bbox: (tenant['bbox'] as [number, number, number, number] | null) ?? null,
  });
}

/** The last three full months: no day and no part whose difference would show a few. */
export async function publicNumbers(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof publicFigures>>> {
  const asOf = instantNow(context.clock);
  const { from, to } = lastThreeMonths(dayOfTenant(context)(asOf));
  const [roots] = await services.database.read(
    context.tenantId,
    compile(sql`
      select area_path from areas where tenant_id = ${context.tenantId} and parent_area_id is null`),
  );
  const paths = (roots?.rows ?? []).map((row) => row['area_path'] as string);
  const [sums] = await services.database.read(
    context.tenantId,
    compile(sumStatement(context, { from, to, by: 'total' }, paths)),
  );
  const counted = Object.fromEntries(
    (sums?.rows ?? []).map((row) => [row['measure'] as string, row['total'] as number]),
  );
  const set = figureSet(counted);
  return done({
    from,
    to,
    asOf,
    figures: {
      reported: withheld(set.reported, set.reported),
      closed: withheld(set.closed, set.reported),
      response: withheld(set.response.raw.numerator, set.response.raw.denominator),
      onTime: withheld(set.onTime.raw.numerator, set.onTime.raw.denominator),
      solved: withheld(set.solved.raw.numerator, set.solved.raw.denominator),
      satisfied: withheld(set.satisfied.raw.numerator, set.satisfied.raw.denominator),
    },
  });
}

function lastThreeMonths(today: string): { from: string; to: string } {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  const to = new Date(first.getTime() - 86_400_000);
  const from = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - 3, 1));
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}
