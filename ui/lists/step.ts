/** Where a key leads among the rows of a list, as the ARIA practices have it for grids and lists. */

export interface Rows {
  /** Row one stands on; below zero where one stands on none yet. */
  readonly at: number;
  readonly count: number;
  /** Rows of one page. */
  readonly page: number;
}

/** By `event.key`; undefined where the key does not lead to a row, or there is none. */
export function rowAfter(key: string, { at, count, page }: Rows): number | undefined {
  const wanted = wantedBy(key, at, count, Math.max(1, page));
  if (wanted === undefined || count === 0) return undefined;
  return within(wanted, count);
}

function wantedBy(key: string, at: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return Math.max(at, 0) + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The control of a row a key leads to, of so many; undefined where the key does not lead along a row. */
export function controlAfter(key: string, at: number, count: number): number | undefined {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  return step === undefined || count === 0 ? undefined : within(at + step, count);
}

export function within(at: number, count: number): number {
  return Math.min(Math.max(at, 0), Math.max(count - 1, 0));
}
