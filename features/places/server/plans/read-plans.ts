/** Plans to read at the desk: the list, one with all that belongs to it, its households. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { GridPlanId, PostId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import {
  DECIDERS,
  getPlan,
  listPlans,
  type Opinion,
  PLANNERS,
  type PlanPointRow,
  type PlanSummary,
  planPoints,
} from '../../contract.ts';
import { dayAfter, mayComeIntoForce, openActions } from '../../rules/plan/lawful.ts';
import { contentOf, gridsFrom, type PlanRow, planFrom, selectPlans } from './plan-rows.ts';
import type { GridWorkerSource } from './workers.ts';

type Reads = Pick<Services, 'database'>;
type Plan = Answer<typeof getPlan>;

const PAGE = 50;

/** Plans whose area lies in a grant with one of the roles of an endpoint. */
function readable({ actor }: Context, audience: unknown): RawBuilder<unknown> {
  if (actor.kind === 'system') return sql`true`;
  return areaCondition('p.area_path', grantsOf(actor), audience as readonly Role[]);
}

/** @param query `after` is the time and id of the last one of the page before */
export async function plans(
  { database }: Reads,
  context: Context,
  { query }: Input<typeof listPlans>,
): Promise<Outcome<Answer<typeof listPlans>>> {
  const { tenantId } = context;
  const [at = '', last = ''] = (query.after ?? '').split(' ');
  const after =
    query.after === undefined ? sql`true` : sql`(p.proposed_at, p.grid_plan_id) < (${at}, ${last})`;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      ${selectPlans(tenantId, sql`${readable(context, listPlans.audience)} and ${after}`)}
      order by p.proposed_at desc, p.grid_plan_id desc limit ${PAGE + 1}`),
  );
  const rows = rowsAs<PlanRow>(found);
  const page = rows.slice(0, PAGE);
  const end = page.at(-1);
  const next = rows.length > PAGE && end ? `${end.proposedAt} ${end.gridPlanId}` : null;
  return done({ plans: page.map(summaryOf), next });
}

function summaryOf(row: PlanRow): PlanSummary {
  const { gridPlanId, version, name, areaId, areaName, state, proposedAt, figures } = row;
  const { consultFrom, consultTo, inForceFrom, opinions, unanswered } = row;
  return {
    ...{ gridPlanId, version, name, areaId, areaName, state, proposedAt, figures },
    ...{ consultFrom, inForceFrom, opinions, unanswered },
    consultUntil: consultTo === null ? null : dayAfter(consultTo, -1),
  };
}

export async function plan(
  { database }: Reads,
  workers: GridWorkerSource,
  context: Context,
  { params: { gridPlanId } }: Input<typeof getPlan>,
): Promise<Outcome<Plan>> {
  const { tenantId } = context;
  const [found, content, opinions, notices, people] = await database.read(
    tenantId,
    planStatement(context, gridPlanId, getPlan.audience),
    contentOf(tenantId, gridPlanId),
    opinionsOf(tenantId, gridPlanId),
    compile(sql`
      select post_id, stage, told_at, seen_at from grid_notices
      where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId} order by told_at, notice_id`),
    namesOf(tenantId, gridPlanId),
  );
  const row = planFrom(found);
  if (row === undefined) return refused({ code: 'plan.unknown' });
  const told = rowsAs<NoticeRow>(notices);
  const [titles] = await database.read(
    tenantId,
    workers.titles(
      tenantId,
      told.map(({ postId }) => postId),
    ),
  );
  const posts = new Map(workers.read(titles).map((post) => [post.postId, post]));
  const names = new Map(
    rowsAs<{ personId: string; name: string }>(people).map(({ personId, name }) => [
      personId,
      name,
    ]),
  );
  const reader = readerOf(context, row);
  const today = legalDay(context.clock.now(), context.timeZone);
  return done({
    ...summaryOf(row),
    reason: row.reason,
    settings: row.settings as Plan['settings'],
    findings: row.findings.map((finding) => ({ ...finding })),
    proposedBy: names.get(row.proposedBy ?? '') ?? null,
    decidedBy: names.get(row.decidedBy ?? '') ?? null,
    notice: row.notice,
    withdrawnReason: row.withdrawnReason,
    grids: gridsFrom(content) as unknown as Plan['grids'],
    said: reader.plans || reader.decides ? rowsAs<Opinion>(opinions) : [],
    told: told.map(({ postId, ...one }) => ({
      ...one,
      title: posts.get(postId)?.title ?? '',
      organisationName: posts.get(postId)?.organisationName ?? '',
    })),
    actions: [...openActions(row, reader, today)],
    waits: reader.decides ? waitsFor(row, reader.personId, today) : null,
  });
}

interface NoticeRow {
  readonly postId: PostId;
  readonly stage: 'consulted' | 'in_force';
  readonly toldAt: string;
  readonly seenAt: string | null;
}

function readerOf({ actor }: Context, { areaPath }: PlanRow) {
  return {
    personId: actor.kind === 'person' ? actor.personId : null,
    plans: reaches(actor, areaPath, ...PLANNERS),
    decides: reaches(actor, areaPath, ...DECIDERS),
  };
}

function waitsFor(row: PlanRow, by: PlanRow['proposedBy'], today: string): Plan['waits'] {
  if (row.state !== 'consulted') return null;
  const outcome = mayComeIntoForce(row, by, today);
  return outcome.ok ? null : (outcome.refusal.code as Plan['waits']);
}

function planStatement(context: Context, gridPlanId: GridPlanId, audience: unknown): Statement {
  const own = sql`p.grid_plan_id = ${gridPlanId} and ${readable(context, audience)}`;
  return compile(selectPlans(context.tenantId, own));
}

function opinionsOf(tenantId: TenantId, gridPlanId: GridPlanId): Statement {
  return compile(sql`
    select opinion_id, version, number, body, open, said_at, reply, replied_at from plan_opinions
    where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId}
    order by said_at, opinion_id limit 2000`);
}

/** Who proposed and who decided; `people` belongs to organisations. */
function namesOf(tenantId: TenantId, gridPlanId: GridPlanId): Statement {
  return compile(sql`
    select n.person_id, n.name from people n
    join grid_plans p on p.tenant_id = ${tenantId} and n.person_id in (p.proposed_by, p.decided_by)
    where n.tenant_id = ${tenantId} and p.grid_plan_id = ${gridPlanId}`);
}

export async function points(
  { database }: Reads,
  context: Context,
  { params: { gridPlanId } }: Input<typeof planPoints>,
): Promise<Outcome<Answer<typeof planPoints>>> {
  const { tenantId } = context;
  const [found, content] = await database.read(
    tenantId,
    planStatement(context, gridPlanId, planPoints.audience),
    compile(sql`
      select points from grid_plan_contents
      where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId}`),
  );
  if (planFrom(found) === undefined) return refused({ code: 'plan.unknown' });
  const [row] = rowsAs<{ points: PlanPointRow[] }>(content);
  return done({ points: row?.points ?? [] });
}
