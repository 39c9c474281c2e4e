/** What an engine gives to the transactions above it: one session, statements in flights. */
import type { Rows, Statement } from './database.ts';

export interface Answer extends Rows {
  /** `SELECT 3`, `COMMIT`. */
  readonly tag: string;
}

export interface Connection {
  /**
   * Sends all, waits for all, answers in order.
   * @throws DatabaseError the first one; the session is then in a failed transaction
   */
  flight(statements: readonly Statement[]): Promise<readonly Answer[]>;
  /** A text of several statements, without parameters. */
  script(sql: string): Promise<void>;
}

/** Who a connection acts as. */
export type Role = 'app' | 'accounts' | 'owner';

/** An engine: hands out sessions and says how a transaction begins in them. */
export interface Engine {
  /** Lends a session for as long as `body` runs; it comes back without a transaction. */
  borrow<T>(role: Role, body: (connection: Connection) => Promise<T>): Promise<T>;
  /** The statements after `begin` that make it the role's and the tenant's. */
  frame(role: Role, tenantId: string | undefined): readonly Statement[];
}

/** The number in a command tag of an insert, update or delete; else 0. */
export function affectedOf(tag: string): number {
  const found = /^(?:INSERT 0|UPDATE|DELETE|MERGE) (\d+)$/.exec(tag);
  return found === null ? 0 : Number(found[1]);
}
