/** Facts of the world an action needs: the area at filing, the unit it is given to, the photos it names. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PostId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { ActionInput } from '../contract.ts';
import type { Matter } from '../rules/matter.ts';
import type { Surroundings } from '../rules/progress.ts';
import { mayBeMainHandler } from '../rules/routing.ts';
import { photosOf, uploadsKnown } from './photo-rows.ts';

/** At most three statements, always in this order: photos, category, area or unit. */
export function surroundingsStatements(
  tenantId: string,
  matterId: string,
  input: ActionInput,
): readonly Statement[] {
  const digests = photosOf(input).map((photo) => photo.digest);
  return [
    ...(digests.length > 0 ? [uploadsKnown(tenantId, digests)] : []),
    ...('categoryId' in input ? [categoryKnown(tenantId, input.categoryId)] : []),
    ...(input.action === 'file' && input.areaId ? [areaKnown(tenantId, input.areaId)] : []),
    ...(input.action === 'escalate' ? [nextPost(tenantId, matterId)] : []),
    ...('organisationId' in input ? [unitKnown(tenantId, matterId, input.organisationId)] : []),
  ];
}

export function surroundings(
  input: ActionInput,
  answers: readonly Rows[],
  _context: Context,
): Outcome<Surroundings> {
  const rest = [...answers];
  const digests = photosOf(input).map((photo) => photo.digest);
  if (digests.length > 0 && rest.shift()?.rows.length !== digests.length) {
    return refused({ code: 'file.unknown', field: 'photos' });
  }
  if ('categoryId' in input && rest.shift()?.rows.length !== 1) {
    return refused({ code: 'matter.category_unknown', field: 'categoryId' });
  }
  if (input.action === 'file' && input.areaId) {
    const area = rest.shift()?.rows[0];
    if (area === undefined) return refused({ code: 'matter.area_unknown', field: 'areaId' });
    return done({
      filing: {
        areaId: area['area_id'] as Matter['areaId'],
        areaPath: area['area_path'] as string,
        gridId: null,
      },
    });
  }
  if (input.action === 'escalate') {
    const post = rest.shift()?.rows[0]?.['post_id'] as PostId | undefined;
    return done({ nextPostId: post ?? null });
  }
  if ('organisationId' in input) {
    const unit = rest.shift()?.rows[0];
    if (unit === undefined) {
      return refused({ code: 'matter.organisation_unknown', field: 'organisationId' });
    }
    const category = {
      kind: 'event' as const,
      communityMayHandle: (unit['community_may_handle'] as boolean | null) ?? true,
    };
    return done({ mayBeMainHandler: mayBeMainHandler(category, unit['kind'] as string) });
  }
  return done({});
}

function categoryKnown(tenantId: string, categoryId: string): Statement {
  return compile(sql`
    select category_id from categories
    where tenant_id = ${tenantId} and category_id = ${categoryId} and not retired`);
}

function areaKnown(tenantId: string, areaId: string): Statement {
  return compile(sql`
    select area_id, area_path from areas
    where tenant_id = ${tenantId} and area_id = ${areaId} and to_day is null`);
}

/**
 * The post one rank above the rung reached: of the handling unit, else the
 * nearest one over the place. Rank 1 does the work, so rung 1 is rank 2.
 */
function nextPost(tenantId: string, matterId: string): Statement {
  return compile(sql`
    select p.post_id from matters m
    join posts p on p.tenant_id = ${tenantId} and p.closed_on is null
      and p.rank >= m.escalation_level + 2
      and m.area_path >= p.area_path and m.area_path < p.area_path || '~'
      and (p.organisation_id = m.handler_organisation_id
        or p.roles @> '["leader"]' or p.roles @> '["supervisor"]')
    where m.tenant_id = ${tenantId} and m.matter_id = ${matterId}
      and p.organisation_id is distinct from m.accused_organisation_id
    order by p.rank, (p.organisation_id = m.handler_organisation_id) desc nulls last,
      length(p.area_path) desc, p.post_id
    limit 1`);
}

function unitKnown(tenantId: string, matterId: string, organisationId: string): Statement {
  return compile(sql`
    select o.kind, c.community_may_handle from organisations o
    left join matters m on m.tenant_id = o.tenant_id and m.matter_id = ${matterId}
    left join categories c on c.tenant_id = o.tenant_id and c.category_id = m.category_id
    where o.tenant_id = ${tenantId} and o.organisation_id = ${organisationId}
      and o.closed_on is null`);
}
