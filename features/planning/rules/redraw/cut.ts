/**
 * A line through a grid, from one place of its border to another: two pieces of ground
 * come of it. With one of them as a new grid the grid is split; with one of them given to
 * the neighbour the end of their border slides along the border of the area.
 */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { doubleArea, firstClockwise } from '../shapes/trace.ts';
import { reversed, withCorner } from './bend.ts';
import {
  type Fabric,
  isFixed,
  otherEnd,
  type Piece,
  piecesAt,
  spotOf,
  touchesGrid,
} from './fabric.ts';
import { isWithin, isWithinGrid, type Stretch, stretchesWithin } from './stretch.ts';
import { interferes, isSame, nearestOn, type Spot } from './touch.ts';

export interface Split {
  readonly fabric: Fabric;
  /** Number of the new grid. */
  readonly made: number;
}

/**
 * Splits a grid by a drawn line; the smaller piece is the new grid. What of the line lies
 * outside does not count. Refuses `redraw.line_ends` (it does not go through), `redraw.line_once`
 * (it goes in and out more than once, or only around a hole), `redraw.crosses`.
 * @param reach units within which an end of the line is on the border, and a corner is met
 */
export function split(
  fabric: Fabric,
  grid: number,
  line: readonly Spot[],
  reach: number,
): Outcome<Split> {
  const stretches = stretchesWithin(fabric, grid, line, reach);
  const [stretch, ...more] = stretches;
  if (stretch === undefined) return refused({ code: 'redraw.line_ends' });
  if (more.length > 0) return refused({ code: 'redraw.line_once' });
  const cut = cutAlong(fabric, grid, stretch);
  if (!cut.ok) return cut;
  const { left, right } = cut.value;
  const taken = smallerOf(cut.value.fabric, left, right);
  const made = fabric.parts.length;
  const part = fabric.parts[grid] as string;
  const grown = { ...cut.value.fabric, parts: [...fabric.parts, part] };
  return done({ fabric: given(grown, grid, taken, made), made });
}

/**
 * Slides the end of a border between two grids along the border of the area. Refuses
 * `redraw.fixed` where more than one border ends there, and as `split`.
 */
export function slide(fabric: Fabric, corner: number, to: Spot): Outcome<Fabric> {
  const inner = piecesAt(fabric, corner).filter((piece) => !isFixed(fabric, piece));
  const [border, ...more] = inner;
  if (border === undefined || more.length > 0) return refused({ code: 'redraw.fixed' });
  const { left, right } = border;
  const rail = nearestFixed(fabric, [left, right], to);
  if (rail === undefined) return refused({ code: 'redraw.fixed' });
  const loses = touchesGrid(rail.piece, left) ? left : right;
  const gains = loses === left ? right : left;
  const from = otherEnd(border, corner) as number;
  const cut = cutAlong(fabric, loses, {
    start: { corner: from },
    between: [],
    end: endAt(fabric, rail),
  });
  if (!cut.ok) return cut;
  const holds = ({ ways }: Way): boolean =>
    ways.some(
      ([one, other]) => (one === from ? other : one) === corner && (one === from || other === from),
    );
  const taken = [cut.value.left, cut.value.right].filter(holds);
  const [way] = taken;
  if (way === undefined || taken.length !== 1) return refused({ code: 'redraw.crosses' });
  return done(given(cut.value.fabric, loses, way, gains));
}

interface Rail {
  readonly piece: Piece;
  readonly at: Spot;
  readonly square: number;
}

function nearestFixed(fabric: Fabric, grids: readonly number[], to: Spot): Rail | undefined {
  let best: Rail | undefined;
  for (const piece of fabric.pieces) {
    if (!isFixed(fabric, piece) || !grids.some((grid) => touchesGrid(piece, grid))) continue;
    const found = nearestOn(spotOf(fabric, piece.from), spotOf(fabric, piece.to), to);
    if (best === undefined || found.square < best.square) best = { piece, ...found };
  }
  return best;
}

function endAt(fabric: Fabric, { piece, at }: Rail): Stretch['end'] {
  const corner = [piece.from, piece.to].find((end) => isSame(spotOf(fabric, end), at));
  return corner === undefined ? { piece, at } : { corner };
}

/** The way around a piece of ground, as pairs of corners, the ground on the left. */
interface Way {
  readonly ways: readonly (readonly [number, number])[];
}

interface Cut {
  readonly fabric: Fabric;
  readonly left: Way;
  readonly right: Way;
}

/** Lays the line into the fabric, the grid on both its sides, and goes around what lies on either side. */
function cutAlong(fabric: Fabric, grid: number, { start, between, end }: Stretch): Outcome<Cut> {
  const begun = withEnd(fabric, start);
  if (!begun.ok) return begun;
  const ended = withEnd(begun.value.fabric, end);
  if (!ended.ok) return ended;
  const base = ended.value.fabric;
  const corners = [...base.corners, ...between];
  const stops = [
    begun.value.corner,
    ...between.map((_, at) => base.corners.length + at),
    ended.value.corner,
  ];
  const line = stops.slice(1).map((to, at): Piece => {
    return { from: stops[at] as number, to, left: grid, right: grid };
  });
  const cut: Fabric = { ...base, corners, pieces: [...base.pieces, ...line] };
  if (!isClear(cut, line)) return refused({ code: 'redraw.crosses' });
  const [first] = line;
  if (first === undefined) return refused({ code: 'redraw.line_ends' });
  // It meets no border on its way, so all of it lies where its middle does.
  const [a, b] = [spotOf(cut, first.from), spotOf(cut, first.to)];
  if (!isWithinGrid(base, grid, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]))
    return refused({ code: 'redraw.crosses' });
  const around = walker(cut, grid);
  const left = around(first.from, first.to);
  if (left.ways.some(([from, to]) => from === first.to && to === first.from))
    return refused({ code: 'redraw.line_once' });
  return done({ fabric: cut, left, right: around(first.to, first.from) });
}

/** The corner an end stands on; a border that it meets between corners gets one there. */
function withEnd(
  fabric: Fabric,
  end: Stretch['end'],
): Outcome<{ readonly fabric: Fabric; readonly corner: number }> {
  if ('corner' in end) return done({ fabric, corner: end.corner });
  const { at } = end;
  // The other end may have cut the border already: then the nearest of its two pieces is meant.
  const piece = fabric.pieces.includes(end.piece) ? end.piece : nearestPiece(fabric, end.piece, at);
  const made = withCorner(fabric, piece, at);
  return made.ok ? done({ fabric: made.value, corner: fabric.corners.length }) : made;
}

function nearestPiece(fabric: Fabric, { left, right }: Piece, at: Spot): Piece {
  const far = ({ from, to }: Piece): number =>
    nearestOn(spotOf(fabric, from), spotOf(fabric, to), at).square;
  return fabric.pieces
    .filter((piece) => piece.left === left && piece.right === right)
    .reduce((best, one) => (far(one) < far(best) ? one : best));
}

/** True where the line meets no border and not itself, but where it begins and ends. */
function isClear(fabric: Fabric, line: readonly Piece[]): boolean {
  const ends = (piece: Piece) => [spotOf(fabric, piece.from), spotOf(fabric, piece.to)] as const;
  return line.every((piece) => {
    const [a, b] = ends(piece);
    if (isSame(a, b)) return false;
    return fabric.pieces.every((other) => {
      if (other === piece) return true;
      const [c, d] = ends(other);
      return !interferes(a, b, c, d);
    });
  });
}

/** Goes around the ground on the left of a border of the grid, from one corner to the next, until it is back. */
function walker(fabric: Fabric, grid: number): (from: number, to: number) => Way {
  const next = new Map<number, number[]>();
  for (const piece of fabric.pieces) {
    for (const { from, to, left } of [piece, reversed(piece)]) {
      if (left === grid) next.set(from, [...(next.get(from) ?? []), to]);
    }
  }
  const place = (corner: number): Spot => spotOf(fabric, corner);
  return (from, to) => {
    const ways: (readonly [number, number])[] = [];
    let [came, at] = [from, to];
    do {
      ways.push([came, at]);
      const on = next.get(at) ?? [];
      const chosen = on[firstClockwise(place, came, at, on)];
      if (chosen === undefined || ways.length > 2 * fabric.pieces.length)
        throw new Error(`The border of grid ${grid} leads nowhere at corner ${at}`);
      [came, at] = [at, chosen];
    } while (came !== from || at !== to);
    return { ways };
  };
}

function signedArea(fabric: Fabric, { ways }: Way): number {
  return doubleArea([...ways, ways[0] ?? [0, 0]].map(([from]) => spotOf(fabric, from)));
}

/** The smaller ground of two; a way that runs clockwise is a hole and none. */
function smallerOf(fabric: Fabric, left: Way, right: Way): Way {
  const [ours, theirs] = [signedArea(fabric, left), signedArea(fabric, right)];
  if (ours < 0) return right;
  return theirs < 0 || ours <= theirs ? left : right;
}

/** The ground within a way counts as another grid's, with whatever of the grid borders holes in it. */
function given(fabric: Fabric, grid: number, way: Way, to: number): Fabric {
  const key = (from: number, end: number): number => from * fabric.corners.length + end;
  const around = new Set(way.ways.map(([from, end]) => key(from, end)));
  const [first = 0] = way.ways[0] ?? [];
  const ring = [...way.ways.map(([from]) => from), first].map((corner) => spotOf(fabric, corner));
  const own = new Set(way.ways.map(([from]) => from));
  const goesAlong = (from: number, end: number): boolean =>
    around.has(key(from, end)) ||
    // The other side of the way lies outside of it, for all that rounding says of its middle.
    (!around.has(key(end, from)) && isWithin([ring], middleOf(fabric, from, end, own)));
  const label = (was: number, from: number, end: number): number =>
    was === grid && goesAlong(from, end) ? to : was;
  return {
    ...fabric,
    pieces: fabric.pieces
      .map((piece) => ({
        ...piece,
        left: label(piece.left, piece.from, piece.to),
        right: label(piece.right, piece.to, piece.from),
      }))
      .filter(({ left, right }) => left !== right),
  };
}

/** An end of a border that is not on the way around; the middle where both are. */
function middleOf(fabric: Fabric, from: number, to: number, own: ReadonlySet<number>): Spot {
  const corner = [from, to].find((end) => !own.has(end));
  if (corner !== undefined) return spotOf(fabric, corner);
  const [a, b] = [spotOf(fabric, from), spotOf(fabric, to)];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
