/** Where somebody lives: by a point or by the name people use, for everybody. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, GridId, SiteId } from '#kernel/ids.ts';
import { GRID_KINDS } from '../rules/kinds.ts';
import { day, id } from './fields.ts';

const lng = z.coerce.number();
const lat = z.coerce.number();

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

/** What a resident may know of where they live: part of the name of an estate, a courtyard, a place. */
export const publicSites = endpoint({
  id: 'places.public_sites',
  method: 'GET',
  path: '/api/t/:tenant/places/sites',
  kind: 'read',
  audience: 'public',
  summary:
    'Communities, villages, estates, courtyards and other places by part of their name, with the area they lie in; at most 6 and 12',
  params: z.object({ tenant: z.string().max(63) }),
  query: z.object({ q: z.string().trim().min(2).max(60) }),
  answer: z.object({
    areas: z.array(z.object({ areaId: id<AreaId>(), name: z.string(), within: z.string() })),
    sites: z.array(z.object({ siteId: id<SiteId>(), name: z.string(), area: z.string() })),
    /** There are further ones. */
    more: z.boolean(),
    /** Nothing is called so; these are, but for the word of their kind (小区, 社区). */
    nearly: z.boolean(),
  }),
});
