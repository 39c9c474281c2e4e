/**
 * Ground without a household that hangs apart from the rest of its grid, as where
 * a border beyond the last houses comes back over the boundary: it goes to the
 * grid it borders on most, so that nobody is asked to walk round for empty ground.
 */
import type { Places } from '../partition/places.ts';
import { isInside, type Pieces } from './clip.ts';
import { type Lines, toUnits } from './mesh.ts';
import { type Loop, loopsByGrid, nested } from './trace.ts';

/** The same outlines with such ground given away; ground that borders on no other grid stays. */
export function absorbed(
  { x, y }: Lines,
  places: Pick<Places, 'x' | 'y'>,
  label: Int32Array,
  pieces: Pieces,
): Pieces {
  const homes = homesByGrid(places, label);
  let kept = pieces;
  // Each round joins some ground to other ground, so there is a last one.
  for (;;) {
    const apart = [...loopsByGrid(x, y, kept)].flatMap(([grid, loops]) =>
      emptyOf(nested(loops), homes.get(grid) ?? []),
    );
    const given = give({ x, y }, apart, kept);
    if (given === undefined) return kept;
    kept = given;
  }
}

type Spot = readonly [number, number];

function homesByGrid({ x, y }: Pick<Places, 'x' | 'y'>, label: Int32Array) {
  const homes = new Map<number, Spot[]>();
  for (const [at, grid] of label.entries()) {
    const spot = [toUnits(x[at] as number), toUnits(y[at] as number)] as const;
    const own = homes.get(grid);
    if (own === undefined) homes.set(grid, [spot]);
    else own.push(spot);
  }
  return homes;
}

type GroundLoops = readonly Loop[];

/** Grounds where none of the grid's homes lie, if another has some. */
function emptyOf(grounds: readonly GroundLoops[], homes: readonly Spot[]): readonly GroundLoops[] {
  if (grounds.length < 2) return [];
  const empty = grounds.filter((loops) => {
    const rings = loops.map(({ ring }) => ring);
    return !homes.some(([px, py]) => isInside(rings, px, py));
  });
  return empty.length < grounds.length ? empty : [];
}

/** Gives grounds to their neighbours, none beside one given in the same round; undefined where none can be given. */
function give(
  { x, y }: Pick<Lines, 'x' | 'y'>,
  grounds: readonly GroundLoops[],
  pieces: Pieces,
): Pieces | undefined {
  if (grounds.length === 0) return undefined;
  const left = [...pieces.left];
  const right = [...pieces.right];
  const twin = twinsOf(pieces);
  const touched = new Set<number>();
  for (const loops of grounds) {
    const round = loops.flatMap((loop) => loop.pieces);
    if (round.some((piece) => touched.has(piece))) continue;
    const receiver = longestBeside({ x, y }, pieces, round);
    if (receiver === undefined) continue;
    for (const piece of round) {
      left[piece] = receiver;
      const back = twin(piece);
      if (back !== undefined) right[back] = receiver;
      touched.add(piece).add(back ?? piece);
    }
  }
  return touched.size === 0 ? undefined : withoutInner({ ...pieces, left, right });
}

/** The grid with the longest common border along these pieces. */
function longestBeside(
  { x, y }: Pick<Lines, 'x' | 'y'>,
  { from, to, right }: Pieces,
  round: readonly number[],
): number | undefined {
  const lengths = new Map<number, number>();
  for (const piece of round) {
    const beside = right[piece] as number;
    if (beside < 0) continue;
    const [a, b] = [from[piece] as number, to[piece] as number];
    const length = Math.hypot(
      (x[b] as number) - (x[a] as number),
      (y[b] as number) - (y[a] as number),
    );
    lengths.set(beside, (lengths.get(beside) ?? 0) + length);
  }
  const [longest] = [...lengths].sort(([a, one], [b, other]) => other - one || a - b);
  return longest?.[0];
}

/** Finds the piece that runs back along another. */
function twinsOf({ from, to }: Pieces): (piece: number) => number | undefined {
  const key = (one: number, other: number): string => `${one} ${other}`;
  const pieceOf = new Map(
    from.map((corner, piece) => [key(corner, to[piece] as number), piece] as const),
  );
  return (piece) => pieceOf.get(key(to[piece] as number, from[piece] as number));
}

/** What has the same grid on both sides is no border. */
function withoutInner({ from, to, left, right }: Pieces): Pieces {
  const kept = [...left.keys()].filter((piece) => left[piece] !== right[piece]);
  const pick = (values: readonly number[]) => kept.map((piece) => values[piece] as number);
  return { from: pick(from), to: pick(to), left: pick(left), right: pick(right) };
}
