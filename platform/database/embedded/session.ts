/** The engine through its lives: starts it, starts it again after a death, gives up after too many. */
import type { Connection } from '../connection.ts';
import type { DatabaseError, Statement } from '../database.ts';
import { fault } from '../faults.ts';
import { EngineWorker } from './engine-worker.ts';

const MOST_DEATHS = 3;
const MINUTE = 60_000;

export interface SessionOptions {
  readonly folder: string;
  /** Milliseconds a flight may take before its engine is stopped: it knows no `statement_timeout`. */
  readonly longestFlight: number;
  /** Told once, when the engine stays down: the server should end. */
  readonly onDown: (fault: DatabaseError) => void;
}

export class Session {
  readonly #options: SessionOptions;
  readonly #deaths: number[] = [];
  #life: Promise<EngineWorker>;
  #down: DatabaseError | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#life = this.#begin();
    this.#life.catch(() => undefined);
  }

  /** The present life, once it has started. */
  life(): Promise<EngineWorker> {
    return this.#down === undefined ? this.#life : Promise.reject(this.#down);
  }

  /** The connection of a life whose flights are stopped when they take too long. */
  watched(life: EngineWorker): Connection {
    return {
      flight: (statements) => this.#watch(life, statements),
      script: (sql) => life.script(sql),
    };
  }

  async close(): Promise<void> {
    this.#down ??= fault('closed', 'the database is closed');
    const life = await this.#life.catch(() => undefined);
    await life?.close();
  }

  async #begin(): Promise<EngineWorker> {
    const worker = new EngineWorker({ folder: this.#options.folder });
    worker.ended
      .then((death) => {
        if (death !== undefined) this.#mourn(death);
      })
      .catch(() => undefined);
    await worker.ready;
    return worker;
  }

  #mourn(death: DatabaseError): void {
    if (this.#down !== undefined) return;
    const now = performance.now();
    this.#deaths.push(now);
    if (this.#deaths.filter((then) => now - then < MINUTE).length > MOST_DEATHS) {
      this.#down = fault('down', `${death.message}; more than ${MOST_DEATHS} times in a minute`);
      this.#options.onDown(this.#down);
      return;
    }
    this.#life = this.#begin();
    this.#life.catch(() => undefined);
  }

  async #watch(life: EngineWorker, statements: readonly Statement[]) {
    let tooLong: DatabaseError | undefined;
    const timer = setTimeout(() => {
      const seconds = this.#options.longestFlight / 1000;
      tooLong = fault('tooLong', `statements ran longer than ${seconds} seconds and were stopped`);
      life.stop().catch(() => undefined);
    }, this.#options.longestFlight);
    try {
      return await life.flight(statements);
    } catch (error) {
      throw tooLong ?? error;
    } finally {
      clearTimeout(timer);
    }
  }
}
