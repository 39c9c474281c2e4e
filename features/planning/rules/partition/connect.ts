/** Every grid in one piece: what hangs apart goes to whom it touches. */
import { type Draft, draftOf, isSpare, move, squareTo } from './draft.ts';
import type { Patch } from './patch.ts';

/**
 * Keeps of each grid its heaviest connected piece (or the one with its pins)
 * and lets the others grow into their neighbours, place by place. Grids that
 * are empty begin at a place another can spare. The patch is connected.
 */
export function connected(patch: Patch, grids: number, label: Int32Array): Draft {
  const kept = keptPieces(patch, grids, label);
  regrow(patch, label, kept);
  const draft = draftOf(patch, grids, label);
  for (let grid = 0; grid < grids; grid += 1) if (draft.size[grid] === 0) begin(draft, grid);
  return draft;
}

/** 1 for places of the piece that stays of each grid. */
function keptPieces(patch: Patch, grids: number, label: Int32Array): Uint8Array {
  const { count } = patch;
  const search = { piece: new Int32Array(count).fill(-1), queue: new Int32Array(count) };
  const best = new Int32Array(grids).fill(-1);
  const most = new Float64Array(grids).fill(-1);
  let pieces = 0;
  for (let start = 0; start < count; start += 1) {
    if ((search.piece[start] as number) >= 0) continue;
    const grid = label[start] as number;
    const worth = worthOfPiece(patch, label, search, start, pieces);
    if (worth > (most[grid] as number)) {
      most[grid] = worth;
      best[grid] = pieces;
    }
    pieces += 1;
  }
  return Uint8Array.from(label, (grid, at) => (best[grid] === search.piece[at] ? 1 : 0));
}

interface Search {
  /** Number of the piece each place was found in, -1 for none yet. */
  readonly piece: Int32Array;
  readonly queue: Int32Array;
}

/** Walks one connected piece of one grid. A pin outweighs everybody; where nobody lives places count. */
function worthOfPiece(
  patch: Patch,
  label: Int32Array,
  { piece, queue }: Search,
  start: number,
  number: number,
): number {
  const { first, to, weight, pinned } = patch;
  const grid = label[start] as number;
  let [head, tail, worth] = [0, 1, 0];
  queue[0] = start;
  piece[start] = number;
  while (head < tail) {
    const at = queue[head] as number;
    head += 1;
    worth += (weight[at] as number) + 1e-9 + (pinned[at] === grid ? 1e15 : 0);
    const end = first[at + 1] as number;
    for (let edge = first[at] as number; edge < end; edge += 1) {
      const next = to[edge] as number;
      if (label[next] !== grid || (piece[next] as number) >= 0) continue;
      piece[next] = number;
      queue[tail] = next;
      tail += 1;
    }
  }
  return worth;
}

/** Places that are not kept take the grid of a neighbour that is, from the edges inwards. */
function regrow({ count, first, to }: Patch, label: Int32Array, kept: Uint8Array): void {
  const queue = new Int32Array(count);
  const waiting = new Uint8Array(count);
  let [head, tail] = [0, 0];
  const enqueueAround = (at: number): void => {
    for (let edge = first[at] as number; edge < (first[at + 1] as number); edge += 1) {
      const next = to[edge] as number;
      if (kept[next] === 1 || waiting[next] === 1) continue;
      waiting[next] = 1;
      queue[tail] = next;
      tail += 1;
    }
  };
  for (let at = 0; at < count; at += 1) if (kept[at] === 1) enqueueAround(at);
  while (head < tail) {
    const at = queue[head] as number;
    head += 1;
    label[at] = commonest(first, to, at, label, kept);
    kept[at] = 1;
    enqueueAround(at);
  }
}

function commonest(
  first: Int32Array,
  to: Int32Array,
  at: number,
  label: Int32Array,
  kept: Uint8Array,
): number {
  const votes = new Map<number, number>();
  let best = -1;
  for (let edge = first[at] as number; edge < (first[at + 1] as number); edge += 1) {
    const next = to[edge] as number;
    if (kept[next] !== 1) continue;
    const grid = label[next] as number;
    const count = (votes.get(grid) ?? 0) + 1;
    votes.set(grid, count);
    if (best < 0 || count > (votes.get(best) ?? 0)) best = grid;
  }
  return best;
}

/** An empty grid begins at the outermost spare place of the heaviest grid that has one. */
function begin(draft: Draft, grid: number): void {
  const donors = Array.from(draft.load.keys()).sort(
    (a, b) => (draft.load[b] as number) - (draft.load[a] as number) || a - b,
  );
  for (const donor of donors) {
    const place = outermostSpare(draft, donor);
    if (place < 0) continue;
    move(draft, place, grid);
    return;
  }
}

function outermostSpare(draft: Draft, grid: number): number {
  const places: number[] = [];
  for (let at = draft.head[grid] as number; at >= 0; at = draft.after[at] as number)
    if ((draft.patch.pinned[at] as number) < 0) places.push(at);
  places.sort((a, b) => squareTo(draft, b, grid) - squareTo(draft, a, grid) || a - b);
  return places.find((place) => isSpare(draft, place)) ?? -1;
}
