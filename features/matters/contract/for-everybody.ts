/** What everybody may see: the public map, the public figures, the choices of the report form. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, CategoryId } from '#kernel/ids.ts';
import { Category } from './categories.ts';
import { id, instant, tenantParams } from './fields.ts';
import { BoundingBox } from './map.ts';

export const publicMap = endpoint({
  id: 'matters.public_map',
  method: 'GET',
  path: '/api/t/:tenant/map',
  kind: 'read',
  audience: 'public',
  summary: 'Matters on the public map: none about a person or a home, category and state only',
  params: tenantParams,
  query: z.object({
    bbox: BoundingBox,
    state: z.enum(['open', 'closed']).optional(),
    categoryId: id<CategoryId>().optional(),
  }),
  answer: z.object({
    /** There are more that fit; the points are the latest reported. */
    truncated: z.boolean(),
    /** Of all that fit; counted up to 20,000. */
    count: z.int(),
    /** Of these, how many are in hand; null where there are more than were counted. */
    open: z.int().nullable(),
    /** Categories to choose from, whatever was chosen. */
    kinds: z.array(z.object({ categoryId: id<CategoryId>(), name: z.string() })),
    points: z.array(
      z.object({
        lng: z.number(),
        lat: z.number(),
        category: z.string(),
        state: z.enum(['open', 'closed']),
        reportedOn: z.iso.date(),
      }),
    ),
  }),
});

export const publicFigures = endpoint({
  id: 'matters.public_figures',
  method: 'GET',
  path: '/api/t/:tenant/figures',
  kind: 'read',
  audience: 'public',
  summary: 'Figures of the last full months; small numbers are withheld',
  params: tenantParams,
  answer: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    asOf: instant,
    /** Null where the number is below ten, or would show one that is. */
    figures: z.record(
      z.string(),
      z.object({ numerator: z.int().nullable(), denominator: z.int().nullable() }),
    ),
  }),
});

export const publicCategories = endpoint({
  id: 'matters.public_categories',
  method: 'GET',
  path: '/api/t/:tenant/categories',
  kind: 'read',
  audience: 'public',
  summary: 'Categories and areas of this place, for the report form',
  params: tenantParams,
  answer: z.object({
    tenantName: z.string(),
    tenantNameEn: z.string(),
    demonstration: z.boolean(),
    categories: z.array(
      Category.pick({ categoryId: true, parentId: true, name: true, nameEn: true }),
    ),
    areas: z.array(
      z.object({ areaId: id<AreaId>(), name: z.string(), parentId: id<AreaId>().nullable() }),
    ),
    /** west, south, east, north of the place; null where it has no geometry. */
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  }),
});
