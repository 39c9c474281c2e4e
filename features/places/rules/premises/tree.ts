/** A tree of which only what is open is known: its lines, and what keys do on them (ARIA tree pattern). */

export interface Branch {
  readonly id: string;
  readonly name: string;
  /** How many stand directly below. */
  readonly below: number;
}

export interface Line<B extends Branch> {
  readonly branch: B;
  readonly level: number;
  readonly parent: string | undefined;
  readonly open: boolean;
  /** Its place among its like, from one, and how many there are. */
  readonly place: number;
  readonly of: number;
}

/** Lines from top to bottom. What is open but not read yet has none below it so far. */
export function linesOf<B extends Branch>(
  roots: readonly B[],
  below: ReadonlyMap<string, readonly B[]>,
  open: ReadonlySet<string>,
): readonly Line<B>[] {
  const lines: Line<B>[] = [];
  const add = (branches: readonly B[], level: number, parent: string | undefined): void => {
    for (const [at, branch] of branches.entries()) {
      const isOpen = branch.below > 0 && open.has(branch.id);
      lines.push({ branch, level, parent, open: isOpen, place: at + 1, of: branches.length });
      if (isOpen) add(below.get(branch.id) ?? [], level + 1, branch.id);
    }
  };
  add(roots, 1, undefined);
  return lines;
}

export type TreeStep =
  | { readonly go: number }
  | { readonly open: string }
  | { readonly close: string }
  | undefined;

/** What an arrow key, Home or End does on a line. */
export function stepInTree<B extends Branch>(
  lines: readonly Line<B>[],
  at: number,
  key: string,
): TreeStep {
  const line = lines[at];
  if (line === undefined) return undefined;
  const last = lines.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { go: Math.max(0, at - 1) };
    case 'Home':
      return { go: 0 };
    case 'End':
      return { go: last };
    case 'ArrowRight':
      if (line.branch.below === 0) return undefined;
      return line.open ? { go: Math.min(last, at + 1) } : { open: line.branch.id };
    case 'ArrowLeft':
      if (line.open) return { close: line.branch.id };
      return line.parent === undefined
        ? undefined
        : { go: lines.findIndex(({ branch }) => branch.id === line.parent) };
    default:
      return undefined;
  }
}

/** The next line whose name begins with what was typed, from the one after; around the end. -1 where there is none. */
export function typedTo<B extends Branch>(
  lines: readonly Line<B>[],
  at: number,
  typed: string,
): number {
  const wanted = typed.normalize('NFKC').toLowerCase();
  // While a word grows the line it has found stays.
  const from = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < lines.length; step += 1) {
    const one = (from + step) % lines.length;
    if (lines[one]?.branch.name.normalize('NFKC').toLowerCase().startsWith(wanted)) return one;
  }
  return -1;
}
