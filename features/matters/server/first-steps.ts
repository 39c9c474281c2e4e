/** How far a new place has come: read from its records each time, never stored. */
import { type Access, peopleWithAccount } from '#features/access/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import type { firstStepsOf } from '../contract.ts';
import { DOER, firstSteps, type StaffedPost } from '../rules/first-steps.ts';

const MOST_NAMES = 3;

export async function showFirstSteps(
  access: Access,
  { database }: { readonly database: Database },
  context: Context,
): Promise<Outcome<Answer<typeof firstStepsOf>>> {
  const { tenantId } = context;
  const day = legalDay(context.clock.now(), context.timeZone);
  const [reached, found] = await database.read(
    tenantId,
    whatHappened(tenantId),
    staffedPosts(tenantId, day),
  );
  const posts = postsOf(found);
  const people = posts.flatMap(({ holders }) => holders.map(({ personId }) => personId));
  const withAccount = await peopleWithAccount(access, tenantId, people as PersonId[]);
  const happened = (name: string) => reached?.rows[0]?.[name] === true;
  const steps = firstSteps({
    posts,
    withAccount,
    areas: happened('areas'),
    entered: happened('entered'),
    dispatched: happened('dispatched'),
    closed: happened('closed'),
    evaluated: happened('evaluated'),
  });
  return done({
    done: steps.every((step) => step.done),
    steps: steps.map(({ missing, ...step }) => {
      const doer = DOER[step.step];
      return { ...step, missing: [...missing], doer, people: namesOf(posts, doer) };
    }),
  });
}

function whatHappened(tenantId: TenantId): Statement {
  return {
    sql: `select
      exists (select 1 from areas where tenant_id = $1 and parent_area_id is not null
        and to_day is null) as areas,
      exists (select 1 from matters where tenant_id = $1) as entered,
      exists (select 1 from matters where tenant_id = $1 and dispatched_at is not null) as dispatched,
      exists (select 1 from matters where tenant_id = $1 and closed_at is not null) as closed,
      exists (select 1 from matters where tenant_id = $1 and state = 'evaluated') as evaluated`,
    parameters: [tenantId],
  };
}

/** Open posts with who holds them today or stands in for the holder. */
function staffedPosts(tenantId: TenantId, day: string): Statement {
  return {
    sql: `select p.roles, p.organisation_id, coalesce(jsonb_agg(distinct jsonb_build_object(
        'personId', n.person_id, 'name', n.name)) filter (where n.person_id is not null), '[]') as holders
      from posts p
      left join appointments a on a.tenant_id = p.tenant_id and a.post_id = p.post_id
        and a.from_day <= $2 and (a.to_day is null or a.to_day > $2)
      left join people n on n.tenant_id = a.tenant_id and n.person_id = a.person_id
      where p.tenant_id = $1 and p.closed_on is null
      group by p.post_id, p.roles, p.organisation_id`,
    parameters: [tenantId, day],
  };
}

function postsOf(found: Rows | undefined): readonly StaffedPost[] {
  return (found?.rows ?? []).map((row) => ({
    roles: row['roles'] as readonly Role[],
    organisationId: String(row['organisation_id']),
    holders: row['holders'] as StaffedPost['holders'],
  }));
}

function namesOf(posts: readonly StaffedPost[], role: Role | 'reporter'): string[] {
  const names = posts
    .filter(({ roles }) => role !== 'reporter' && roles.includes(role))
    .flatMap(({ holders }) => holders.map(({ name }) => name));
  return [...new Set(names)].slice(0, MOST_NAMES);
}
