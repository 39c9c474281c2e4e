/** The steps of a plan: before the residents, in force, taken back. */
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { areaOf } from '#kernel/geometry/index.ts';
import type { GridId, GridPlanId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import {
  type bringPlanIntoForce,
  type consultPlan,
  DECIDERS,
  PLANNERS,
  type withdrawPlan,
} from '../../contract.ts';
import { isDrawnFrom } from '../../rules/plan/check-plan.ts';
import {
  dayAfter,
  mayBeginOn,
  mayComeIntoForce,
  mayConsult,
  mayWithdraw,
} from '../../rules/plan/lawful.ts';
import { GRID, GRID_PLAN } from '../aggregates.ts';
import { GRID_VERSIONS, leaveVersion } from '../version-rows.ts';
import {
  contentOf,
  gridsFrom,
  type KeptGrid,
  type LatestGrid,
  latestFrom,
  latestGrids,
  lockPlan,
  type PlanRow,
  pathOfPlan,
  planFrom,
} from './plan-rows.ts';
import { personOf } from './propose.ts';
import { type AreaOfGrid, noticesFor, pathsBelow } from './told.ts';
import type { GridWorkerSource } from './workers.ts';

type Stepped = Answer<typeof consultPlan>;

/** The plan, where it is there, in reach of one of the roles and as the person saw it. */
function ownPlan(
  { actor }: Context,
  found: Rows | undefined,
  roles: readonly Role[],
  seen: number,
): Outcome<PlanRow> {
  const plan = planFrom(found);
  if (plan === undefined || !reaches(actor, plan.areaPath, ...roles))
    return refused({ code: 'plan.unknown' });
  const { version, state, name } = plan;
  const old = stale(seen, plan, { version, state, name });
  return old ? refused(old) : done(plan);
}

function step(
  { gridPlanId, version, auditHead }: PlanRow,
  kind: string,
  set: Change['set'],
  details?: Json,
): Change {
  const before = { version, auditHead };
  return {
    ...GRID_PLAN,
    id: gridPlanId,
    before,
    kind,
    set,
    ...(details !== undefined && { details }),
  };
}

const dayOf = ({ clock, timeZone }: Context): string => legalDay(clock.now(), timeZone);

export async function consult(
  services: CommandServices,
  workers: GridWorkerSource,
  context: Context,
  { params: { gridPlanId }, body, commandId }: CommandInput<typeof consultPlan>,
): Promise<Outcome<Stepped>> {
  const { tenantId } = context;
  const path = await pathOfPlan(services.database, context, gridPlanId);
  if (path === undefined) return refused({ code: 'plan.unknown' });
  const today = dayOf(context);
  return command<Stepped>(services, context, {
    id: commandId,
    name: 'places.consult_plan',
    body: { gridPlanId, ...body },
    opening: [
      lockPlan(tenantId, gridPlanId),
      contentOf(tenantId, gridPlanId),
      pathsBelow(tenantId, path),
      workers.reaching(tenantId, path, today),
    ],
    decide: ([found, content, areas, posts]) => {
      const plan = ownPlan(context, found, PLANNERS, body.version);
      if (!plan.ok) return plan;
      const period = { from: today, to: dayAfter(body.until, 1) };
      const lawful = mayConsult(plan.value, period, today);
      if (!lawful.ok) return refused({ ...lawful.refusal, field: 'until' });
      const set = {
        state: 'consulted',
        consultFrom: period.from,
        consultTo: period.to,
        notice: body.notice,
      };
      const told = noticesFor(context, gridPlanId, 'consulted', {
        grids: gridsFrom(content),
        areas,
        posts: workers.read(posts),
      });
      return done({
        answer: { version: plan.value.version + 1 },
        changes: [step(plan.value, 'grid_plan.consulted', set), ...told],
      });
    },
  });
}

export async function bringIntoForce(
  services: CommandServices,
  workers: GridWorkerSource,
  context: Context,
  { params: { gridPlanId }, body, commandId }: CommandInput<typeof bringPlanIntoForce>,
): Promise<Outcome<Stepped>> {
  const { tenantId, clock } = context;
  const path = await pathOfPlan(services.database, context, gridPlanId);
  if (path === undefined) return refused({ code: 'plan.unknown' });
  const today = dayOf(context);
  return command<Stepped>(services, context, {
    id: commandId,
    name: 'places.bring_plan_into_force',
    body: { gridPlanId, ...body },
    opening: [
      lockPlan(tenantId, gridPlanId),
      latestGrids(tenantId, path, true),
      contentOf(tenantId, gridPlanId),
      pathsBelow(tenantId, path),
      workers.reaching(tenantId, path, body.from),
    ],
    decide: ([found, latest, content, areas, posts]) => {
      const plan = ownPlan(context, found, DECIDERS, body.version);
      if (!plan.ok) return plan;
      const known = latestFrom(latest);
      const grids = gridsFrom(content);
      const lawful = mayComeIntoForce(plan.value, personOf(context), today);
      if (!lawful.ok) return lawful;
      if (!isDrawnFrom(grids, known) || !areStanding(grids, areas))
        return refused({ code: 'plan.overtaken' });
      const lastBegan = known.reduce<string | null>(
        (last, { from }) => (last === null || from > last ? from : last),
        null,
      );
      const begins = mayBeginOn(body.from, today, lastBegan);
      if (!begins.ok) return begins;
      const redrawn = redraw(context, { grids, known, areas, from: body.from });
      const set = {
        state: 'in_force',
        inForceFrom: body.from,
        decidedBy: personOf(context),
        decidedAt: instantNow(clock),
      };
      const told = noticesFor(context, gridPlanId, 'in_force', {
        grids,
        areas,
        posts: workers.read(posts),
      });
      return done({
        answer: { version: plan.value.version + 1 },
        changes: [step(plan.value, 'grid_plan.in_force', set), ...redrawn.changes, ...told],
        also: redrawn.also,
      });
    },
  });
}

/** No grid is laid into an area that has ended since the plan was proposed. */
function areStanding(grids: readonly KeptGrid[], areas: Rows | undefined): boolean {
  const ended = rowsAs<AreaOfGrid>(areas).filter(({ toDay }) => toDay !== null);
  return !grids.some(
    ({ geometry, areaId }) => geometry !== null && ended.some((one) => one.areaId === areaId),
  );
}

interface Redrawing {
  readonly grids: readonly KeptGrid[];
  readonly known: readonly LatestGrid[];
  readonly areas: Rows | undefined;
  readonly from: string;
}

/** The grids themselves: new borders from the day on, new grids, and those that end that day. */
function redraw(
  context: Context,
  { grids, known, areas, from }: Redrawing,
): { readonly changes: readonly Change[]; readonly also: readonly Statement[] } {
  const { tenantId, clock, ids } = context;
  const paths = new Map(rowsAs<AreaOfGrid>(areas).map((area) => [area.areaId, area.areaPath]));
  const changes: Change[] = [];
  const left: Statement[] = [];
  const versions: unknown[][] = [];
  for (const { gridId, name, areaId, geometry } of grids) {
    const grid = known.find((one) => one.gridId === gridId);
    const id = gridId ?? ids.next<GridId>();
    const before = grid && { version: grid.version, auditHead: grid.auditHead };
    const open = { step: 'open', from } as const;
    if (grid !== undefined)
      left.push(...leaveVersion(GRID_VERSIONS, tenantId, id, open, instantNow(clock)));
    if (geometry === null) {
      changes.push({ ...GRID, id, before, kind: 'grid.ended', set: { toDay: from } });
      continue;
    }
    const where = { areaId, areaPath: paths.get(areaId) ?? '', name };
    changes.push({
      ...GRID,
      id,
      before,
      kind: grid === undefined ? 'grid.created' : 'grid.redrawn',
      set: grid === undefined ? { ...where, ...NEW_GRID, fromDay: from } : where,
      details: { from, geometry } as unknown as Json,
    });
    const shape = JSON.stringify(geometry);
    versions.push([tenantId, id, (grid?.version ?? 0) + 1, from, shape, areaOf(geometry)]);
  }
  const columns = ['tenant_id', 'grid_id', 'version', 'from_day', 'geometry', 'square_metres'];
  return { changes, also: [...left, ...multiInsert('grid_versions', columns, versions)] };
}

const NEW_GRID = {
  kind: 'community',
  code: null,
  localCode: false,
  toDay: null,
  sourceKey: null,
  sourceDigest: null,
} as const;

export function withdraw(
  services: CommandServices,
  context: Context,
  { params: { gridPlanId }, body, commandId }: CommandInput<typeof withdrawPlan>,
): Promise<Outcome<Stepped>> {
  return command<Stepped>(services, context, {
    id: commandId,
    name: 'places.withdraw_plan',
    body: { gridPlanId, ...body },
    opening: [lockPlan(context.tenantId, gridPlanId as GridPlanId)],
    decide: ([found]) => {
      const plan = ownPlan(context, found, [...PLANNERS, ...DECIDERS], body.version);
      if (!plan.ok) return plan;
      const lawful = mayWithdraw(plan.value);
      if (!lawful.ok) return lawful;
      const set = {
        state: 'withdrawn',
        withdrawnReason: body.reason,
        decidedBy: personOf(context),
        decidedAt: instantNow(context.clock),
      };
      return done({
        answer: { version: plan.value.version + 1 },
        changes: [step(plan.value, 'grid_plan.withdrawn', set)],
      });
    },
  });
}
