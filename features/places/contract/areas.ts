/** Areas: the tree and one of them. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { MultiPolygonShape } from '#kernel/geometry/index.ts';
import type { AreaId } from '#kernel/ids.ts';
import { AREA_KINDS } from '../rules/kinds.ts';
import { day, id } from './fields.ts';

export const AreaSummary = z.object({
  areaId: id<AreaId>(),
  parentAreaId: id<AreaId>().nullable(),
  areaPath: z.string(),
  kind: z.enum(AREA_KINDS),
  level: z.enum(['province', 'city', 'county', 'town', 'village']).nullable(),
  code: z.string().nullable(),
  /** True where the code is not one of the state's. */
  localCode: z.boolean(),
  name: z.string(),
  /** Empty where nobody has given one. */
  nameEn: z.string(),
  hasChildren: z.boolean(),
  hasBorder: z.boolean(),
});
export type AreaSummary = z.output<typeof AreaSummary>;

export const listAreas = endpoint({
  id: 'places.areas',
  method: 'GET',
  path: '/api/places/areas',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'The areas right below one, or the roots of what the caller reaches; or all with the words in name or code',
  query: z.object({
    parentId: id<AreaId>().optional(),
    words: z.string().trim().min(1).max(60).optional(),
    /** Areas after this path, for the next page. */
    after: z.string().max(60).optional(),
  }),
  answer: z.object({ areas: z.array(AreaSummary), next: z.string().nullable() }),
});

export const getArea = endpoint({
  id: 'places.area',
  method: 'GET',
  path: '/api/places/areas/:areaId',
  kind: 'read',
  audience: 'signed_in',
  summary: 'One area with the areas above it, its border and its earlier names and borders',
  params: z.object({ areaId: id<AreaId>() }),
  answer: AreaSummary.extend({
    above: z.array(z.object({ areaId: id<AreaId>(), name: z.string() })),
    version: z.int(),
    /** First day on which it is no longer; null while it is. */
    endedOn: day.nullable(),
    geometry: MultiPolygonShape.nullable(),
    versions: z.array(
      z.object({
        from: day,
        to: day.nullable(),
        name: z.string(),
        /** Null in versions from before it was kept. */
        nameEn: z.string().nullable(),
        code: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});
