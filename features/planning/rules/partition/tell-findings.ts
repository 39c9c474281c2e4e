/** Looks at the finished division for what is not as it was asked for. */
import type { Division } from './divide.ts';
import type { Finding } from './findings.ts';
import type { Piece } from './piece.ts';
import type { Places } from './places.ts';
import { isWithin, type PartitionProblem } from './problem.ts';

export function findingsOf(
  problem: PartitionProblem,
  places: Places,
  pieces: readonly Piece[],
  divisions: readonly Division[],
): readonly Finding[] {
  const pointAt = firstPoints(places);
  const at = (place: number): number => pointAt[place] as number;
  return [
    ...tooMany(problem, divisions),
    ...cutOff(places, pieces, at),
    ...pieces.flatMap((piece) => [...heavy(piece, at), ...unfit(places, piece, at)]),
    ...pieces.flatMap((piece) => unkept(places, piece, at)),
    ...places.contradicted.map(
      (point): Finding => ({
        code: 'pin_contradicts',
        at: point,
        pinned: problem.pinned?.[point] ?? -1,
      }),
    ),
  ];
}

/** A point of each place, the first. */
function firstPoints({ of, count }: Places): Int32Array {
  const first = new Int32Array(count);
  for (let point = of.length - 1; point >= 0; point -= 1) first[of[point] as number] = point;
  return first;
}

function tooMany({ size }: PartitionProblem, divisions: readonly Division[]): readonly Finding[] {
  const made = divisions.reduce((sum, { grids }) => sum + grids, 0);
  return 'grids' in size && made > size.grids
    ? [{ code: 'more_grids', asked: size.grids, made }]
    : [];
}

/** Pins that do not hold: another grid's lie between, or no way leads there. */
function unkept(
  places: Places,
  { patch, label }: Piece,
  at: (place: number) => number,
): readonly Finding[] {
  return Array.from(patch.place).flatMap((whole, place): Finding[] => {
    const [pinned, grid] = [places.pinned[whole] as number, label[place] as number];
    return pinned < 0 || pinned === grid
      ? []
      : [{ code: 'pin_apart', at: at(whole), pinned, grid }];
  });
}

/** Of several pieces of one part the heaviest is the part, the others are cut off. */
function cutOff(
  places: Places,
  pieces: readonly Piece[],
  at: (place: number) => number,
): readonly Finding[] {
  const told = pieces.map(({ patch }) => ({
    code: 'cut_off' as const,
    part: places.part[patch.place[0] as number] as number,
    at: at(patch.place[0] as number),
    places: patch.count,
    weight: patch.weight.reduce((sum, one) => sum + one, 0),
  }));
  const main = new Map<number, (typeof told)[number]>();
  for (const one of told)
    if (one.weight > (main.get(one.part)?.weight ?? -1)) main.set(one.part, one);
  return told.filter((one) => main.get(one.part) !== one);
}

function heavy({ patch, label, share }: Piece, at: (place: number) => number): readonly Finding[] {
  const most = share.asked.most * (1 + 1e-9);
  return Array.from(patch.weight.keys())
    .filter((place) => (patch.weight[place] as number) > most)
    .map((place) => ({
      code: 'heavy_place',
      at: at(patch.place[place] as number),
      grid: label[place] as number,
      weight: patch.weight[place] as number,
      most: share.asked.most,
    }));
}

function unfit(
  places: Places,
  { patch, label, share }: Piece,
  at: (place: number) => number,
): readonly Finding[] {
  const load = new Map<number, number>();
  for (let place = 0; place < patch.count; place += 1) {
    const grid = label[place] as number;
    load.set(grid, (load.get(grid) ?? 0) + (patch.weight[place] as number));
  }
  const outside = [...load]
    .filter(([, weight]) => !isWithin(weight, share.asked))
    .sort(([a], [b]) => a - b)
    .map(
      ([grid, weight]): Finding => ({ code: 'out_of_bounds', grid, load: weight, ...share.asked }),
    );
  if (share.divisible) return outside;
  const weight = [...load.values()].reduce((sum, one) => sum + one, 0);
  const whole = patch.place[0] as number;
  const piece: Finding = {
    code: 'indivisible',
    part: places.part[whole] as number,
    at: at(whole),
    weight,
    grids: share.grids,
    mean: weight / share.grids,
  };
  return [piece, ...outside];
}
