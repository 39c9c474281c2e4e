/** The filter that list, map, export and tiles share. */
import { z } from 'zod';
import type { AreaId, CategoryId, OrganisationId } from '#kernel/ids.ts';
import { STATES } from '../rules/states.ts';
import { id } from './fields.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => {
    if (value === undefined || value === '') return [];
    return Array.isArray(value) ? value : `${value}`.split(',');
  }, z.array(one).max(50));

/** Filters of the list, the map, the export and the tiles: the same everywhere, and the address of the page. */
export const MatterFilter = z.object({
  /** Words, or a number; Chinese is segmented. */
  q: z.string().trim().max(100).default(''),
  state: several(z.enum(STATES)),
  open: flag.optional(),
  urgency: z.enum(['late', 'soon']).optional(),
  /** With all below it. */
  categoryId: id<CategoryId>().optional(),
  areaId: id<AreaId>().optional(),
  organisationId: id<OrganisationId>().optional(),
  /** Only what one of my posts can move on now. */
  mine: flag.optional(),
  supervised: flag.optional(),
  /** Reported on these legal days, inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type MatterFilter = z.output<typeof MatterFilter>;
