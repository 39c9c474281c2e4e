/** Where the aggregates of this feature live, for commands and for the verification of the audit. */
import type { AggregateTable } from '#platform/command/change.ts';

export const ORGANISATION = {
  type: 'organisation',
  table: 'organisations',
  idColumn: 'organisation_id',
} as const satisfies AggregateTable;

export const PERSON = {
  type: 'person',
  table: 'people',
  idColumn: 'person_id',
  protectedColumns: ['phone', 'identity_number', 'membership'],
  derivedColumns: ['phone_hash', 'phone_masked', 'identity_hash'],
} as const satisfies AggregateTable;

export const POST = {
  type: 'post',
  table: 'posts',
  idColumn: 'post_id',
} as const satisfies AggregateTable;

export const APPOINTMENT = {
  type: 'appointment',
  table: 'appointments',
  idColumn: 'appointment_id',
} as const satisfies AggregateTable;

export const SUBSTITUTE = {
  type: 'substitute',
  table: 'substitutes',
  idColumn: 'substitute_id',
} as const satisfies AggregateTable;

export const ASSIGNMENT = {
  type: 'assignment',
  table: 'assignments',
  idColumn: 'assignment_id',
  authority: 'none',
} as const satisfies AggregateTable;

export const AGGREGATES: readonly AggregateTable[] = [
  ORGANISATION,
  PERSON,
  POST,
  APPOINTMENT,
  SUBSTITUTE,
  ASSIGNMENT,
];
