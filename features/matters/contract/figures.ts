/** Figures of a period and the backlog of today. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, CategoryId, OrganisationId } from '#kernel/ids.ts';
import { id, instant, STAFF } from './fields.ts';

const Rate = z.object({ numerator: z.int(), denominator: z.int() });
const RateBoth = z.object({ raw: Rate, adjusted: Rate });

export const FigureSet = z.object({
  reported: z.int(),
  filed: z.int(),
  closed: z.int(),
  /** Taken up within the limit, of those dispatched with a limit and taken up or late. */
  response: RateBoth,
  /** Solved by the reporter’s word, of valid call-backs and evaluations. */
  solved: RateBoth,
  /** Satisfied (4 or 5), of valid call-backs and evaluations. */
  satisfied: RateBoth,
  /** Handled within the limit, of closed matters that had one. */
  onTime: RateBoth,
});
export type FigureSet = z.output<typeof FigureSet>;

export const getFigures = endpoint({
  id: 'matters.figures',
  method: 'GET',
  path: '/api/matters/figures',
  kind: 'read',
  audience: STAFF,
  summary: 'Figures of a period with numerators and denominators, and today’s backlog by age',
  query: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(['total', 'area', 'category', 'organisation', 'month']).default('total'),
    areaId: id<AreaId>().optional(),
    categoryId: id<CategoryId>().optional(),
    organisationId: id<OrganisationId>().optional(),
  }),
  answer: z.object({
    groups: z.array(z.object({ key: z.string(), name: z.string(), figures: FigureSet })),
    backlog: z.object({
      open: z.int(),
      late: z.int(),
      shelved: z.int(),
      /** Days since reported. */
      byAge: z.array(z.object({ upToDays: z.int().nullable(), open: z.int() })),
    }),
    /** Instant the figures are of. */
    asOf: instant,
  }),
});
