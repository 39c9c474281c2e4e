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
  authority: 'none',
} as const satisfies AggregateTable;
export const SITE = {
  type: 'site',
  table: 'sites',
  idColumn: 'site_id',
} as const satisfies AggregateTable;

export const PREMISE = {
  type: 'premise',
  table: 'premises',
  idColumn: 'premise_id',
  authority: 'none',
} as const satisfies AggregateTable;
export const GRID_PLAN = {
  type: 'grid_plan',
  table: 'grid_plans',
  idColumn: 'grid_plan_id',
  authority: 'none',
} as const satisfies AggregateTable;
/** Table, type and columns whose events hold commitments only: words of residents. */
export const OPINION_TABLE = {
  type: 'plan_opinion',
  table: 'plan_opinions',
  idColumn: 'opinion_id',
  authority: 'none',
  protectedColumns: ['body', 'reply'],
  plainColumns: ['body', 'reply'],
  derivedColumns: ['follow_hash'],
} as const satisfies AggregateTable;
export const GRID_NOTICE = {
  type: 'grid_notice',
  table: 'grid_notices',
  idColumn: 'notice_id',
  authority: 'none',
} as const satisfies AggregateTable;

export const AGGREGATES: readonly AggregateTable[] = [
  AREA,
  GRID,
  SITE,
  PREMISE,
  GRID_PLAN,
  OPINION_TABLE,
  GRID_NOTICE,
];
