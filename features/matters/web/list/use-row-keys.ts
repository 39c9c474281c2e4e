/** The line the focus stands on, and the rows chosen with X. */
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { rowAfter } from '#ui/lists/step.ts';
import type { Line } from './list-lines.ts';

export interface RowKeys {
  readonly currentId: string | undefined;
  /** Grows whenever the focus is to be put on the current line. */
  readonly asked: number;
  readonly setCurrent: (id: string) => void;
  /** As `setCurrent`, and the focus goes there; a detail beside follows. */
  readonly go: (at: number) => void;
  readonly selected: ReadonlySet<string>;
  /** @param through chooses everything from the last one chosen to this one */
  readonly toggle: (id: string, through?: boolean) => void;
  /** Chooses all matters among the lines, or none where all are. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Milliseconds the hand rests before the detail beside follows: what is only passed is not read. */
const REST = 150;

/**
 * J and K (or arrows) put the focus on the line below or above from anywhere on the
 * screen, and Enter presses what has it; E opens at the next step, X chooses. Further
 * keys move within the list, once the focus is there (`useSightStop`).
 */
export function useRowKeys(
  lines: readonly Line[],
  openId: string | undefined,
  open: (id: string, step?: boolean) => void,
): RowKeys {
  const [moved, setMoved] = useState<string>();
  const [asked, setAsked] = useState(0);
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
  const go = (at: number): void => {
    const next = lines[at];
    if (next === undefined) return;
    setMoved(next.id);
    setAsked(asked + 1);
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
  const step = (key: 'ArrowDown' | 'ArrowUp') => (): void =>
    go(rowAfter(key, { at: index, count: lines.length, page: 1 }) ?? -1);
  useKeys({
    j: step('ArrowDown'),
    k: step('ArrowUp'),
    arrowdown: step('ArrowDown'),
    arrowup: step('ArrowUp'),
    // The detail beside has the key for the step of its own matter.
    ...(currentId !== openId && { e: withCurrent((id) => open(id, true)) }),
    x: withCurrent(toggle),
  });
  return {
    currentId,
    asked,
    setCurrent: setMoved,
    go,
    selected,
    toggle,
    toggleAll,
    clear: () => setSelected(new Set()),
  };
}
