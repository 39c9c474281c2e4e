/** What the place says of its matters: categories for the forms, limits and settings for the rules. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CategoryId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { Category, listCategories } from '../contract.ts';

export async function categories(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof listCategories>>> {
  const [rows] = await services.database.read(
    context.tenantId,
    categoriesStatement(context.tenantId),
  );
  return done({ categories: categoriesFrom(rows) });
}

export function categoriesStatement(tenantId: TenantId): Statement {
  return compile(sql`
    select category_id, parent_id, code, name, name_en, kind, community_may_handle, conditions, plain
    from categories where tenant_id = ${tenantId} and not retired order by code`);
}

export function categoriesFrom(rows: Rows | undefined): (Category & { plain: boolean })[] {
  return (rows?.rows ?? []).map((row) => ({
    categoryId: row['category_id'] as CategoryId,
    parentId: row['parent_id'] as CategoryId | null,
    code: row['code'] as string,
    name: row['name'] as string,
    nameEn: row['name_en'] as string,
    kind: row['kind'] as Category['kind'],
    communityMayHandle: row['community_may_handle'] as boolean,
    conditions: row['conditions'] as Category['conditions'],
    plain: row['plain'] as boolean,
  }));
}
