/** The thread that reads one file: a workbook of twenty thousand rows is seconds of nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import { done } from '#kernel/outcome.ts';
import { readTable } from '../read-table.ts';
import { readTop } from '../read-top.ts';
import type { RawRow, Table } from '../table.ts';
import type { Asked, Told } from './messages.ts';

/** Rows that travel together. */
const PIECE = 500;

const port = parentPort;
if (port === null) throw new Error('a thread that reads files has nobody to tell');
const { path, options, what } = workerData as Asked;
const tell = (told: Told): void => port.postMessage(told);

if (what === 'top') tell({ told: 'top', outcome: await readTop(path, options) });
else {
  const table = await readTable(path, options);
  tell({ told: 'columns', outcome: table.ok ? done(table.value.columns) : table });
  if (table.ok) answerPieces(table.value);
}

/** A piece each time one is asked for, so that no file is in memory twice. */
function answerPieces(table: Table): void {
  const rows = table.rows[Symbol.asyncIterator]();
  const piece = async (): Promise<void> => {
    const read: RawRow[] = [];
    let last = false;
    while (read.length < PIECE && !last) {
      const next = await rows.next();
      if (next.done === true) last = true;
      else read.push(next.value);
    }
    tell({ told: 'piece', piece: { rows: read, progress: table.progress(), last } });
  };
  port?.on('message', () => {
    piece().catch((fault: unknown) => {
      // A fault ends the thread, and whoever waits is told by its end.
      queueMicrotask(() => {
        throw fault;
      });
    });
  });
}
