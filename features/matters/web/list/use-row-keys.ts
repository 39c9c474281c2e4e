/** The row the keys stand on, and the rows chosen with X. */
import { useState } from 'react';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import type { Line } from './list-lines.ts';

export interface RowKeys {
  readonly currentId: string | undefined;
  readonly setCurrent: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

/** J and K (or arrows) move, Enter opens a matter or a group, E opens at the next step, X chooses. */
export function useRowKeys(
  lines: readonly Line[],
  openId: string | undefined,
  open: (id: string, step?: boolean) => void,
  toggleGroup: (key: string) => void,
): RowKeys {
  const [moved, setMoved] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const currentId = moved ?? openId;
  const index = lines.findIndex((line) => line.id === currentId);
  const current = lines[index];

  const go = (step: number): void => {
    const next = lines[Math.min(Math.max(index + step, 0), lines.length - 1)];
    if (next === undefined) return;
    setMoved(next.id);
    // With a detail beside it, moving through the list is reading on.
    if (openId !== undefined && next.kind === 'matter') open(next.id);
  };
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const withCurrent = (act: (id: string) => void) => (): void => {
    if (currentId !== undefined && current?.kind !== 'group') act(currentId);
  };
  const enter = (): void => {
    if (current?.kind === 'group') toggleGroup(current.group.key);
    else if (currentId !== undefined) open(currentId);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    enter,
    // The detail beside has the key for the step of its own matter.
    ...(currentId !== openId && { e: withCurrent((id) => open(id, true)) }),
    x: withCurrent(toggle),
  });
  return { currentId, setCurrent: setMoved, selected, toggle, clear: () => setSelected(new Set()) };
}
