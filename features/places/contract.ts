/** What the outside may ask of areas, grids and sites. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { MultiPolygonShape, Shape } from '#kernel/geometry/index.ts';
import type { AreaId, GridId, Id, SiteId } from '#kernel/ids.ts';
import { AREA_KINDS, GRID_KINDS, SITE_KINDS } from './rules/kinds.ts';

const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
const day = z.iso.date();
const lng = z.coerce.number();
const lat = z.coerce.number();

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
    geometry: MultiPolygonShape.nullable(),
    versions: z.array(
      z.object({ from: day, to: day.nullable(), name: z.string(), code: z.string().nullable() }),
    ),
  }),
  refusals: ['place.unknown'],
});

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

const Found = z.object({
  areas: z.array(
    z.object({
      areaId: id<AreaId>(),
      name: z.string(),
      nameEn: z.string(),
      code: z.string().nullable(),
    }),
  ),
  grid: z
    .object({
      gridId: id<GridId>(),
      name: z.string(),
      code: z.string().nullable(),
      kind: z.enum(GRID_KINDS),
    })
    .nullable(),
});

export const publicPlaceAt = endpoint({
  id: 'places.public_at',
  method: 'GET',
  path: '/api/t/:tenant/places/at',
  kind: 'read',
  audience: 'public',
  summary: 'The areas, from the largest to the smallest, and the grid a point lies in on a day',
  params: z.object({ tenant: z.string().max(63) }),
  query: z.object({ lng, lat, day: day.optional() }),
  answer: Found,
  refusals: ['geometry.off_earth', 'geometry.swapped', 'place.no_area'],
});

const SYSTEM = ['system_admin'] as const;
const areaName = z.string().trim().min(1).max(100);

/** A city or a county of the country, before it is anybody's area. */
export const Division = z.object({
  /** Four digits (a city) or six (a county or district). */
  code: z.string(),
  name: z.string(),
  /** Names of what it lies in, from the province down. */
  above: z.array(z.string()),
  towns: z.int(),
  villages: z.int(),
});
export type Division = z.output<typeof Division>;

export const findDivisions = endpoint({
  id: 'places.divisions',
  method: 'GET',
  path: '/api/places/divisions',
  kind: 'read',
  audience: SYSTEM,
  summary: 'Cities and counties of the country by a part of their name or code, at most twenty',
  query: z.object({ words: z.string().trim().min(1).max(60) }),
  answer: z.object({
    /** Day of the edition the divisions are of. */
    edition: day,
    divisions: z.array(Division),
  }),
});

export const copyDivision = endpoint({
  id: 'places.copy_division',
  method: 'POST',
  path: '/api/places/copies',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Asks that a city or county of the country be copied into the areas with all below it; done in the background',
  body: z.object({ code: z.string().trim().min(1).max(12) }),
  answer: z.object({ copyId: z.uuid(), total: z.int() }),
  refusals: ['input.unknown_code', 'place.copy_running', 'access.not_allowed'],
});

export const listCopies = endpoint({
  id: 'places.copies',
  method: 'GET',
  path: '/api/places/copies',
  kind: 'read',
  audience: SYSTEM,
  summary: 'The latest copies of divisions and how far they are',
  answer: z.object({
    copies: z.array(
      z.object({
        copyId: z.uuid(),
        code: z.string(),
        name: z.string(),
        total: z.int(),
        done: z.int(),
        askedAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});

export const addArea = endpoint({
  id: 'places.add_area',
  method: 'POST',
  path: '/api/places/areas',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Begins a local area below another one: an estate, a new community, a part of a street',
  body: z.object({
    parentId: id<AreaId>(),
    name: areaName,
    nameEn: z.string().trim().max(100).optional(),
    /** A code of the place's own; none where absent. */
    code: z.string().trim().max(32).optional(),
  }),
  answer: z.object({ areaId: id<AreaId>(), version: z.int() }),
  refusals: [
    'place.unknown',
    'place.too_many',
    'place.code_taken',
    'code.form',
    'access.not_allowed',
  ],
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
