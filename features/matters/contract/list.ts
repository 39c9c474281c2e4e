/** The list in pages, groups and numbers, and taken along as a file. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { COLUMNS, GROUPINGS, SORTS } from '../rules/list-shape.ts';
import { cursor, STAFF } from './fields.ts';
import { MatterFilter, several } from './filter.ts';
import { MatterSummary } from './matter.ts';

export const listMatters = endpoint({
  id: 'matters.list',
  method: 'GET',
  path: '/api/matters',
  kind: 'read',
  audience: STAFF,
  summary: 'Matters within the reader’s scope, filtered, in the order in which they will be late',
  query: MatterFilter.extend({
    sort: z.enum(SORTS).default('due'),
    /** Only the rows of one group of `matters.groups`. */
    group: z.enum(GROUPINGS).optional(),
    /** Of that group; absent or empty for what has none. */
    key: z.string().max(60).optional(),
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(MatterSummary),
    next: z.string().nullable(),
  }),
});

export const groupMatters = endpoint({
  id: 'matters.groups',
  method: 'GET',
  path: '/api/matters/groups',
  kind: 'read',
  audience: STAFF,
  summary: 'What fits the filter by what it has in common, with counts; at most 200 groups',
  query: MatterFilter.extend({ by: z.enum(GROUPINGS) }),
  answer: z.object({
    groups: z.array(
      z.object({
        /** An id, a state, the path of an area; empty for what has none. */
        key: z.string(),
        /** Empty where the key is a word of the loop. */
        name: z.string(),
        count: z.int(),
        late: z.int(),
      }),
    ),
    truncated: z.boolean(),
  }),
});

export const countMatters = endpoint({
  id: 'matters.count',
  method: 'GET',
  path: '/api/matters/count',
  kind: 'read',
  audience: STAFF,
  summary: 'How many matters fit the filter',
  query: MatterFilter,
  answer: z.object({ count: z.int() }),
});

export const exportMatters = endpoint({
  id: 'matters.export',
  method: 'GET',
  path: '/api/matters/export',
  kind: 'read',
  audience: STAFF,
  summary: 'Exactly what the list shows, its columns, order and groups, as CSV (UTF-8 with BOM)',
  query: MatterFilter.extend({
    sort: z.enum(SORTS).default('due'),
    group: z.enum(GROUPINGS).optional(),
    columns: several(z.enum(COLUMNS)),
  }),
  media: 'text/csv; charset=utf-8',
});
