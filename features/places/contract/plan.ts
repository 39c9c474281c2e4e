/** What a plan for grids is made of, and who draws, decides and reads it. */
import { z } from 'zod';
import type { AreaId, GridId } from '#kernel/ids.ts';
import { id } from './fields.ts';

/** Who draws plans for grids and answers residents; who brings them into force. */
export const PLANNERS = ['dispatcher', 'system_admin'] as const;
export const DECIDERS = ['leader'] as const;

/** Who reads plans: both, and those whose grids they are about. */
export const READERS = [...PLANNERS, ...DECIDERS, 'supervisor', 'grid_worker'] as const;

const households = z.number().min(0).max(1_000_000);

/** Two numbers a position: a plan has no heights. */
export const PlanShape = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});

/** What the planning was asked; or drawn by hand, in so many steps. */
export const PlanSettings = z.union([
  z.object({
    size: z.union([
      z.object({ target: z.number().positive() }),
      z.object({ grids: z.int().positive() }),
    ]),
    tolerance: z.number().min(0).lt(1),
    stay: z.number().min(0).max(100_000),
    seed: z.int(),
  }),
  z.object({ byHand: z.literal(true), steps: z.int().min(1) }),
]);

/** Longitude, latitude, households, grid of today (-1: none), grid of the plan, label, pinned. */
export const PlanPointRow = z.tuple([
  z.number(),
  z.number(),
  households,
  z.int().min(-1),
  z.int().min(0),
  z.string().max(80),
  z.boolean(),
]);
export type PlanPointRow = z.output<typeof PlanPointRow>;

export const FindingRow = z.record(z.string().max(40), z.union([z.string().max(40), z.number()]));

export const PlanGridRow = z.object({
  gridId: id<GridId>().nullable(),
  version: z.int().nullable(),
  name: z.string().trim().max(100),
  areaId: id<AreaId>(),
  geometry: PlanShape.nullable(),
});
