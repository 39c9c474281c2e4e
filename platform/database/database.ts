/**
 * What the rest of the server knows of a database: the same on the embedded
 * engine (PGlite in a worker thread) and on a PostgreSQL server.
 *
 * Kysely compiles statements, this interface runs them. Statements travel in
 * flights: several statements sent together, answered together.
 *
 * Values leave SQL alike on both engines: `int8` as a number (a fault beyond
 * 2^53), `numeric` as a string, instants as UTC ISO strings
 * (`2026-11-22T08:00:00.000Z`, six digits where microseconds were stored),
 * dates as `YYYY-MM-DD`, `jsonb` parsed, `bytea` as bytes, arrays as arrays.
 * Going in, a JavaScript array becomes an SQL array: for `jsonb` use `toJson`.
 */
import type { TenantId } from '#kernel/ids.ts';

/** One parameterised statement; Kysely's `CompiledQuery` fits. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /**
   * Planned for its values each time: where the best plan depends on them (a
   * rare word or a common one, a box of a street or of a district). What is
   * kept prepared is planned for any value after its fifth use.
   */
  readonly anew?: boolean;
}

export interface Rows {
  readonly rows: readonly Record<string, unknown>[];
  /** Rows touched by an insert, update or delete. */
  readonly affected: number;
}

/** The error of a statement, the same fields on both engines. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, `23505` for a unique violation; `LX001` and up are ours, see `faults.ts`. */
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly detail: string | undefined;
  constructor(fields: {
    message: string;
    code: string;
    constraint?: string | undefined;
    table?: string | undefined;
    detail?: string | undefined;
  }) {
    super(fields.message);
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.detail = fields.detail;
  }
}

/** An open tenant transaction. */
export interface Transaction {
  /** Sends the statements in one flight and answers in order; the first error aborts the transaction. */
  run(...statements: readonly Statement[]): Promise<readonly Rows[]>;
  /** As `run`, and commits in the same flight. Nothing may follow. */
  runAndCommit(...statements: readonly Statement[]): Promise<readonly Rows[]>;
}

/** An open transaction of the owner. */
export interface OwnerTransaction extends Transaction {
  /** Runs a text of several statements without parameters: migrations only. */
  script(sql: string): Promise<void>;
}

/** Where the transactions run: the tenant's own rows, as `lianxin_app`. */
export interface Database {
  readonly engine: 'embedded' | 'server';
  /**
   * Reads of one tenant, in one flight: `begin | set_tenant | … | commit`.
   * Read-only; several statements see one snapshot.
   */
  read(tenantId: TenantId, ...statements: readonly Statement[]): Promise<readonly Rows[]>;
  /**
   * A tenant transaction. `opening` statements travel with `begin | set_tenant`
   * in the first flight. Commits when `body` returns unless `runAndCommit` has,
   * rolls back when it throws. Inside `body` only the transaction may be used:
   * any other call of the database throws `LX004`.
   */
  write<T>(
    tenantId: TenantId,
    opening: readonly Statement[],
    body: (transaction: Transaction, opened: readonly Rows[]) => Promise<T>,
  ): Promise<T>;
  /** Shared tables without a tenant (divisions, calendars, tenants' names): read-only, as `lianxin_app`. */
  readShared(...statements: readonly Statement[]): Promise<readonly Rows[]>;
  /**
   * As the owner, in one transaction: migrations, creating tenants, loading
   * shared tables, relay's and sweep's lists of tenants. Never with input from outside in SQL.
   */
  asOwner<T>(body: (transaction: OwnerTransaction) => Promise<T>): Promise<T>;
  /** As the role of the schema `auth` (accounts, sessions), in one transaction. */
  asAccounts<T>(body: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** One read of the schema `auth`, by itself: no transaction stands around it on a server. */
  readAccounts(statement: Statement): Promise<Rows>;
  /**
   * Runs `body` while holding the named advisory lock, or answers `undefined`
   * where another holds it. The signal aborts if the lock is lost meanwhile
   * (the connection to the server broke): stop then.
   */
  whileLocked<T>(name: string, body: (lost: AbortSignal) => Promise<T>): Promise<T | undefined>;
  /** Wakes listeners of the channel, after a commit, never inside one. */
  notify(channel: string, payload: string): Promise<void>;
  /** Hears `notify` of every process on the same database; answers a function that ends it. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  /**
   * Gives back what deleted rows held and counts the tables anew for the planner.
   * A PostgreSQL server does that by itself; the embedded engine has nobody else to.
   */
  tidy(): Promise<void>;
  /** Answers within a second whether statements run; never throws. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
