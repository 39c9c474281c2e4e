/** The worker thread that holds the embedded engine. It answers one request after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { DurableFiles } from './durable-files.ts';
import type { Reply, Request, WorkerStart } from './messages.ts';
import { fly, runScript } from './wire.ts';

if (parentPort === null) throw new Error('the embedded engine runs in a worker thread only');
const port = parentPort;
const { folder } = workerData as WorkerStart;

/** PGlite's own parameters without `-F` (fsync off) and with a way to sync that its files can do. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'synchronous_commit=on',
];

const files = new DurableFiles(folder);
const engine = await PGlite.create({
  fs: files,
  startParams,
  extensions: { postgis, btree_gist, pg_trgm },
});
const prepared = new Set<string>();

async function answer(request: Request): Promise<Reply> {
  switch (request.kind) {
    case 'flight': {
      const { answers, error } = await fly(engine, prepared, request.statements);
      return { id: request.id, kind: 'answers', answers, error };
    }
    case 'script': {
      const { answers, error } = await runScript(engine, request.sql);
      return { id: request.id, kind: 'answers', answers, error };
    }
    case 'count-fsyncs':
      return { id: request.id, kind: 'fsyncs', count: files.fsyncs };
    case 'close':
      await engine.close();
      return { id: request.id, kind: 'closed' };
  }
}

let turn: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  // Whatever is thrown here is no error of a statement but the engine's end
  // (memory, stack, a trap): unhandled, it ends the worker, and the main thread sees it.
  turn = turn.then(async () => port.postMessage(await answer(request)));
});
port.postMessage({ id: 0, kind: 'ready' } satisfies Reply);
