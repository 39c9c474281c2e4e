/** The aggregates of this feature, for the audit's replay. */
import type { AggregateTable } from '#platform/command/change.ts';

export const matterAggregate = {
  type: 'matter',
  table: 'matters',
  idColumn: 'matter_id',
  authority: 'none',
  // Words of people: the chain holds commitments, so that lawful erasure leaves it valid.
  protectedColumns: ['title', 'description', 'place_text'],
  plainColumns: ['title', 'description', 'place_text'],
  derivedColumns: ['words', 'point'],
} as const satisfies AggregateTable;

export const reporterAggregate = {
  type: 'reporter',
  table: 'reporters',
  idColumn: 'reporter_id',
  authority: 'none',
  protectedColumns: ['name', 'phone'],
  derivedColumns: ['phone_hash', 'follow_hash'],
} as const satisfies AggregateTable;

export const viewAggregate = {
  type: 'view',
  table: 'views',
  idColumn: 'view_id',
  protectedColumns: ['name', 'query'],
  plainColumns: ['name', 'query'],
} as const satisfies AggregateTable;

export const firstViewAggregate = {
  type: 'first_view',
  table: 'first_views',
  idColumn: 'first_view_id',
} as const satisfies AggregateTable;

export const suggestionAggregate = {
  type: 'suggestion',
  table: 'suggestions',
  idColumn: 'suggestion_id',
  authority: 'none',
  protectedColumns: ['body', 'answer'],
  plainColumns: ['body', 'answer'],
  derivedColumns: ['follow_hash'],
} as const satisfies AggregateTable;

export const categoryAggregate = {
  type: 'category',
  table: 'categories',
  idColumn: 'category_id',
  authority: 'none',
} as const satisfies AggregateTable;
