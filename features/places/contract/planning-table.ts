/** The planning table: what it begins with, and the plan it ends in. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, GridId, GridPlanId, PostId } from '#kernel/ids.ts';
import { id, text } from './fields.ts';
import {
  FindingRow,
  PLANNERS,
  PlanGridRow,
  PlanPointRow,
  PlanSettings,
  PlanShape,
} from './plan.ts';

/** Most spots with households of one plan; rows at one spot count once. */
export const MOST_PLAN_POINTS = 60_000;
const PLAN_BYTES = 12 * 1024 * 1024;

const Worker = z.object({
  postId: id<PostId>(),
  title: z.string(),
  organisationName: z.string(),
  areaPath: z.string(),
  holders: z.array(z.string()),
});
export type GridWorker = z.output<typeof Worker>;

export const planningGround = endpoint({
  id: 'places.planning_ground',
  method: 'GET',
  path: '/api/places/areas/:areaId/planning',
  kind: 'read',
  audience: PLANNERS,
  summary: 'What the planning table begins with: borders, grids of today, households, grid workers',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    areaId: id<AreaId>(),
    name: z.string(),
    border: PlanShape.nullable(),
    parts: z.array(z.object({ areaId: id<AreaId>(), name: z.string(), geometry: PlanShape })),
    grids: z.array(
      z.object({
        gridId: id<GridId>(),
        version: z.int(),
        name: z.string(),
        areaId: id<AreaId>(),
        areaPath: z.string(),
        geometry: PlanShape,
      }),
    ),
    /** Longitude, latitude, households, name. */
    points: z.array(z.tuple([z.number(), z.number(), z.number(), z.string()])),
    /** Sites where people live of which no number of households is known. */
    unknown: z.int(),
    truncated: z.boolean(),
    workers: z.array(Worker),
  }),
  refusals: ['place.unknown'],
});

export const proposePlan = endpoint({
  id: 'places.propose_plan',
  method: 'POST',
  path: '/api/places/plans',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Proposes other grids for an area; its figures are counted here from the households',
  bodyBytes: PLAN_BYTES,
  body: z.object({
    areaId: id<AreaId>(),
    name: text(60),
    reason: text(2000),
    settings: PlanSettings,
    grids: z.array(PlanGridRow).min(1).max(2000),
    /** None where nobody's home is known and the grids were drawn by hand. */
    points: z.array(PlanPointRow).max(MOST_PLAN_POINTS),
    findings: z.array(FindingRow).max(200),
  }),
  answer: z.object({ gridPlanId: id<GridPlanId>(), version: z.int() }),
  refusals: [
    'place.unknown',
    'plan.grids',
    'plan.overtaken',
    'plan.point_elsewhere',
    'plan.geometry',
    'plan.area',
    'access.not_allowed',
  ],
});
