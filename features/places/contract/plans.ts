/** Plans as staff read them. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, GridPlanId, OpinionId } from '#kernel/ids.ts';
import { PLAN_ACTIONS } from '../rules/plan/lawful.ts';
import { PLAN_STATES } from '../rules/plan/plan.ts';
import { day, id } from './fields.ts';
import {
  DECIDERS,
  FindingRow,
  PLANNERS,
  PlanGridRow,
  PlanPointRow,
  PlanSettings,
  PlanShape,
  READERS,
} from './plan.ts';

const PlanFigures = z.object({
  households: z.number(),
  moved: z.number(),
  had: z.number(),
  fewestBefore: z.number().nullable(),
  mostBefore: z.number().nullable(),
  fewestAfter: z.number(),
  mostAfter: z.number(),
  distanceBefore: z.number().nullable(),
  distanceAfter: z.number().nullable(),
  gridsBefore: z.int(),
  gridsAfter: z.int(),
});

const GridFigures = z.object({
  before: z.number(),
  after: z.number(),
  movedIn: z.number(),
  movedOut: z.number(),
  distance: z.number().nullable(),
  pieces: z.int(),
});

const PlanSummary = z.object({
  gridPlanId: id<GridPlanId>(),
  version: z.int(),
  name: z.string(),
  areaId: id<AreaId>(),
  areaName: z.string(),
  state: z.enum(PLAN_STATES),
  proposedAt: z.iso.datetime(),
  /** The last day residents are heard on; null before. */
  consultFrom: day.nullable(),
  consultUntil: day.nullable(),
  inForceFrom: day.nullable(),
  opinions: z.int(),
  unanswered: z.int(),
  figures: PlanFigures,
});
export type PlanSummary = z.output<typeof PlanSummary>;

export const listPlans = endpoint({
  id: 'places.plans',
  method: 'GET',
  path: '/api/places/plans',
  kind: 'read',
  audience: READERS,
  summary: 'Plans for grids of the own areas, the latest first',
  query: z.object({ after: z.string().max(80).optional() }),
  answer: z.object({ plans: z.array(PlanSummary), next: z.string().nullable() }),
});

const Opinion = z.object({
  opinionId: id<OpinionId>(),
  version: z.int(),
  number: z.string(),
  body: z.string(),
  open: z.boolean(),
  saidAt: z.iso.datetime(),
  reply: z.string().nullable(),
  repliedAt: z.iso.datetime().nullable(),
});
export type Opinion = z.output<typeof Opinion>;

export const getPlan = endpoint({
  id: 'places.plan',
  method: 'GET',
  path: '/api/places/plans/:gridPlanId',
  kind: 'read',
  audience: READERS,
  summary: 'A plan with its grids, what residents said, who was told, and what the reader may do',
  params: z.object({ gridPlanId: id<GridPlanId>() }),
  answer: PlanSummary.extend({
    reason: z.string(),
    settings: PlanSettings,
    findings: z.array(FindingRow),
    proposedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
    notice: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
    grids: z.array(PlanGridRow.extend({ figures: GridFigures, today: PlanShape.nullable() })),
    said: z.array(Opinion),
    told: z.array(
      z.object({
        title: z.string(),
        organisationName: z.string(),
        stage: z.enum(['consulted', 'in_force']),
        toldAt: z.iso.datetime(),
        seenAt: z.iso.datetime().nullable(),
      }),
    ),
    actions: z.array(z.enum(PLAN_ACTIONS)),
    /** Why it cannot come into force yet, for who may decide; a code of the catalogue. */
    waits: z.enum(['plan.own', 'plan.consulting', 'plan.unanswered']).nullable(),
  }),
  refusals: ['plan.unknown'],
});

export const planPoints = endpoint({
  id: 'places.plan_points',
  method: 'GET',
  path: '/api/places/plans/:gridPlanId/points',
  kind: 'read',
  audience: [...PLANNERS, ...DECIDERS],
  summary: 'The households a plan was drawn for, each with its grid of today and of the plan',
  params: z.object({ gridPlanId: id<GridPlanId>() }),
  answer: z.object({ points: z.array(PlanPointRow) }),
  refusals: ['plan.unknown'],
});
