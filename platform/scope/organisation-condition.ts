/** Rows of the actor's own organisations: what a handler sees is what the unit was given. */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '#kernel/context.ts';
import type { Role } from '#kernel/role.ts';

/**
 * True for rows that belong to an organisation in which the actor holds a post.
 * @param column the row's organisation, `matters.handler_organisation_id`
 * @param roles keeps only grants with one of the roles
 */
export function organisationCondition(
  column: string,
  grants: readonly Grant[],
  roles?: readonly Role[],
): RawBuilder<boolean> {
  const counted = roles ? grants.filter((grant) => roles.includes(grant.role)) : grants;
  const ids = [...new Set(counted.map((grant) => grant.organisationId))];
  if (ids.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${sql.ref(column)} in (${sql.join(ids)})`;
}
