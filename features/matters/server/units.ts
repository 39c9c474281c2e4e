/** Units a matter could be given to, in the order of the dispatch rules. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { suggestUnits } from '../contract.ts';
import { type Candidate, suggest } from '../rules/routing.ts';
import { maySee } from '../rules/sight.ts';
import { openStates } from './filter.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';

/** Kinds of units that stand for a territory. */
export const TERRITORIAL_KINDS = ['street_office', 'township', 'community', 'village'];

export async function units(
  services: Services,
  context: Context,
  { params }: Input<typeof suggestUnits>,
): Promise<Outcome<Answer<typeof suggestUnits>>> {
  const { tenantId } = context;
  const { matterId } = params;
  const matterIs = sql`m.tenant_id = ${tenantId} and m.matter_id = ${matterId}`;
  const [matters, candidates] = await services.database.read(
    tenantId,
    compile(sql`
      select ${matterColumns}, c.kind as category_kind, c.community_may_handle
      from matters m left join categories c on c.tenant_id = ${tenantId} and c.category_id = m.category_id
      where ${matterIs}`),
    compile(sql`
      select o.organisation_id, o.name, o.kind, s.basis, s.area_path,
        (select count(*)::int from matters w where w.tenant_id = ${tenantId}
          and w.handler_organisation_id = o.organisation_id and w.state in (${openStates})) as open
      from (
        select d.organisation_id, d.basis, d.area_path from matters m
        join duties d on d.tenant_id = ${tenantId} and d.category_id = m.category_id
          and m.area_path >= d.area_path and m.area_path < d.area_path || '~'
        where ${matterIs}
        union
        select t.organisation_id, 'territory', t.area_path from matters m
        join organisations t on t.tenant_id = ${tenantId} and t.kind in (${sql.join(TERRITORIAL_KINDS)})
          and m.area_path >= t.area_path and m.area_path < t.area_path || '~'
        where ${matterIs}
      ) s join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = s.organisation_id
      where o.closed_on is null`),
  );
  const row = matters?.rows[0];
  if (row === undefined) return refused({ code: 'matter.unknown' });
  const matter = matterFromRow(row);
  if (!maySee(grantsOf(context.actor), matter)) return refused({ code: 'matter.unknown' });
  const category = {
    kind: (row['category_kind'] as 'component' | 'event' | null) ?? 'event',
    communityMayHandle: (row['community_may_handle'] as boolean | null) ?? true,
  };
  const named = new Map((candidates?.rows ?? []).map((one) => [one['organisation_id'], one]));
  const order = suggest(
    category,
    (candidates?.rows ?? []).map(candidateFrom),
    matter.accusedOrganisationId,
  );
  const seen = new Set<string>();
  return done({
    units: order
      .filter((one) => !seen.has(one.organisationId) && seen.add(one.organisationId))
      .map(({ organisationId, basis, lawful }) => ({
        organisationId,
        name: named.get(organisationId)?.['name'] as string,
        basis,
        lawful,
        open: named.get(organisationId)?.['open'] as number,
      })),
  });
}

function candidateFrom(row: Record<string, unknown>): Candidate {
  return {
    organisationId: row['organisation_id'] as OrganisationId,
    kind: row['kind'] as string,
    basis: row['basis'] as Candidate['basis'],
    areaPath: row['area_path'] as string,
  };
}
