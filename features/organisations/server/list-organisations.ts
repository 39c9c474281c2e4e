/** The tree, level by level, and its search. A directory of posts: every signed-in person sees it. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { compile, containing } from '#platform/database/query.ts';
import type { listOrganisations, OrganisationSummary } from '../contract.ts';
import { type After, afterOf, nextAfter, PAGE } from './page.ts';
import { all, organisationOf } from './rows.ts';

type Query = Input<typeof listOrganisations>['query'];

export async function list(
  services: { readonly database: Database },
  { tenantId }: Context,
  { query }: Input<typeof listOrganisations>,
): Promise<Outcome<Answer<typeof listOrganisations>>> {
  const after = afterOf(query.after);
  if (after === undefined) return refused({ code: 'input.invalid', field: 'after' });
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      select o.*, exists (select 1 from organisations c
        where c.tenant_id = ${tenantId} and c.parent_id = o.organisation_id) as has_children
      from organisations o
      where o.tenant_id = ${tenantId} and ${wanted(query)} and ${following(after)}
      order by o.name collate "C", o.organisation_id limit ${PAGE}`),
  );
  const organisations = all(found, summaryOf);
  const last = organisations.at(-1);
  const next = nextAfter(
    last && { id: last.organisationId, name: last.name },
    organisations.length,
  );
  return done({ organisations: [...organisations], next });
}

/** By words over the whole tree, else one level of it. */
function wanted({ parentId, words, kind }: Query): RawBuilder<boolean> {
  const ofKind = kind ? sql<boolean>`o.kind = ${kind}` : sql<boolean>`true`;
  if (words) return sql<boolean>`${ofKind} and o.name ilike ${containing(words)}`;
  if (parentId) return sql<boolean>`${ofKind} and o.parent_id = ${parentId}`;
  return kind ? ofKind : sql<boolean>`o.parent_id is null`;
}

function following(after: After | null): RawBuilder<boolean> {
  if (!after) return sql<boolean>`true`;
  return sql<boolean>`(o.name collate "C", o.organisation_id) > (${after.name}, ${after.id}::uuid)`;
}

export function summaryOf(row: Readonly<Record<string, unknown>>): OrganisationSummary {
  const { organisationId, version, parentId, kind, name, code, areaId, areaPath, closedOn } =
    organisationOf(row);
  const hasChildren = row['has_children'] === true;
  const place = { areaId, areaPath };
  return { organisationId, version, parentId, kind, name, code, ...place, closedOn, hasChildren };
}
