/** Who sees a matter, as a condition in SQL; `rules/sight.ts` says the same in memory. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, grantsOf } from '#kernel/context.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import { organisationCondition } from '#platform/scope/organisation-condition.ts';
import { TERRITORY_ROLES } from '../rules/sight.ts';

/** True for the matters (table `m`) the actor sees: by territory, or given to the own unit; never those that accuse it. */
export function sightCondition(actor: Actor): RawBuilder<boolean> {
  const grants = grantsOf(actor);
  if (grants.length === 0) return sql<boolean>`false`;
  const territory = areaCondition('m.area_path', grants, TERRITORY_ROLES);
  const given = organisationCondition('m.handler_organisation_id', grants, ['handler']);
  const own = [...new Set(grants.map((grant) => grant.organisationId))];
  return sql<boolean>`(${territory} or ${given})
    and (m.accused_organisation_id is null or m.accused_organisation_id not in (${sql.join(own)}))`;
}
