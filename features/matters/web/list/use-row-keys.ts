/** The row the keys stand on, and the rows chosen with X. */
import { useState } from 'react';
import type { MatterSummary } from '#features/matters/contract.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';

export interface RowKeys {
  readonly currentId: string | undefined;
  readonly setCurrent: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

/** J and K (or arrows) move, Enter opens, E opens at the next step, X chooses. */
export function useRowKeys(
  rows: readonly MatterSummary[],
  openId: string | undefined,
  open: (id: string, step?: boolean) => void,
): RowKeys {
  const [moved, setMoved] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const currentId = moved ?? openId;
  const index = rows.findIndex((row) => row.matterId === currentId);

  const go = (step: number): void => {
    const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
    if (next === undefined) return;
    setMoved(next.matterId);
    // With a detail beside it, moving through the list is reading on.
    if (openId !== undefined) open(next.matterId);
  };
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const withCurrent = (act: (id: string) => void) => (): void => {
    if (currentId !== undefined) act(currentId);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    enter: withCurrent((id) => open(id)),
    // The detail beside has the key for the step of its own matter.
    ...(currentId !== openId && { e: withCurrent((id) => open(id, true)) }),
    x: withCurrent(toggle),
  });
  return { currentId, setCurrent: setMoved, selected, toggle, clear: () => setSelected(new Set()) };
}
