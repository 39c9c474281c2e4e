/** Our own codes beside SQLSTATE, for what no statement is to blame for. */
import { DatabaseError } from './database.ts';

export const FAULTS = {
  /** The engine or the connection ended while the transaction was open: nothing of it is stored. */
  lost: 'LX001',
  /** The transaction was told to commit, and was rolled back. */
  rolledBack: 'LX002',
  /** The transaction is over: nothing may follow `runAndCommit` or its end. */
  over: 'LX003',
  /** Another call of the database inside an open transaction would wait for itself. */
  insideTransaction: 'LX004',
  /** The one connection of the embedded engine was not free within the limit. */
  busy: 'LX005',
  /** The embedded engine died too often and stays down. */
  down: 'LX006',
  /** A statement ran longer than allowed and its engine was stopped. */
  tooLong: 'LX007',
  /** The data folder is in use by another process. */
  folderInUse: 'LX008',
  /** The database is closed. */
  closed: 'LX009',
} as const;

export type FaultName = keyof typeof FAULTS;

export function fault(name: FaultName, message: string): DatabaseError {
  return new DatabaseError({ code: FAULTS[name], message });
}
