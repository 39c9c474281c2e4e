/** Grids of a generated city: ours, METIS on the same graph, k-means without bounds. */
import { partition } from '#features/planning/rules/partition/partition.ts';
import { placesOf } from '#features/planning/rules/partition/places.ts';
import type { PartitionProblem } from '#features/planning/rules/partition/problem.ts';
import { seeded } from '#features/planning/rules/seeded.ts';
import { shapesOf } from '#features/planning/rules/shapes/shapes.ts';
import { run } from '#features/planning/rules/steps.ts';
import { type City, city } from '#tests/worlds/planning-city.ts';
import { ASKED, CITIES, type Kind } from './asked.ts';
import { bestOfKMeans } from './k-means.ts';
import { meanDistance, roundness, type Standing, standing, triangulated } from './measure.ts';
import { megabytesFor } from './memory.ts';
import { hasMetis, metis } from './metis.ts';
import { type Times, timed } from './timed.ts';

export interface Judged extends Standing {
  readonly times: Times;
  readonly megabytes: number;
  /** Mean distance to the grid's middle as a ratio to k-means without bounds. */
  readonly toKMeans: number;
  /** Mean Polsby-Popper of the polygons, all drawn by the same rule. */
  readonly roundness: number;
}

export interface Warm {
  readonly times: Times;
  readonly moved: number;
  readonly outside: number;
}

export interface CityResult {
  readonly kind: Kind;
  readonly points: number;
  readonly grids: number;
  readonly seed: number;
  readonly starts: number;
  readonly ours: Judged;
  /** Null where the machine has no `gpmetis`. */
  readonly metis: Judged | null;
  readonly shapes: Times;
  readonly warm: Warm;
}

/** @param starts of k-means, of which the best is the measuring stick */
export function measureCity(
  { kind, points, seed }: Pick<CityResult, 'kind' | 'points' | 'seed'>,
  starts: number,
): CityResult {
  const place = CITIES[kind](points, seed);
  const graph = triangulated(place);
  const grids = points / ASKED.size.target;
  const { times, grid } = divided({ ...place, ...ASKED });
  const stick = bestOfKMeans(place, grids, starts);
  const judged = (of: Int32Array) => ({
    ...standing(place.weight, of, graph, ASKED.tolerance),
    toKMeans: meanDistance(place, of) / stick,
    roundness: roundness(polygonsOf(place, of)),
  });
  const { times: shapes } = timed(() => polygonsOf(place, grid));
  const theirs = hasMetis() ? metis(place.weight, graph, grids, ASKED.tolerance) : null;
  return {
    ...{ kind, points, grids, seed, starts, shapes },
    ours: { ...judged(grid), times, megabytes: megabytesFor(kind, points, seed) },
    metis: theirs && {
      ...judged(theirs.grid),
      times: { seconds: theirs.seconds, processor: theirs.seconds },
      megabytes: theirs.megabytes,
    },
    warm: again(place, grid),
  };
}

function divided(problem: PartitionProblem) {
  const { value, times } = timed(() => run(partition(problem)));
  if (!value.ok) throw new Error(value.refusal.code);
  return { times, ...value.value };
}

function polygonsOf(place: City, grid: Int32Array) {
  const places = placesOf({ ...place, size: { grids: 1 }, tolerance: 0, seed: 1 });
  const label = new Int32Array(places.count);
  for (const [point, at] of places.of.entries()) label[at] = Number(grid[point]);
  return shapesOf(places, label).polygons;
}

/** 3% leave, 5% come near somebody: how many of those who stayed change their grid. */
function again(place: City, grid: Int32Array): Warm {
  const random = seeded(4);
  const staying = Array.from(grid.keys()).filter(() => random() > 0.03);
  const near = Array.from({ length: Math.round(grid.length * 0.05) }, () =>
    Math.floor(random() * grid.length),
  );
  const position = (values: Float64Array): Float64Array =>
    Float64Array.from([
      ...staying.map((at) => Number(values[at])),
      ...near.map((at) => Number(values[at]) + 40 * (random() - 0.5)),
    ]);
  const previous = Int32Array.from([
    ...staying.map((at) => Number(grid[at])),
    ...near.map(() => -1),
  ]);
  const [x, y] = [position(place.x), position(place.y)];
  const weight = new Float64Array(previous.length).fill(1);
  const found = divided({ x, y, weight, previous, ...ASKED });
  return {
    times: found.times,
    moved: staying.filter((_, at) => found.grid[at] !== previous[at]).length / staying.length,
    outside: found.findings.filter(({ code }) => code === 'out_of_bounds').length,
  };
}

export interface PriceOfEvenness {
  readonly city: string;
  readonly tolerance: number;
  readonly toKMeans: number;
}

/** The same division with ever wider bounds: what even sizes cost in distance. */
export function priceOfEvenness(points: number, starts: number): readonly PriceOfEvenness[] {
  const cities = [
    ['strewn evenly', strewn(points)],
    ['clumps, seed 1', city(points, 1)],
    ['clumps, seed 2', city(points, 2)],
  ] as const;
  return cities.flatMap(([name, place]) => {
    const grids = points / ASKED.size.target;
    const stick = bestOfKMeans(place, grids, starts);
    return [0.05, 0.2, 0.4, 0.95].map((tolerance) => {
      const { grid } = divided({ ...place, size: { grids }, tolerance, seed: 1 });
      return { city: name, tolerance, toKMeans: meanDistance(place, grid) / stick };
    });
  });
}

function strewn(points: number): City {
  const random = seeded(1);
  const side = Math.sqrt(points) * 40;
  const numbers = () => Float64Array.from({ length: points }, () => random() * side);
  return { x: numbers(), y: numbers(), weight: new Float64Array(points).fill(1) };
}
