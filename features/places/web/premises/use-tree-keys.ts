/** Keys on the tree: arrows move, open and close, letters and digits find, Enter chooses. */
import { type KeyboardEvent, useRef } from 'react';
import {
  type Branch,
  type Line,
  stepInTree,
  type TreeStep,
  typedTo,
} from '../../rules/premises/tree.ts';

/** Milliseconds after which letters begin a new word. */
const PAUSE = 700;

interface TreeKeys {
  readonly lines: readonly Line<Branch>[];
  readonly current: number;
  readonly go: (at: number) => void;
  readonly choose: (id: string) => void;
  readonly toggle: (id: string, open: boolean) => void;
}

export function useTreeKeys(tree: TreeKeys): (event: KeyboardEvent) => void {
  const { lines, current, go, choose, toggle } = tree;
  const typed = useRef({ word: '', at: 0 });
  const type = (letter: string, now: number): void => {
    const word = (now - typed.current.at > PAUSE ? '' : typed.current.word) + letter;
    typed.current = { word, at: now };
    const found = typedTo(lines, current, word);
    if (found >= 0) go(found);
  };
  const take = (step: NonNullable<TreeStep>): void => {
    if ('go' in step) go(step.go);
    else if ('open' in step) toggle(step.open, true);
    else toggle(step.close, false);
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepInTree(lines, current, event.key);
    const line = lines[current];
    if (step !== undefined) {
      event.preventDefault();
      take(step);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (line !== undefined) choose(line.branch.id);
    } else if (event.key.length === 1) type(event.key, event.timeStamp);
  };
}
