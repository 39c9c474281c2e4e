/** The database on a PostgreSQL server: a pool per role, flights in pipeline mode. */
import type { TenantId } from '#kernel/ids.ts';
import type { Connection, Engine, Role } from '../connection.ts';
import type { Database, OwnerTransaction, Rows, Statement, Transaction } from '../database.ts';
import { fault } from '../faults.ts';
import { refuseInside } from '../guard.ts';
import { readAlone, readOnce, transact } from '../transaction.ts';
import { Listening } from './listening.ts';
import { Locks } from './locks.ts';
import { PooledConnection } from './pooled-connection.ts';
import { clientConfig, makePools, type Passwords, type Pools, withClient } from './pools.ts';

export interface ServerOptions {
  /** Address of the owner's connection: `postgres://owner:…@host/database`. */
  readonly url: string;
  /** Passwords of the two roles; see `roles.ts`. */
  readonly passwords: Passwords;
  /** Most connections per role. */
  readonly connections?: Partial<Record<Role, number>>;
}

export class ServerDatabase implements Database, Engine {
  readonly engine = 'server';
  readonly #pools: Pools;
  readonly #locks: Locks;
  readonly #listening: Listening;
  #closed = false;

  constructor({ url, passwords, connections }: ServerOptions) {
    this.#pools = makePools(url, passwords, connections ?? {});
    // Neither a lock nor a listener may end by a limit on statements or idling.
    const config = { ...clientConfig(url, 'owner', passwords), pipeline: false };
    this.#locks = new Locks({ ...config, application_name: 'lianxin locks' });
    this.#listening = new Listening({ ...config, application_name: 'lianxin listening' });
  }

  async borrow<T>(role: Role, body: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.#closed) throw fault('closed', 'the database is closed');
    return withClient(this.#pools[role], (client) => body(new PooledConnection(client)));
  }

  frame(_role: Role, tenantId: string | undefined): readonly Statement[] {
    if (tenantId === undefined) return [];
    return [{ sql: 'select set_tenant($1)', parameters: [tenantId] }];
  }

  async read(tenantId: TenantId, ...statements: readonly Statement[]) {
    refuseInside('read');
    return readOnce(this, tenantId, statements);
  }

  async write<T>(
    tenantId: TenantId,
    statements: readonly Statement[],
    body: (transaction: Transaction, opened: readonly Rows[]) => Promise<T>,
  ): Promise<T> {
    refuseInside('write');
    return transact(this, { role: 'app', tenantId, statements }, body);
  }

  async readShared(...statements: readonly Statement[]) {
    refuseInside('readShared');
    return readOnce(this, undefined, statements);
  }

  async asOwner<T>(body: (transaction: OwnerTransaction) => Promise<T>): Promise<T> {
    refuseInside('asOwner');
    return transact(this, { role: 'owner', statements: [] }, body);
  }

  async asAccounts<T>(body: (transaction: Transaction) => Promise<T>): Promise<T> {
    refuseInside('asAccounts');
    return transact(this, { role: 'accounts', statements: [] }, body);
  }

  /** The pool signs in as the role of accounts, so a statement alone needs no frame. */
  async readAccounts(statement: Statement): Promise<Rows> {
    refuseInside('readAccounts');
    return readAlone(this, 'accounts', statement);
  }

  async whileLocked<T>(name: string, body: (lost: AbortSignal) => Promise<T>) {
    refuseInside('whileLocked');
    return this.#locks.whileLocked(name, body);
  }

  async notify(channel: string, payload: string): Promise<void> {
    refuseInside('notify');
    const call = { sql: 'select pg_notify($1, $2)', parameters: [channel, payload] };
    await this.borrow('app', (connection) => connection.flight([call]));
  }

  async listen(channel: string, hear: (payload: string) => void) {
    return this.#listening.listen(channel, hear);
  }

  /** The server's own autovacuum does it. */
  async tidy(): Promise<void> {
    return undefined;
  }

  async healthy(): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, 900, false).unref());
    const asked = this.borrow('app', (connection) =>
      connection.flight([{ sql: 'select 1', parameters: [] }]),
    ).then(() => true);
    return Promise.race([asked.catch(() => false), late]);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([this.#locks.close(), this.#listening.close()]);
    await Promise.all(Object.values(this.#pools).map((pool) => pool.end()));
  }
}
