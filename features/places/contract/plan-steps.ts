/** The steps of a plan: before the residents, answered, in force, withdrawn. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { GridPlanId, OpinionId } from '#kernel/ids.ts';
import { day, id, Stepped, seenVersion, text } from './fields.ts';
import { DECIDERS, PLANNERS } from './plan.ts';

const planParams = z.object({ gridPlanId: id<GridPlanId>() });

export const consultPlan = endpoint({
  id: 'places.consult_plan',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/consult',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Puts a plan before the residents from today to a last day, and tells the grid workers',
  params: planParams,
  body: z.object({ version: seenVersion, until: day, notice: text(2000) }),
  answer: Stepped,
  refusals: ['plan.unknown', 'plan.state', 'plan.period', 'command.stale', 'access.not_allowed'],
});

export const replyToOpinion = endpoint({
  id: 'places.reply_to_opinion',
  method: 'POST',
  path: '/api/places/opinions/:opinionId/reply',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Answers what a resident said of a plan; an answer may be put right until it is decided',
  params: z.object({ opinionId: id<OpinionId>() }),
  body: z.object({ version: seenVersion, text: text(2000) }),
  answer: Stepped,
  refusals: ['plan.opinion_unknown', 'plan.state', 'command.stale', 'access.not_allowed'],
});

export const bringPlanIntoForce = endpoint({
  id: 'places.bring_plan_into_force',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/in-force',
  kind: 'command',
  audience: DECIDERS,
  summary: 'Decides that the grids of a plan hold from a day; not by who proposed it',
  params: planParams,
  body: z.object({ version: seenVersion, from: day }),
  answer: Stepped,
  refusals: [
    'plan.unknown',
    'plan.state',
    'plan.own',
    'plan.consulting',
    'plan.unanswered',
    'plan.overtaken',
    'plan.begins',
    'command.stale',
    'access.not_allowed',
  ],
});

export const withdrawPlan = endpoint({
  id: 'places.withdraw_plan',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/withdraw',
  kind: 'command',
  audience: [...PLANNERS, ...DECIDERS],
  summary: 'Takes a plan back, with the reason that residents read',
  params: planParams,
  body: z.object({ version: seenVersion, reason: text(2000) }),
  answer: Stepped,
  refusals: ['plan.unknown', 'plan.state', 'command.stale', 'access.not_allowed'],
});
