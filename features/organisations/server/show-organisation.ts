/** One organisation with its posts and their holders of today and tomorrow. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AppointmentId, OrganisationId, PersonId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import type { getOrganisation, PostDetail, SubstituteId } from '../contract.ts';
import { summaryOf } from './list-organisations.ts';
import { all, first, organisationOf, type PostRow, postOf } from './rows.ts';
import { today } from './today.ts';

type Holder = PostDetail['holders'][number];

export async function show(
  services: { readonly database: Database },
  context: Context,
  { params }: Input<typeof getOrganisation>,
): Promise<Outcome<Answer<typeof getOrganisation>>> {
  const { tenantId } = context;
  const { organisationId } = params;
  const day = today(context);
  const [found, posts, holders, substitutes] = await services.database.read(
    tenantId,
    findOrganisation(tenantId, organisationId),
    {
      sql: 'select * from posts where tenant_id = $1 and organisation_id = $2 order by rank desc, title, post_id',
      parameters: [tenantId, organisationId],
    },
    tenures('appointments', 'appointment_id', tenantId, organisationId, day),
    tenures('substitutes', 'substitute_id', tenantId, organisationId, day),
  );
  const organisation = first(found, (row) => ({ ...organisationOf(row), ...summaryOf(row) }));
  if (!organisation) return refused({ code: 'organisation.unknown' });
  const { auditHead: _, path: __, ...shown } = organisation;
  const held = byPost(holders, 'appointmentId');
  const stood = byPost(substitutes, 'substituteId');
  return done({
    ...shown,
    posts: all(posts, postOf).map((post) => detailOf(post, held, stood)),
  });
}

type ByPost = ReadonlyMap<string, readonly Holder[]>;

function detailOf(
  { auditHead: _, organisationId: __, roles, ...post }: PostRow,
  held: ByPost,
  stood: ByPost,
): PostDetail {
  return {
    ...post,
    roles: [...roles],
    holders: [...(held.get(post.postId) ?? [])],
    substitutes: [...(stood.get(post.postId) ?? [])],
  };
}

function findOrganisation(tenantId: TenantId, id: OrganisationId): Statement {
  return {
    sql: `select o.*, exists (select 1 from organisations c
        where c.tenant_id = $1 and c.parent_id = o.organisation_id) as has_children
      from organisations o where o.tenant_id = $1 and o.organisation_id = $2`,
    parameters: [tenantId, id],
  };
}

function tenures(
  table: 'appointments' | 'substitutes',
  idColumn: 'appointment_id' | 'substitute_id',
  ...parameters: readonly [TenantId, OrganisationId, string]
): Statement {
  return {
    sql: `select t.${idColumn} as id, t.version, t.post_id, t.person_id, n.name, t.from_day, t.to_day
      from ${table} t
      join posts p on p.tenant_id = t.tenant_id and p.post_id = t.post_id
      join people n on n.tenant_id = t.tenant_id and n.person_id = t.person_id
      where t.tenant_id = $1 and p.organisation_id = $2 and (t.to_day is null or t.to_day > $3)
      order by t.from_day, t.${idColumn}`,
    parameters,
  };
}

function byPost(
  answer: Rows | undefined,
  idField: 'appointmentId' | 'substituteId',
): ReadonlyMap<string, readonly Holder[]> {
  const rows = all(answer, (row) => ({
    postId: String(row['post_id']),
    holder: {
      appointmentId: null as AppointmentId | null,
      substituteId: null as SubstituteId | null,
      [idField]: row['id'],
      personId: row['person_id'] as PersonId,
      name: String(row['name']),
      from: String(row['from_day']),
      to: row['to_day'] === null ? null : String(row['to_day']),
      version: Number(row['version']),
    },
  }));
  return new Map(
    [...Map.groupBy(rows, (row) => row.postId)].map(([postId, group]) => [
      postId,
      group.map((row) => row.holder),
    ]),
  );
}
