/** Where the aggregates of this feature live, for commands and for the verification of the audit. */
import type { AggregateTable } from '#platform/command/change.ts';

export const AREA = {
  type: 'area',
  table: 'areas',
  idColumn: 'area_id',
} as const satisfies AggregateTable;
export const GRID = {
  type: 'grid',
  table: 'grids',
  idColumn: 'grid_id',
} as const satisfies AggregateTable;
export const SITE = {
  type: 'site',
  table: 'sites',
  idColumn: 'site_id',
} as const satisfies AggregateTable;

export const AGGREGATES: readonly AggregateTable[] = [AREA, GRID, SITE];
