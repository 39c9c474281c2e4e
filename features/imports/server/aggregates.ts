/** Where runs live, for commands and for the verification of the audit. */
import type { AggregateTable } from '#platform/command/change.ts';

export const IMPORT_RUN = {
  type: 'import_run',
  table: 'import_runs',
  idColumn: 'run_id',
  authority: 'none',
  derivedColumns: ['progress', 'counts'],
} as const satisfies AggregateTable;
