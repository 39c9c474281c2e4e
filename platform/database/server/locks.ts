/** Named advisory locks of this process, all held by one session that nothing else uses. */
import pg from 'pg';
import { fault } from '../faults.ts';
import { databaseError } from './errors.ts';

export class Locks {
  readonly #config: pg.ClientConfig;
  #client: Promise<pg.Client> | undefined;
  /** The server counts a lock twice for one session: what this process holds is known here. */
  readonly #held = new Map<string, AbortController>();

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  async whileLocked<T>(name: string, body: (lost: AbortSignal) => Promise<T>) {
    if (this.#held.has(name)) return undefined;
    const lost = new AbortController();
    this.#held.set(name, lost);
    try {
      if (!(await this.#ask('pg_try_advisory_lock', name))) return undefined;
      try {
        return await body(lost.signal);
      } finally {
        if (!lost.signal.aborted) await this.#ask('pg_advisory_unlock', name).catch(() => false);
      }
    } finally {
      this.#held.delete(name);
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  async #ask(what: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string): Promise<boolean> {
    try {
      const client = await this.#connected();
      const text = `select ${what}(hashtextextended($1, 0)) as done`;
      const { rows } = await client.query<{ done: boolean }>(text, [name]);
      return rows[0]?.done === true;
    } catch (error) {
      throw databaseError(error);
    }
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('error', () => undefined);
    client.on('end', () => this.#lose());
    await client.connect();
    return client;
  }

  /** With its session, the server lets go of every lock. */
  #lose(): void {
    this.#client = undefined;
    const reason = fault('lost', 'the connection that held the lock ended');
    for (const lost of this.#held.values()) lost.abort(reason);
  }
}
