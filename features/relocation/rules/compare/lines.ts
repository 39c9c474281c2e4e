/** What changed between two texts, line by line: the shortest script of Myers (1986). */

export interface ChangedLine {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
  /** From 1; absent on the side that has no such line. */
  readonly oldLine?: number;
  readonly newLine?: number;
}

/** Beyond so many differences the texts are told apart as wholes: they are two documents. */
const MOST_CHANGES = 800;

export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const trace = tracePaths(old, fresh);
  if (trace === undefined) return [...removed(old), ...added(fresh)];
  return walkBack(old, fresh, trace);
}

function removed(lines: readonly string[]): readonly ChangedLine[] {
  return lines.map((text, at) => ({ kind: 'old', text, oldLine: at + 1 }));
}

function added(lines: readonly string[]): readonly ChangedLine[] {
  return lines.map((text, at) => ({ kind: 'new', text, newLine: at + 1 }));
}

/** For each number of changes, how far along the old text each diagonal comes. */
type Reach = ReadonlyMap<number, number>;

function tracePaths(
  old: readonly string[],
  fresh: readonly string[],
): readonly Reach[] | undefined {
  const trace: Reach[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    trace.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOf(reach, diagonal, changes);
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal])
        x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return [...trace, next];
    }
    reach = next;
  }
  return undefined;
}

/** From the diagonal that came farther: a line of the new text, or one of the old less. */
function startOf(reach: Reach, diagonal: number, changes: number): number {
  const [below, above] = [reach.get(diagonal - 1) ?? -1, reach.get(diagonal + 1) ?? -1];
  const goesDown = diagonal === -changes || (diagonal !== changes && below < above);
  return goesDown ? above : below + 1;
}

function walkBack(
  old: readonly string[],
  fresh: readonly string[],
  trace: readonly Reach[],
): readonly ChangedLine[] {
  const lines: ChangedLine[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let changes = trace.length - 2; changes >= 0; changes -= 1) {
    const reach = trace[changes] ?? new Map();
    const start = startOf(reach, x - y, changes);
    const isNew = start === (reach.get(x - y + 1) ?? -1) && !isOld(reach, x - y, changes);
    while (x > start && x > 0 && y > 0) {
      lines.push({ kind: 'same', text: old[x - 1] ?? '', oldLine: x, newLine: y });
      [x, y] = [x - 1, y - 1];
    }
    if (changes === 0) break;
    if (isNew) {
      lines.push({ kind: 'new', text: fresh[y - 1] ?? '', newLine: y });
      y -= 1;
    } else {
      lines.push({ kind: 'old', text: old[x - 1] ?? '', oldLine: x });
      x -= 1;
    }
  }
  return lines.reverse();
}

function isOld(reach: Reach, diagonal: number, changes: number): boolean {
  const [below, above] = [reach.get(diagonal - 1) ?? -1, reach.get(diagonal + 1) ?? -1];
  return !(diagonal === -changes || (diagonal !== changes && below < above));
}
