/** Proposing other grids for an area. The browser drew them; here they are judged and counted anew. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { GridPlanId, PersonId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Json } from '#platform/audit/canonical.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs, toJson } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import { reaches } from '#platform/scope/reach.ts';
import { PLANNERS, type PlanPointRow, type proposePlan } from '../../contract.ts';
import { checkPlan } from '../../rules/plan/check-plan.ts';
import { countPlan } from '../../rules/plan/figures.ts';
import { GRID_PLAN } from '../aggregates.ts';
import { type KeptGrid, latestFrom, latestGrids, pointOfRow } from './plan-rows.ts';

type Body = CommandInput<typeof proposePlan>['body'];
type Proposed = Answer<typeof proposePlan>;

export async function propose(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof proposePlan>,
): Promise<Outcome<Proposed>> {
  const { tenantId, actor } = context;
  const [area] = await services.database.read(tenantId, areaStatement(tenantId, body));
  const path = area?.rows[0]?.['area_path'];
  if (typeof path !== 'string') return refused({ code: 'place.unknown', field: 'areaId' });
  if (!reaches(actor, path, ...PLANNERS)) {
    return refused({ code: 'access.not_allowed', field: 'areaId' });
  }
  const points = body.points.map(maskedLabel);
  const content = { grids: body.grids, points };
  const digest = createHash('sha256').update(toJson(content)).digest('hex');
  const { grids: _, points: __, ...said } = body;
  return command<Proposed>(services, context, {
    id: commandId,
    name: 'places.propose_plan',
    body: { ...said, digest },
    opening: [
      latestGrids(tenantId, path, false),
      areasBelow(tenantId, path, body),
      shapesJudged(body),
    ],
    decide: ([latest, areas, judged]) => {
      const today = latestFrom(latest);
      const plan = points.map(pointOfRow);
      const right = checkPlan(body.grids, plan, today);
      if (!right.ok) return right;
      if (areas?.rows.length !== new Set(body.grids.map(({ areaId }) => areaId)).size)
        return refused({ code: 'plan.area', field: 'grids' });
      if (!areDisjoint(judged)) return refused({ code: 'plan.geometry', field: 'grids' });
      const counted = countPlan(body.grids, plan);
      const grids = body.grids.map(
        (grid, at): KeptGrid => ({
          ...grid,
          figures: counted.grids[at] as KeptGrid['figures'],
          today: today.find(({ gridId }) => gridId === grid.gridId)?.geometry ?? null,
        }),
      );
      const gridPlanId = context.ids.next<GridPlanId>();
      const set = {
        areaId: body.areaId,
        areaPath: path,
        name: body.name,
        reason: body.reason,
        state: 'proposed',
        settings: body.settings,
        figures: counted.plan as unknown as Json,
        findings: body.findings,
        digest,
        proposedBy: personOf(context),
        proposedAt: instantNow(context.clock),
        consultFrom: null,
        consultTo: null,
        notice: null,
        inForceFrom: null,
        decidedBy: null,
        decidedAt: null,
        withdrawnReason: null,
      };
      return done({
        answer: { gridPlanId, version: 1 },
        changes: [{ ...GRID_PLAN, id: gridPlanId, kind: 'grid_plan.proposed', set }],
        also: [keepContent(tenantId, gridPlanId, grids, points)],
      });
    },
  });
}

/** A label is an address; a telephone number that slipped in with it is masked, for it will be public. */
function maskedLabel([lng, lat, weight, from, to, label, pinned]: PlanPointRow): PlanPointRow {
  return [lng, lat, weight, from, to, maskFreeText(label), pinned];
}

export function personOf({ actor }: Context): PersonId | null {
  return actor.kind === 'person' ? actor.personId : null;
}

function areaStatement(tenantId: TenantId, { areaId }: Pick<Body, 'areaId'>): Statement {
  return compile(sql`
    select area_path from areas
    where tenant_id = ${tenantId} and area_id = ${areaId} and to_day is null`);
}

/** Of the areas the grids are to stand in, those that lie in the plan's. */
function areasBelow(tenantId: TenantId, path: string, { grids }: Body): Statement {
  const ids = [...new Set(grids.map(({ areaId }) => areaId))];
  return compile(sql`
    select area_id from areas
    where tenant_id = ${tenantId} and area_id in (${sql.join(ids)}) and to_day is null
      and area_path >= ${path} and area_path < ${`${path}~`}
    for key share`);
}

/** Sum of the areas of the borders, area of them together, and whether all are valid. */
function shapesJudged({ grids }: Body): Statement {
  const shapes = grids.flatMap(({ geometry }) => (geometry === null ? [] : [geometry]));
  return compile(sql`
    select bool_and(st_isvalid(s.shape)) as valid, sum(st_area(s.shape)) as apart,
      case when bool_and(st_isvalid(s.shape)) then st_area(st_union(s.shape)) end as together
    from (select st_setsrid(st_geomfromgeojson(value::text), 4326) as shape
      from jsonb_array_elements(${toJson(shapes)}::jsonb)) s`);
}

/** Share of the ground that may be in two grids, for the rounding of corners. */
const ROUNDING = 1e-6;

function areDisjoint(judged: Rows | undefined): boolean {
  const [row] = rowsAs<{ valid: boolean | null; apart: number; together: number }>(judged);
  return row?.valid === true && row.apart - row.together <= row.apart * ROUNDING;
}

function keepContent(
  tenantId: TenantId,
  gridPlanId: GridPlanId,
  grids: readonly KeptGrid[],
  points: readonly PlanPointRow[],
): Statement {
  return {
    sql: `insert into grid_plan_contents (tenant_id, grid_plan_id, grids, points)
      values ($1, $2, $3, $4)`,
    parameters: [tenantId, gridPlanId, toJson(grids), toJson(points)],
  };
}
