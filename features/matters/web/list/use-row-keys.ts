/** The row the keys stand on, and the rows chosen with X. */
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import type { Line } from './list-lines.ts';

export interface RowKeys {
  readonly currentId: string | undefined;
  readonly setCurrent: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  /** @param through chooses everything from the last one chosen to this one */
  readonly toggle: (id: string, through?: boolean) => void;
  /** Chooses all matters among the lines, or none where all are. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Milliseconds the hand rests before the detail beside follows: what is only passed is not read. */
const REST = 150;

/** J and K (or arrows) move, Enter opens a matter or a group, E opens at the next step, X chooses. */
export function useRowKeys(
  lines: readonly Line[],
  openId: string | undefined,
  open: (id: string, step?: boolean) => void,
  toggleGroup: (key: string) => void,
): RowKeys {
  const [moved, setMoved] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string>();
  const currentId = moved ?? openId;
  const index = lines.findIndex((line) => line.id === currentId);
  const current = lines[index];

  const following = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Closed, or another one opened meanwhile: nothing more follows.
  useEffect(() => {
    if (openId === undefined) clearTimeout(following.current);
    return () => clearTimeout(following.current);
  }, [openId]);
  const go = (step: number): void => {
    const next = lines[Math.min(Math.max(index + step, 0), lines.length - 1)];
    if (next === undefined) return;
    setMoved(next.id);
    // With a detail beside it, moving through the list is reading on.
    clearTimeout(following.current);
    if (openId === undefined || next.kind !== 'matter') return;
    following.current = setTimeout(() => open(next.id), REST);
  };
  const ids = lines.flatMap((line) => (line.kind === 'matter' ? [line.id] : []));
  const toggle = (id: string, through = false): void => {
    const from = through && anchor !== undefined ? ids.indexOf(anchor) : -1;
    setAnchor(id);
    if (from < 0) {
      setSelected(new Set(selected).symmetricDifference(new Set([id])));
      return;
    }
    const to = ids.indexOf(id);
    const span = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    setSelected(new Set(selected).union(new Set(span)));
  };
  const toggleAll = (): void => {
    const all = ids.every((id) => selected.has(id));
    setSelected(new Set(all ? [] : ids));
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
  return {
    currentId,
    setCurrent: setMoved,
    selected,
    toggle,
    toggleAll,
    clear: () => setSelected(new Set()),
  };
}
