/** A database that remembers the reads it was asked for: to read their plans, or to send them again. */
import type { Database, Statement } from '#platform/database/database.ts';

export interface Overheard {
  readonly database: Database;
  /** What was read since the last call, in order. */
  taken(): readonly Statement[];
  /** What transactions opened with and sent since the last call. */
  written(): readonly Statement[];
}

export function overhear(database: Database): Overheard {
  let reads: Statement[] = [];
  let writes: Statement[] = [];
  const read: Database['read'] = (tenantId, ...statements) => {
    reads.push(...statements);
    return database.read(tenantId, ...statements);
  };
  const write: Database['write'] = (tenantId, opening, body) => {
    writes.push(...opening);
    return database.write(tenantId, opening, (transaction, opened) =>
      body(
        {
          run: (...statements) => {
            writes.push(...statements);
            return transaction.run(...statements);
          },
          runAndCommit: (...statements) => {
            writes.push(...statements);
            return transaction.runAndCommit(...statements);
          },
        },
        opened,
      ),
    );
  };
  return {
    database: new Proxy(database, {
      get: (target, name) => {
        if (name === 'read') return read;
        if (name === 'write') return write;
        const own = Reflect.get(target, name) as unknown;
        return typeof own === 'function' ? own.bind(target) : own;
      },
    }),
    taken: () => {
      const taken = reads;
      reads = [];
      return taken;
    },
    written: () => {
      const written = writes;
      writes = [];
      return written;
    },
  };
}
