/**
 * A call of the database inside an open transaction waits for a connection that
 * the transaction holds: for ever on the embedded engine, under load on the
 * server. The same call therefore fails at once, on both.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { fault } from './faults.ts';

interface Open {
  open: boolean;
}

const inside = new AsyncLocalStorage<Open>();

/** Runs `body` as the inside of a transaction; work it leaves behind is outside again once it ends. */
export async function asInside<T>(body: () => Promise<T>): Promise<T> {
  const state: Open = { open: true };
  try {
    return await inside.run(state, body);
  } finally {
    state.open = false;
  }
}

/** @throws DatabaseError `LX004` inside an open transaction */
export function refuseInside(what: string): void {
  if (inside.getStore()?.open !== true) return;
  throw fault(
    'insideTransaction',
    `database.${what} was called inside an open transaction and would wait for it for ever; use the transaction it was given`,
  );
}
