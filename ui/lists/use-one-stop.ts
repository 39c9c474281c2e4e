/** Makes a list one stop of the Tab key: its `ref` is given to the element around all rows. */
import { type RefCallback, useCallback, useRef } from 'react';
import { OneStop } from './one-stop.ts';

export interface ListStop {
  readonly ref: RefCallback<Element>;
  /** Row the focus stands on; -1 where it is elsewhere. */
  readonly at: () => number;
  /** Puts the focus on a row, or the nearest there is. */
  readonly stand: (at: number) => void;
}

/** @param rows selector of a row within the list; no row stands in another one */
export function useOneStop(rows: string): ListStop {
  const stop = useRef<OneStop>(undefined);
  const ref = useCallback(
    (box: Element | null) => {
      if (box === null) return undefined;
      const gone = new AbortController();
      stop.current = new OneStop(box, rows);
      stop.current.keep(gone.signal);
      return () => {
        gone.abort();
        stop.current = undefined;
      };
    },
    [rows],
  );
  const at = useCallback(() => stop.current?.at ?? -1, []);
  const stand = useCallback((row: number) => stop.current?.stand(row), []);
  return { ref, at, stand };
}
