/** The aggregates of this feature, for the audit's replay. Nobody's authority follows from a scheme (ADR 0012). */
import type { AggregateTable } from '#platform/command/change.ts';

export const schemeAggregate = {
  type: 'scheme',
  table: 'schemes',
  idColumn: 'scheme_id',
  authority: 'none',
} as const satisfies AggregateTable;

export const schemeVersionAggregate = {
  type: 'scheme_version',
  table: 'scheme_versions',
  idColumn: 'version_id',
  authority: 'none',
} as const satisfies AggregateTable;

export const SCHEME_AGGREGATES: readonly AggregateTable[] = [
  schemeAggregate,
  schemeVersionAggregate,
];
