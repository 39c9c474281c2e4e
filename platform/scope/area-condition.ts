/**
 * Authority over areas as a condition in SQL. A grant reaches everything whose
 * area path begins with the grant's, so each grant is one range on the path;
 * ranges inside others are left out first. The ranges are leakproof
 * comparisons under collation "C": row-level security leaves their index alone.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '#kernel/context.ts';
import type { Role } from '#kernel/role.ts';
import { outermostPaths, pastPrefix } from './paths.ts';

/**
 * True for rows whose area lies in one of the grants; no grant, no row.
 * @param column the row's area path, `matters.area_path`
 * @param grants those of the actor; `roles` keeps only those with one of the roles
 */
export function areaCondition(
  column: string,
  grants: readonly Grant[],
  roles?: readonly Role[],
): RawBuilder<boolean> {
  const counted = roles ? grants.filter((grant) => roles.includes(grant.role)) : grants;
  return pathCondition(column, outermostPaths(counted.map((grant) => grant.areaPath)));
}

/** True for rows whose path begins with one of `paths`. */
export function pathCondition(column: string, paths: readonly string[]): RawBuilder<boolean> {
  if (paths.length === 0) return sql<boolean>`false`;
  const ranges = paths.map((path) => range(column, path));
  return sql<boolean>`(${sql.join(ranges, sql` or `)})`;
}

function range(column: string, path: string): RawBuilder<boolean> {
  const ref = sql.ref(column);
  if (path === '') return sql<boolean>`${ref} is not null`;
  const end = pastPrefix(path);
  return sql<boolean>`(${ref} collate "C" >= ${path} and ${ref} collate "C" < ${end})`;
}
