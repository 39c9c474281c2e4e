/** What a place decides of its categories: limits, and whose duty each is. */
import { z } from 'zod';
import { TIME_UNITS } from '#kernel/calendar/time-limit.ts';
import { endpoint } from '#kernel/endpoint.ts';
import type { CategoryId, OrganisationId } from '#kernel/ids.ts';
import { STAGES } from '../rules/stages.ts';
import { id } from './fields.ts';

const Limit = z.object({
  stage: z.enum(STAGES),
  /** Code of a circumstance; empty where the limit always holds. */
  condition: z.string(),
  amount: z.int(),
  unit: z.enum(TIME_UNITS),
  rule: z.string(),
});

export const listLimits = endpoint({
  id: 'matters.limits',
  method: 'GET',
  path: '/api/matters/limits',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Time limits of all categories, whose duty each is, and how long a rung of the ladder lasts',
  answer: z.object({
    categories: z.array(
      z.object({
        categoryId: id<CategoryId>(),
        version: z.int(),
        limits: z.array(Limit),
        duties: z.array(
          z.object({
            organisationId: id<OrganisationId>(),
            organisationName: z.string(),
            areaName: z.string(),
            areaPath: z.string(),
            basis: z.enum(['owner', 'territory']),
          }),
        ),
      }),
    ),
    rungs: z.array(z.object({ rung: z.int(), amount: z.int(), unit: z.enum(TIME_UNITS) })),
  }),
});

const CATALOGUE_REFUSALS = [
  'matter.category_unknown',
  'command.stale',
  'access.not_allowed',
] as const;

export const setLimit = endpoint({
  id: 'matters.set_limit',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/limits',
  kind: 'command',
  audience: ['system_admin'],
  summary:
    'Gives a category another time limit, with the rule it comes from; matters under way keep theirs',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({
    version: z.int().min(1),
    stage: z.enum(STAGES),
    condition: z.string().max(40).default(''),
    amount: z.int().min(1).max(1000),
    unit: z.enum(TIME_UNITS),
    rule: z.string().trim().min(1).max(200),
  }),
  answer: z.object({ version: z.int() }),
  refusals: CATALOGUE_REFUSALS,
});

export const setCommunityDuty = endpoint({
  id: 'matters.set_community_duty',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/community-duty',
  kind: 'command',
  audience: ['system_admin'],
  summary: 'Puts a category on the list of duties of communities, or takes it off',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({ version: z.int().min(1), mayHandle: z.boolean() }),
  answer: z.object({ version: z.int() }),
  refusals: CATALOGUE_REFUSALS,
});

export const changeDuty = endpoint({
  id: 'matters.change_duty',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/duties',
  kind: 'command',
  audience: ['system_admin'],
  summary:
    'Says that a category is a unit’s duty in its area, or no longer; dispatch suggests by it',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({
    version: z.int().min(1),
    organisationId: id<OrganisationId>(),
    basis: z.enum(['owner', 'territory']),
    /** True to begin, false to end. */
    holds: z.boolean(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: [...CATALOGUE_REFUSALS, 'matter.organisation_unknown'],
});
