/** The database inside the process: one folder, one worker thread, one session. */
import { join } from 'node:path';
import type { TenantId } from '#kernel/ids.ts';
import type { Connection, Engine, Role } from '../connection.ts';
import type {
  Database,
  DatabaseError,
  OwnerTransaction,
  Rows,
  Statement,
  Transaction,
} from '../database.ts';
import { refuseInside } from '../guard.ts';
import { readFramed, readOnce, transact } from '../transaction.ts';
import { lockFolder } from './folder-lock.ts';
import { LocalCalls } from './local-calls.ts';
import { Session } from './session.ts';
import { Turns } from './turns.ts';

export interface EmbeddedOptions {
  /** The data folder: locked, the engine's files in `database` inside it. */
  readonly folder: string;
  /** Milliseconds; 60,000 unless told. */
  readonly longestFlight?: number;
  /** Milliseconds a transaction waits for its turn; 60,000 unless told. */
  readonly longestWait?: number;
  readonly onDown?: (fault: DatabaseError) => void;
  /** Told the folder of the engine's files once it is locked, before the engine starts. */
  readonly prepareFolder?: (folder: string) => void;
}

const ROLE_NAMES = { app: 'lianxin_app', accounts: 'lianxin_auth' } as const;

/** PGlite connects as superuser: the role is taken on for the transaction, in one statement with the tenant. */
const AS_ROLE = `select set_config('role', $1, true), set_config('app.tenant', $2, true)`;

const OWN_TABLES: Statement = {
  sql: `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
    where schemaname in ('public', 'auth') order by 1`,
  parameters: [],
};

export class EmbeddedDatabase implements Database, Engine {
  readonly engine = 'embedded';
  readonly #session: Session;
  readonly #turns: Turns;
  readonly #calls = new LocalCalls();
  readonly #unlock: () => void;
  #closed = false;

  constructor(options: EmbeddedOptions) {
    this.#unlock = lockFolder(options.folder);
    this.#turns = new Turns(options.longestWait ?? 60_000);
    const folder = join(options.folder, 'database');
    options.prepareFolder?.(folder);
    this.#session = new Session({
      folder,
      longestFlight: options.longestFlight ?? 60_000,
      onDown: options.onDown ?? (() => undefined),
    });
  }

  borrow<T>(role: Role, body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      const life = await this.#session.life();
      // What the owner does (migrations, loading the country's divisions) may take long.
      return body(role === 'owner' ? life : this.#session.watched(life));
    });
  }

  frame(role: Role, tenantId: string | undefined): readonly Statement[] {
    if (role === 'owner') return [];
    return [{ sql: AS_ROLE, parameters: [ROLE_NAMES[role], tenantId ?? ''] }];
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

  async readAccounts(statement: Statement): Promise<Rows> {
    refuseInside('readAccounts');
    return readFramed(this, 'accounts', statement);
  }

  async whileLocked<T>(name: string, body: (lost: AbortSignal) => Promise<T>) {
    refuseInside('whileLocked');
    return this.#calls.whileLocked(name, body);
  }

  async notify(channel: string, payload: string): Promise<void> {
    refuseInside('notify');
    this.#calls.notify(channel, payload);
  }

  async listen(channel: string, hear: (payload: string) => void) {
    const end = this.#calls.listen(channel, hear);
    return async () => end();
  }

  /** One table a turn, so that nobody waits for all of them. */
  async tidy(): Promise<void> {
    refuseInside('tidy');
    const tables = await this.borrow('owner', async (connection) => {
      const [found] = await connection.flight([OWN_TABLES]);
      return (found?.rows ?? []).map((row) => String(row['name']));
    });
    for (const table of tables) {
      await this.borrow('owner', (connection) => connection.script(`vacuum (analyze) ${table}`));
    }
  }

  async healthy(): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, 900, false).unref());
    // Past the queue: a long transaction of somebody else is no illness.
    const asked = this.#session
      .life()
      .then(async (life) => !life.dead && (await life.countFsyncs()) >= 0);
    return Promise.race([asked.catch(() => false), late]);
  }

  /** The number of times files were made durable since the engine started. */
  async countFsyncs(): Promise<number> {
    return (await this.#session.life()).countFsyncs();
  }

  /** Kills the worker in the middle of what it does: for the tests of its death. */
  async killWorker(): Promise<void> {
    await (await this.#session.life()).stop();
  }

  async close(): Promise<void> {
    // A second call must not let go of a lock that the folder's next opener holds.
    if (this.#closed) return;
    this.#closed = true;
    await this.#session.close();
    this.#unlock();
  }
}
