/** Divisions of the country, and copying one into the areas. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, SYSTEM } from './fields.ts';

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
