/** Whatever `pg` throws, as the error both engines throw. */
import pg from 'pg';
import { DatabaseError } from '../database.ts';
import { fault } from '../faults.ts';

export function databaseError(error: unknown): Error {
  if (error instanceof DatabaseError) return error;
  if (error instanceof pg.DatabaseError) {
    return new DatabaseError({
      message: error.message,
      code: error.code ?? 'XX000',
      constraint: error.constraint,
      table: error.table,
      detail: error.detail,
    });
  }
  // A parameter or a cell that has no form: the caller's fault, not the connection's.
  if (error instanceof TypeError || error instanceof RangeError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return fault('lost', `the connection to the database ended: ${reason}`);
}
