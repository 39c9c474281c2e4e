/** Areas, grids and sites as layers of a map: GeoJSON and vector tiles. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { MultiPolygonShape, Shape } from '#kernel/geometry/index.ts';
import type { AreaId, SiteId } from '#kernel/ids.ts';
import { GRID_KINDS, SITE_KINDS } from '../rules/kinds.ts';
import { day, id } from './fields.ts';

const collection = <P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({ type: z.literal('Feature'), id: z.string(), properties, geometry }),
    ),
    /** True where there are more than the answer holds. */
    truncated: z.boolean(),
  });

export const areaBorders = endpoint({
  id: 'places.area_borders',
  method: 'GET',
  path: '/api/places/areas/:areaId/areas.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The areas right below one, with their borders, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  answer: collection(
    z.object({ code: z.string().nullable(), name: z.string(), areaPath: z.string() }),
    MultiPolygonShape.nullable(),
  ),
  refusals: ['place.unknown'],
});

export const areaGrids = endpoint({
  id: 'places.grids',
  method: 'GET',
  path: '/api/places/areas/:areaId/grids.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The grids of an area and all below it, with the borders of a day, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ day: day.optional(), kind: z.enum(GRID_KINDS).optional() }),
  answer: collection(
    z.object({
      key: z.string().nullable(),
      code: z.string().nullable(),
      localCode: z.boolean(),
      name: z.string(),
      kind: z.enum(GRID_KINDS),
      areaId: id<AreaId>(),
      from: day,
      to: day.nullable(),
      squareMetres: z.number(),
    }),
    MultiPolygonShape,
  ),
  refusals: ['place.unknown'],
});

export const areaSites = endpoint({
  id: 'places.sites',
  method: 'GET',
  path: '/api/places/areas/:areaId/sites.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The sites of an area and all below it, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ kind: z.enum(SITE_KINDS).optional() }),
  answer: collection(
    z.object({
      siteId: id<SiteId>(),
      key: z.string().nullable(),
      code: z.string().nullable(),
      name: z.string(),
      kind: z.enum(SITE_KINDS),
      areaId: id<AreaId>(),
      attributes: z.record(z.string(), z.unknown()),
    }),
    Shape,
  ),
  refusals: ['place.unknown'],
});

const TILE_LAYERS = ['areas', 'grids', 'sites'] as const;
const zoom = z.coerce.number().int().min(0).max(22);
const index = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 22 - 1);

export const placesTile = endpoint({
  id: 'places.tile',
  method: 'GET',
  path: '/api/places/tiles/:layer/:z/:x/:y',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Areas, grids or sites as a vector tile',
  params: z.object({ layer: z.enum(TILE_LAYERS), z: zoom, x: index, y: index }),
  media: 'application/vnd.mapbox-vector-tile',
  refusals: ['place.layer_unknown', 'input.invalid'],
});
