/** The views somebody finds above the list: their own and those of the organisations they work in. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { OrganisationId, PersonId, ViewId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { listViews } from '../contract.ts';
import { mayChangeView, type OwnedView, type Viewer, ViewQuery } from '../rules/view.ts';
import { named } from './summary.ts';

type Row = Readonly<Record<string, unknown>>;

export async function views(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof listViews>>> {
  const { tenantId } = context;
  const viewer = viewerOf(context);
  const organisations = [...new Set(viewer.grants.map((grant) => grant.organisationId))];
  const [found, chosen] = await services.database.read(
    tenantId,
    compile(sql`
      select v.view_id, v.version, v.owner_id, v.organisation_id, v.name, v.query,
        o.name as organisation_name
      from views v
      left join organisations o on o.tenant_id = ${tenantId} and o.organisation_id = v.organisation_id
      where v.tenant_id = ${tenantId} and not v.removed
        and (v.owner_id = ${viewer.personId} or v.organisation_id = any(${organisations}::uuid[]))
      order by v.organisation_id is not null, v.name collate "C", v.view_id`),
    compile(sql`
      select view_id from first_views
      where tenant_id = ${tenantId} and person_id = ${viewer.personId}`),
  );
  const shown = (found?.rows ?? []).map((row) => {
    const view = ownedView(row);
    return {
      viewId: row['view_id'] as ViewId,
      version: row['version'] as number,
      name: row['name'] as string,
      query: ViewQuery.parse(JSON.parse(row['query'] as string)),
      own: view.ownerId === viewer.personId,
      organisation: named(row['organisation_id'], row['organisation_name']),
      mayChange: mayChangeView(view, viewer),
    };
  });
  // A view that was removed or is shared no longer is nobody's first one.
  const first = shown.find(({ viewId }) => viewId === chosen?.rows[0]?.['view_id']);
  return done({ views: shown, first: first?.viewId ?? null });
}

export function ownedView(row: Row): OwnedView {
  return {
    ownerId: row['owner_id'] as PersonId,
    organisationId: row['organisation_id'] as OrganisationId | null,
  };
}

export function viewerOf({ actor }: Context): Viewer {
  if (actor.kind !== 'person') throw new Error('views are kept by people');
  return { personId: actor.personId, grants: grantsOf(actor) };
}
