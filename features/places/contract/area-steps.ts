/** What is done with areas: local ones begun, any of them renamed and ended. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { IN_THE_WAY } from '../rules/area-end.ts';
import { day, id, Stepped, SYSTEM, seenVersion } from './fields.ts';

const areaName = z.string().trim().min(1).max(100);

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

export const renameArea = endpoint({
  id: 'places.rename_area',
  method: 'POST',
  path: '/api/places/areas/:areaId/rename',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Gives an area another name from a day on; the former stays in its history. No copy of the divisions and no list changes that name again',
  params: z.object({ areaId: id<AreaId>() }),
  body: z.object({
    version: seenVersion,
    name: areaName,
    /** Stays where absent; empty where it shall have none. */
    nameEn: z.string().trim().max(100).optional(),
    /** Today where absent; the first day of the present version corrects it. */
    from: day.optional(),
  }),
  answer: Stepped,
  refusals: ['place.unknown', 'place.ended', 'place.period', 'command.stale', 'access.not_allowed'],
});

export const inTheWayOfArea = endpoint({
  id: 'places.in_the_way',
  method: 'GET',
  path: '/api/places/areas/:areaId/in-the-way',
  kind: 'read',
  audience: SYSTEM,
  summary: 'What stands in the way of ending an area, and how many; nothing where it may be ended',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    inTheWay: z.array(z.object({ by: z.enum(IN_THE_WAY), count: z.int() })),
  }),
  refusals: ['place.unknown'],
});

export const endArea = endpoint({
  id: 'places.end_area',
  method: 'POST',
  path: '/api/places/areas/:areaId/end',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Ends an area in which nothing stands and over which nothing is done any more; refused with what stands in the way and how many',
  params: z.object({ areaId: id<AreaId>() }),
  body: z.object({
    version: seenVersion,
    /** First day on which it is no longer: today where absent, or a day that is past. */
    on: day.optional(),
  }),
  answer: Stepped.extend({ endedOn: day }),
  refusals: [
    'place.unknown',
    'place.ended',
    'place.top',
    'place.ending_day',
    'place.still_in_use',
    'command.stale',
    'access.not_allowed',
  ],
});
