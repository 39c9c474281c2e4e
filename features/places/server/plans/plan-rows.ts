/** Plans, their grids and what was said, as they stand in the database. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, GridId, GridPlanId, PersonId, TenantId } from '#kernel/ids.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { pathCondition } from '#platform/scope/area-condition.ts';
import type { PlanPointRow } from '../../contract.ts';
import type { GridFigures, PlanFigures } from '../../rules/plan/figures.ts';
import type { PlanStanding } from '../../rules/plan/lawful.ts';
import type { GridToday, PlanGrid, PlanPoint, PlanState } from '../../rules/plan/plan.ts';

export interface PlanRow extends PlanStanding {
  readonly gridPlanId: GridPlanId;
  readonly version: number;
  readonly auditHead: string;
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly areaName: string;
  readonly name: string;
  readonly reason: string;
  readonly state: PlanState;
  readonly settings: unknown;
  readonly figures: PlanFigures;
  readonly findings: readonly Readonly<Record<string, string | number>>[];
  readonly proposedAt: string;
  readonly proposedBy: PersonId | null;
  readonly notice: string | null;
  readonly inForceFrom: string | null;
  readonly decidedBy: PersonId | null;
  readonly withdrawnReason: string | null;
  readonly opinions: number;
}

/** A grid as it is kept with the plan: with its figures, so that nobody counts them twice. */
export interface KeptGrid extends PlanGrid {
  readonly figures: GridFigures;
  /** Border of today, null for a new grid. */
  readonly today: MultiPolygon | null;
}

/** Plans with the name of their area and their opinions counted, on a condition over `p`. */
export function selectPlans(tenantId: TenantId, where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.*, a.name as area_name,
      (select count(*)::int from plan_opinions o
        where o.tenant_id = p.tenant_id and o.grid_plan_id = p.grid_plan_id) as opinions,
      (select count(*)::int from plan_opinions o
        where o.tenant_id = p.tenant_id and o.grid_plan_id = p.grid_plan_id
          and o.replied_at is null) as unanswered
    from grid_plans p join areas a on a.tenant_id = ${tenantId} and a.area_id = p.area_id
    where p.tenant_id = ${tenantId} and ${where}`;
}

export function lockPlan(tenantId: TenantId, gridPlanId: GridPlanId): Statement {
  return compile(
    sql`${selectPlans(tenantId, sql`p.grid_plan_id = ${gridPlanId}`)} for update of p`,
  );
}

export function planFrom(found: Rows | undefined): PlanRow | undefined {
  return rowsAs<PlanRow>(found)[0];
}

export function contentOf(tenantId: TenantId, gridPlanId: GridPlanId): Statement {
  return compile(sql`
    select grids from grid_plan_contents
    where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId}`);
}

export function gridsFrom(found: Rows | undefined): readonly KeptGrid[] {
  return rowsAs<{ grids: readonly KeptGrid[] }>(found)[0]?.grids ?? [];
}

/** The path of a plan's area never changes: commands read it before, to know whom they concern. */
export async function pathOfPlan(
  database: Database,
  { tenantId }: Context,
  gridPlanId: GridPlanId,
): Promise<string | undefined> {
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select area_path from grid_plans
      where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId}`),
  );
  return found?.rows[0]?.['area_path'] as string | undefined;
}

export interface LatestGrid extends GridToday {
  readonly name: string;
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly auditHead: string;
  /** First day of the border. */
  readonly from: string;
}

/**
 * Grids of community governance below a path with the last borders that were decided, also
 * those that begin on a day to come: what a plan is drawn from and measured against.
 */
export function latestGrids(tenantId: TenantId, areaPath: string, lock: boolean): Statement {
  return compile(sql`
    select g.grid_id, g.version, g.audit_head, g.name, g.area_id, g.area_path, v.from_day as "from",
      st_asgeojson(v.geometry, 9)::jsonb as geometry
    from grids g join grid_versions v
      on v.tenant_id = ${tenantId} and v.grid_id = g.grid_id and v.to_day is null
    where g.tenant_id = ${tenantId} and g.kind = 'community' and g.to_day is null
      and ${pathCondition('g.area_path', [areaPath])}
    order by g.area_path, g.code nulls last, g.name, g.grid_id ${lock ? sql`for update of g` : sql``}`);
}

export function latestFrom(found: Rows | undefined): readonly LatestGrid[] {
  return rowsAs<LatestGrid & { gridId: GridId }>(found);
}

export function pointOfRow([lng, lat, weight, from, to, label, pinned]: PlanPointRow): PlanPoint {
  return { place: [lng, lat], weight, from, to, label, pinned };
}
