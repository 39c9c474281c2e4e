/** Reads a file in a thread of its own: for a server, which has other things to answer meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { RawRow, ReadingOptions, Table } from '../table.ts';
import type { Asked, Piece, Told, Top } from './messages.ts';

/** As `readTable`. The thread ends with the last row, or when nobody reads on. */
export async function readTableAside(
  path: string,
  options: ReadingOptions,
): Promise<Outcome<Table>> {
  const thread = new ReadingThread({ path, options, what: 'table' });
  const told = await thread.next();
  if (told.told !== 'columns') throw new Error('a thread told pieces before columns');
  if (!told.outcome.ok) {
    await thread.end();
    return told.outcome;
  }
  let progress = 0;
  async function* rows(): AsyncGenerator<RawRow> {
    try {
      for (;;) {
        const piece = await thread.piece();
        progress = piece.progress;
        yield* piece.rows;
        if (piece.last) return;
      }
    } finally {
      await thread.end();
    }
  }
  return done({ columns: told.outcome.value, rows: rows(), progress: () => progress });
}

/** As `readTop`. */
export async function readTopAside(path: string, options: ReadingOptions): Promise<Outcome<Top>> {
  const thread = new ReadingThread({ path, options, what: 'top' });
  const told = await thread.next();
  await thread.end();
  if (told.told !== 'top') throw new Error('a thread told pieces where the top was asked for');
  return told.outcome;
}

class ReadingThread {
  readonly #worker: Worker;
  readonly #ended = new AbortController();

  constructor(asked: Asked) {
    this.#worker = new Worker(new URL('./reader.ts', import.meta.url), {
      workerData: asked,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    });
    this.#worker.once('error', (fault) => this.#ended.abort(fault));
    this.#worker.once('exit', () => this.#ended.abort(new Error('a reading thread ended early')));
  }

  /** @throws the fault that ended the thread */
  async next(): Promise<Told> {
    this.#ended.signal.throwIfAborted();
    const told = once(this.#worker, 'message', { signal: this.#ended.signal });
    try {
      const [message] = (await told) as [Told];
      return message;
    } catch (error) {
      this.#ended.signal.throwIfAborted();
      throw error;
    }
  }

  async piece(): Promise<Piece> {
    const told = this.next();
    this.#worker.postMessage('next');
    const message = await told;
    if (message.told !== 'piece') throw new Error('a thread told no piece');
    return message.piece;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
