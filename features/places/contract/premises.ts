/** Buildings, entrances and rooms on estates and courtyards. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, PremiseId, SiteId } from '#kernel/ids.ts';
import { ESTATE_KINDS, PREMISE_KINDS } from '../rules/premises/kinds.ts';
import { MOST_AT_ONCE } from '../rules/premises/names.ts';
import { id, Stepped, seenVersion } from './fields.ts';

/** Who keeps the list of buildings, entrances and rooms. */
export const KEEPERS = ['grid_worker', 'dispatcher', 'system_admin'] as const;

const premiseName = z.string().trim().min(1).max(60);
const floor = z.int().min(-5).max(120).nullable();

const Estate = z.object({
  siteId: id<SiteId>(),
  name: z.string(),
  kind: z.enum(ESTATE_KINDS),
  areaId: id<AreaId>(),
  areaName: z.string(),
  /** As written down for the site; null where nobody did. */
  households: z.number().nullable(),
  propertyCompany: z.string().nullable(),
  /** What stands directly on it. */
  below: z.int(),
  buildings: z.int(),
  rooms: z.int(),
});
export type Estate = z.output<typeof Estate>;

export const listEstates = endpoint({
  id: 'places.estates',
  method: 'GET',
  path: '/api/places/areas/:areaId/estates',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Estates and courtyards of an area and all below it, with how much stands on each',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({
    /** Estates after this one, for the next page. */
    after: id<SiteId>().optional(),
  }),
  answer: z.object({
    estates: z.array(Estate),
    next: id<SiteId>().nullable(),
    /** Whether the reader may begin, rename and end what stands on them. */
    keeps: z.boolean(),
  }),
  refusals: ['place.unknown'],
});

const Premise = z.object({
  premiseId: id<PremiseId>(),
  version: z.int(),
  kind: z.enum(PREMISE_KINDS),
  name: z.string(),
  floor: z.int().nullable(),
  /** What stands directly in it, and rooms at any depth. */
  below: z.int(),
  rooms: z.int(),
});
export type Premise = z.output<typeof Premise>;

export const listPremises = endpoint({
  id: 'places.premises',
  method: 'GET',
  path: '/api/places/sites/:siteId/premises',
  kind: 'read',
  audience: 'signed_in',
  summary: 'What stands directly on an estate, or in a building or entrance of it; nobody is named',
  params: z.object({ siteId: id<SiteId>() }),
  query: z.object({
    aboveId: id<PremiseId>().optional(),
    after: id<PremiseId>().optional(),
  }),
  answer: z.object({ premises: z.array(Premise), next: id<PremiseId>().nullable() }),
  refusals: ['premise.unknown'],
});

export const getBuilding = endpoint({
  id: 'places.building',
  method: 'GET',
  path: '/api/places/buildings/:premiseId',
  kind: 'read',
  audience: 'signed_in',
  summary: 'A building with its entrances and all its rooms, as a wall chart shows it',
  params: z.object({ premiseId: id<PremiseId>() }),
  answer: z.object({
    premiseId: id<PremiseId>(),
    name: z.string(),
    siteId: id<SiteId>(),
    siteName: z.string(),
    entrances: z.array(z.object({ premiseId: id<PremiseId>(), name: z.string() })),
    rooms: z.array(
      z.object({
        premiseId: id<PremiseId>(),
        version: z.int(),
        aboveId: id<PremiseId>(),
        name: z.string(),
        floor: z.int().nullable(),
      }),
    ),
    truncated: z.boolean(),
  }),
  refusals: ['premise.unknown'],
});

export const findPremises = endpoint({
  id: 'places.find_premises',
  method: 'GET',
  path: '/api/places/areas/:areaId/premises',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Buildings, entrances and rooms of an area by the words of their address, at most thirty',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ words: z.string().trim().min(1).max(60) }),
  answer: z.object({
    found: z.array(
      z.object({
        premiseId: id<PremiseId>(),
        siteId: id<SiteId>(),
        siteName: z.string(),
        areaName: z.string(),
        /** From the building down, itself last. */
        path: z.array(z.object({ premiseId: id<PremiseId>(), name: z.string() })),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});

export const addPremises = endpoint({
  id: 'places.add_premises',
  method: 'POST',
  path: '/api/places/premises',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Begins buildings, entrances or rooms on an estate or in what stands there',
  body: z.object({
    siteId: id<SiteId>(),
    /** What they stand in; null for the estate itself. */
    aboveId: id<PremiseId>().nullable(),
    kind: z.enum(PREMISE_KINDS),
    /** The floor counts for rooms only. */
    items: z
      .array(z.object({ name: premiseName, floor }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  answer: z.object({ premiseIds: z.array(id<PremiseId>()) }),
  refusals: ['premise.unknown', 'premise.kind', 'premise.name_taken', 'access.not_allowed'],
});

const premiseParams = z.object({ premiseId: id<PremiseId>() });

export const renamePremise = endpoint({
  id: 'places.rename_premise',
  method: 'POST',
  path: '/api/places/premises/:premiseId/rename',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Gives a building, entrance or room another name, a room also another floor',
  params: premiseParams,
  body: z.object({ version: seenVersion, name: premiseName, floor }),
  answer: Stepped,
  refusals: ['premise.unknown', 'premise.name_taken', 'command.stale', 'access.not_allowed'],
});

export const endPremise = endpoint({
  id: 'places.end_premise',
  method: 'POST',
  path: '/api/places/premises/:premiseId/end',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Ends a building, entrance or room from today on, with all that stands in it',
  params: premiseParams,
  body: z.object({ version: seenVersion }),
  answer: z.object({ ended: z.int() }),
  refusals: ['premise.unknown', 'premise.too_many', 'command.stale', 'access.not_allowed'],
});
