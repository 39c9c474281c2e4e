/** Plans as residents read them, and what they say of them. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { GridPlanId } from '#kernel/ids.ts';
import { day, id, tenantParams, text } from './fields.ts';
import { PlanShape } from './plan.ts';

const publicParams = tenantParams.extend({ gridPlanId: id<GridPlanId>() });

/** Households on a public page: null where they are few (below ten). */
const notFew = z.int().nullable();

const PublicPlanSummary = z.object({
  gridPlanId: id<GridPlanId>(),
  name: z.string(),
  areaName: z.string(),
  state: z.enum(['consulted', 'in_force', 'withdrawn']),
  /** True on days on which residents are heard. */
  heard: z.boolean(),
  from: day,
  until: day,
  inForceFrom: day.nullable(),
});

export const publicPlans = endpoint({
  id: 'places.public_plans',
  method: 'GET',
  path: '/api/t/:tenant/grid-plans',
  kind: 'read',
  audience: 'public',
  summary: 'Plans for grids that residents are heard about, or were',
  params: tenantParams,
  answer: z.object({ plans: z.array(PublicPlanSummary) }),
});

export const publicPlan = endpoint({
  id: 'places.public_plan',
  method: 'GET',
  path: '/api/t/:tenant/grid-plans/:gridPlanId',
  kind: 'read',
  audience: 'public',
  summary: 'One of them: the grids before and after, what moves, what was said and answered',
  params: publicParams,
  answer: PublicPlanSummary.extend({
    reason: z.string(),
    notice: z.string(),
    withdrawnReason: z.string().nullable(),
    grids: z.array(
      z.object({
        name: z.string(),
        before: notFew,
        after: notFew,
        today: PlanShape.nullable(),
        geometry: PlanShape.nullable(),
      }),
    ),
    /** Places whose grid changes, with the grid of today and of the plan. */
    moves: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string() })),
    movesLeft: z.int(),
    said: z.array(
      z.object({
        number: z.string(),
        body: z.string(),
        saidOn: day,
        reply: z.string(),
        repliedOn: day,
      }),
    ),
    opinions: z.int(),
  }),
  refusals: ['plan.unknown'],
});

export const giveOpinion = endpoint({
  id: 'places.give_opinion',
  method: 'POST',
  path: '/api/t/:tenant/grid-plans/:gridPlanId/opinions',
  kind: 'command',
  audience: 'public',
  summary: 'What a resident says of a plan; the receipt opens the reply',
  params: publicParams,
  body: z.object({ text: text(2000), open: z.boolean() }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['plan.unknown', 'plan.not_heard'],
});

export const followOpinion = endpoint({
  id: 'places.follow_opinion',
  method: 'POST',
  path: '/api/t/:tenant/grid-plan-opinions/follow',
  kind: 'read',
  audience: 'public',
  summary: 'An opinion and its reply, by number and key',
  params: tenantParams,
  body: z.object({ number: z.string().max(30), key: z.string().max(60) }),
  answer: z.object({
    gridPlanId: id<GridPlanId>(),
    planName: z.string(),
    number: z.string(),
    body: z.string(),
    saidOn: day,
    reply: z.string().nullable(),
    repliedOn: day.nullable(),
  }),
  refusals: ['plan.opinion_unknown'],
});
