/** Places given to posts of a unit: what there is to share out, and making it so from a day on. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AssignmentId, OrganisationId, PostId, SiteId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs, toJson } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import { type assignmentGround, MOST_SHARED, type saveAssignment } from '../contract.ts';
import type { Organisation } from '../rules/organisation.ts';
import { ASSIGNMENT } from './aggregates.ts';
import { all, first, organisationOf } from './rows.ts';
import { lockOrganisation } from './statements.ts';
import { today } from './today.ts';

type Ground = Answer<typeof assignmentGround>;

/** Where people live; waters and shops are nobody's to look after here. */
const HOMES = ['courtyard', 'courtyard_unmanaged', 'estate', 'estate_unmanaged'];

export async function assignmentOf(
  { database }: Pick<Services, 'database'>,
  context: Context,
  { params: { organisationId } }: Input<typeof assignmentGround>,
): Promise<Outcome<Ground>> {
  const { tenantId, actor } = context;
  const [found] = await database.read(tenantId, {
    sql: 'select * from organisations where tenant_id = $1 and organisation_id = $2',
    parameters: [tenantId, organisationId],
  });
  const unit = first(found, organisationOf);
  if (!unit || !reaches(actor, unit.areaPath, 'system_admin', 'leader', 'supervisor'))
    return refused({ code: 'organisation.unknown' });
  const [posts, places, rounds] = await database.read(
    tenantId,
    openPosts(tenantId, organisationId, today(context)),
    placesBelow(tenantId, organisationId, unit.areaPath),
    compile(sql`
      select a.assignment_id, a.version, a.from_day as "from", a.to_day as "to", n.name as made_by,
        (select count(*)::int from assigned_places p
          where p.tenant_id = a.tenant_id and p.assignment_id = a.assignment_id) as places
      from assignments a left join people n
        on n.tenant_id = ${tenantId} and n.person_id = a.made_by
      where a.tenant_id = ${tenantId} and a.organisation_id = ${organisationId}
      order by a.from_day desc limit 20`),
  );
  const shown = rowsAs<Ground['places'][number]>(places);
  return done({
    organisationId,
    name: unit.name,
    posts: rowsAs<Ground['posts'][number]>(posts),
    places: shown.slice(0, MOST_SHARED.places),
    truncated: shown.length > MOST_SHARED.places,
    rounds: rowsAs<Ground['rounds'][number]>(rounds),
    mayAssign: reaches(actor, unit.areaPath, 'system_admin'),
  });
}

function openPosts(tenantId: TenantId, organisationId: OrganisationId, day: string): Statement {
  return compile(sql`
    select p.post_id, p.title, coalesce((select jsonb_agg(n.name order by a.from_day, n.person_id)
        from appointments a join people n on n.tenant_id = a.tenant_id and n.person_id = a.person_id
        where a.tenant_id = p.tenant_id and a.post_id = p.post_id
          and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})), '[]'::jsonb) as holders
    from posts p
    where p.tenant_id = ${tenantId} and p.organisation_id = ${organisationId}
      and p.closed_on is null
    order by p.title, p.post_id limit ${MOST_SHARED.posts}`);
}

function placesBelow(
  tenantId: TenantId,
  organisationId: OrganisationId,
  areaPath: string,
): Statement {
  return compile(sql`
    select s.site_id, s.name, st_x(st_pointonsurface(s.geometry)) as lng,
      st_y(st_pointonsurface(s.geometry)) as lat,
      (s.attributes ->> 'households')::double precision as households, h.post_id,
      coalesce(h.pinned, false) as pinned
    from sites s
    left join (
      select p.site_id, p.post_id, p.pinned from assigned_places p join assignments a
        on a.tenant_id = ${tenantId} and a.assignment_id = p.assignment_id and a.to_day is null
      where p.tenant_id = ${tenantId} and a.organisation_id = ${organisationId}
    ) h on h.site_id = s.site_id
    where s.tenant_id = ${tenantId} and s.to_day is null and s.kind in (${sql.join(HOMES)})
      and s.area_path >= ${areaPath} and s.area_path < ${`${areaPath}~`}
    order by s.area_path, s.source_key, s.site_id limit ${MOST_SHARED.places + 1}`);
}

interface LastRow {
  readonly assignmentId: AssignmentId;
  readonly version: number;
  readonly auditHead: string;
  readonly from: string;
}

type Saved = Answer<typeof saveAssignment>;
type Body = CommandInput<typeof saveAssignment>['body'];

export function assignPlaces(
  services: CommandServices,
  context: Context,
  { params: { organisationId }, body, commandId }: CommandInput<typeof saveAssignment>,
): Promise<Outcome<Saved>> {
  const { tenantId, actor, ids, clock } = context;
  return command<Saved>(services, context, {
    id: commandId,
    name: 'organisations.save_assignment',
    body: { organisationId, ...body },
    opening: [
      // The unit's row: two who share out for it at once wait for one another.
      lockOrganisation(tenantId, organisationId),
      compile(sql`
        select assignment_id, version, audit_head, from_day as "from" from assignments
        where tenant_id = ${tenantId} and organisation_id = ${organisationId} and to_day is null
        for update`),
      openPosts(tenantId, organisationId, body.from),
      sitesNamed(tenantId, organisationId, body),
    ],
    decide: ([found, lasts, posts, sites]) => {
      const [last] = rowsAs<LastRow>(lasts);
      const unit = first(found, organisationOf);
      const right = mayAssign(context, unit, body, last);
      if (!right.ok) return right;
      const own = areOfUnit(body, posts, sites);
      if (!own.ok) return own;
      const assignmentId = ids.next<AssignmentId>();
      const set = {
        organisationId,
        fromDay: body.from,
        toDay: null,
        settings: body.settings,
        digest: createHash('sha256').update(toJson(body.places)).digest('hex'),
        madeBy: actor.kind === 'person' ? actor.personId : null,
        madeAt: instantNow(clock),
      };
      const ended = last && {
        ...ASSIGNMENT,
        id: last.assignmentId,
        before: { version: last.version, auditHead: last.auditHead },
        kind: 'assignment.ended',
        set: { toDay: body.from },
      };
      const made = { ...ASSIGNMENT, id: assignmentId, kind: 'assignment.made', set };
      return done({
        answer: { assignmentId, version: 1 },
        changes: ended ? [ended, made] : [made],
        also: multiInsert(
          'assigned_places',
          ['tenant_id', 'assignment_id', 'site_id', 'post_id', 'pinned'],
          body.places.map(({ siteId, postId, pinned }) => [
            tenantId,
            assignmentId,
            siteId,
            postId,
            pinned,
          ]),
        ),
      });
    },
  });
}

function mayAssign(
  context: Context,
  unit: Organisation | undefined,
  body: Body,
  last: LastRow | undefined,
): Outcome<true> {
  if (!unit) return refused({ code: 'organisation.unknown' });
  if (!reaches(context.actor, unit.areaPath, 'system_admin'))
    return refused({ code: 'access.not_allowed' });
  if (unit.closedOn) return refused({ code: 'organisation.closed' });
  const old = isSeen(body, last);
  if (old) return refused(old);
  const now = today(context);
  const isRight = body.from >= now && (last === undefined || body.from > last.from);
  const detail = { day: last?.from ?? now };
  return isRight ? done(true) : refused({ code: 'assignment.period', field: 'from', detail });
}

function isSeen({ last: seen }: Body, last: LastRow | undefined) {
  if (last === undefined) return seen === null ? undefined : ({ code: 'command.stale' } as const);
  if (seen?.assignmentId !== last.assignmentId) return { code: 'command.stale' } as const;
  return stale(seen.version, last, { version: last.version, from: last.from });
}

function sitesNamed(
  tenantId: TenantId,
  organisationId: OrganisationId,
  { places }: Body,
): Statement {
  const ids = places.map(({ siteId }) => siteId);
  return compile(sql`
    select s.site_id from sites s join organisations o
      on o.tenant_id = ${tenantId} and o.organisation_id = ${organisationId}
    where s.tenant_id = ${tenantId} and s.site_id = any(${ids}::uuid[]) and s.to_day is null
      and s.area_path >= o.area_path and s.area_path < o.area_path || '~'`);
}

/** Every post is one of the unit's, every place one of its area's and named once. */
function areOfUnit(
  { places }: Body,
  posts: Rows | undefined,
  sites: Rows | undefined,
): Outcome<true> {
  const own = new Set(all(posts, (row) => row['post_id'] as PostId));
  if (!places.every(({ postId }) => own.has(postId)))
    return refused({ code: 'assignment.post', field: 'places' });
  const known = new Set(all(sites, (row) => row['site_id'] as SiteId));
  const named = new Set(places.map(({ siteId }) => siteId));
  return named.size === places.length && known.size === named.size
    ? done(true)
    : refused({ code: 'assignment.place', field: 'places' });
}
