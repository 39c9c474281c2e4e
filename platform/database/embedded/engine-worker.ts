/**
 * One life of the embedded engine. Whoever holds this object holds that life:
 * after the worker's death every call on it fails, so that the rest of a
 * transaction can never run in the session of the next one.
 */
import { Worker } from 'node:worker_threads';
import { type Answer, affectedOf, type Connection } from '../connection.ts';
import { DatabaseError, type Statement } from '../database.ts';
import { fault } from '../faults.ts';
import { wireValue } from '../parameters.ts';
import { statementName } from '../statement-names.ts';
import { parserOf } from '../values.ts';
import type { RawAnswer, Reply, Request, WorkerStart } from './messages.ts';

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void };
type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export class EngineWorker implements Connection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #death: DatabaseError | undefined;
  #expected = false;
  /** Resolves when the engine has started, rejects when it died before. */
  readonly ready: Promise<void>;
  /** Resolves at its end: the fault, or undefined where it was closed. */
  readonly ended: Promise<DatabaseError | undefined>;

  constructor(start: WorkerStart) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      execArgv: [],
    });
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: () => resolve(), reject });
    });
    this.ready.catch(() => undefined);
    this.ended = new Promise((resolve) => {
      let cause = '';
      this.#worker.on('error', (error) => {
        cause = `: ${error instanceof Error ? error.message : String(error)}`;
      });
      this.#worker.on('exit', () => resolve(this.#end(cause)));
    });
    this.#worker.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.resolve(reply);
      this.#waiting.delete(reply.id);
    });
  }

  get dead(): boolean {
    return this.#death !== undefined;
  }

  async flight(statements: readonly Statement[]): Promise<readonly Answer[]> {
    const sent = statements.map(({ sql, parameters }) => ({
      name: statementName(sql),
      sql,
      values: parameters.map(wireValue),
    }));
    return answersOf(await this.#ask({ kind: 'flight', statements: sent }));
  }

  async script(sql: string): Promise<void> {
    answersOf(await this.#ask({ kind: 'script', sql }));
  }

  /** How often the engine has made files durable: for the test that proves it does. */
  async countFsyncs(): Promise<number> {
    const reply = await this.#ask({ kind: 'count-fsyncs' });
    return reply.kind === 'fsyncs' ? reply.count : Number.NaN;
  }

  async close(): Promise<void> {
    this.#expected = true;
    await this.#ask({ kind: 'close' }).catch(() => undefined);
    await this.#worker.terminate();
  }

  /** Ends the engine in the middle of whatever it does. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(request: Unnumbered): Promise<Reply> {
    if (this.#death !== undefined) return Promise.reject(this.#death);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #end(cause: string): DatabaseError | undefined {
    this.#death = fault(
      'lost',
      `the embedded database ended; its open transaction is lost${cause}`,
    );
    for (const { reject } of this.#waiting.values()) reject(this.#death);
    this.#waiting.clear();
    return this.#expected ? undefined : this.#death;
  }
}

function answersOf(reply: Reply): readonly Answer[] {
  if (reply.kind !== 'answers') throw new Error(`a flight was answered with ${reply.kind}`);
  if (reply.error !== undefined) throw new DatabaseError(reply.error);
  return reply.answers.map(answerOf);
}

function answerOf({ tag, fields, rows }: RawAnswer): Answer {
  const columns = fields.map(({ name, oid }) => ({ name, parse: parserOf(oid) }));
  const objects = rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (const [at, { name, parse }] of columns.entries()) {
      const cell = cells[at];
      row[name] = cell === null || cell === undefined ? null : parse(cell);
    }
    return row;
  });
  return { tag, affected: affectedOf(tag), rows: objects };
}
