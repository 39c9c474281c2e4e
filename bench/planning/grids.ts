/** Grids of a generated city: ours, METIS on the same graph, k-means without bounds. */
import { partition } from '#features/planning/rules/partition/partition.ts';
import { placesOf } from '#features/planning/rules/partition/places.ts';
import type { PartitionProblem } from '#features/planning/rules/partition/problem.ts';
import { seeded } from '#features/planning/rules/seeded.ts';
import { shapesOf } from '#features/planning/rules/shapes/shapes.ts';
import { run } from '#features/planning/rules/steps.ts';
import { type City, city } from '#tests/worlds/planning-city.ts';
import { kMeans } from './k-means.ts';
import { meanDistance, type Standing, standing, triangulated } from './measure.ts';
import { metis } from './metis.ts';

export interface Judged extends Standing {
  readonly who: string;
  readonly seconds: number;
  readonly megabytes: number;
  /** Mean distance to the grid's middle as a ratio to k-means without bounds. */
  readonly toKMeans: number;
  /** Mean Polsby-Popper of the polygons, all drawn by the same rule. */
  readonly roundness: number;
}

export interface Warm {
  readonly seconds: number;
  readonly moved: number;
  readonly outside: number;
}

export interface CityResult {
  readonly points: number;
  readonly grids: number;
  readonly ours: Judged;
  readonly metis: Judged;
  readonly shapesSeconds: number;
  readonly warm: Warm;
}

const TARGET = 400;
const TOLERANCE = 0.05;

export function measureCity(points: number, seed: number): CityResult {
  const place = city(points, seed);
  const graph = triangulated(place);
  const grids = points / TARGET;
  const asked = { size: { target: TARGET }, tolerance: TOLERANCE, seed: 1 } as const;
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const grid = divided({ ...place, ...asked });
  const seconds = (performance.now() - began) / 1000;
  const megabytes = (process.memoryUsage().rss - before) / 1e6;
  const stick = meanDistance(place, kMeans(place, grids, 100));
  const drawn = performance.now();
  const roundness = roundnessOf(place, grid);
  const shapesSeconds = (performance.now() - drawn) / 1000;
  const judged = (who: string, of: ArrayLike<number>) => ({
    who,
    ...standing(place.weight, of, graph, TOLERANCE),
    toKMeans: meanDistance(place, of) / stick,
  });
  const theirs = metis(place.weight, graph, grids, TOLERANCE);
  return {
    points,
    grids,
    ours: { ...judged('lianxin', grid), seconds, megabytes, roundness },
    metis: {
      ...judged('METIS', theirs.grid),
      seconds: theirs.seconds,
      megabytes: theirs.megabytes,
      roundness: roundnessOf(place, theirs.grid),
    },
    shapesSeconds,
    warm: again(place, grid, asked),
  };
}

function divided(problem: PartitionProblem): Int32Array {
  const outcome = run(partition(problem));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.grid;
}

/** 4π area / perimeter², of the largest polygon of each grid. */
function roundnessOf(place: City, grid: Int32Array): number {
  const places = placesOf({ ...place, size: { grids: 1 }, tolerance: 0, seed: 1 });
  const label = new Int32Array(places.count);
  for (const [point, at] of places.of.entries()) label[at] = Number(grid[point]);
  const { polygons } = shapesOf(places, label);
  let [sum, count] = [0, 0];
  for (const [largest = []] of polygons.values()) {
    const [outer = []] = largest;
    let [area, length] = [0, 0];
    for (let at = 1; at < outer.length; at += 1) {
      const [ax, ay] = outer[at - 1] ?? [0, 0];
      const [bx, by] = outer[at] ?? [0, 0];
      area += (ax * by - bx * ay) / 2;
      length += Math.hypot(bx - ax, by - ay);
    }
    sum += (4 * Math.PI * Math.abs(area)) / length ** 2;
    count += 1;
  }
  return sum / count;
}

/** 3% leave, 5% come near somebody: how many of those who stayed change their grid. */
function again(
  place: City,
  grid: Int32Array,
  asked: Pick<PartitionProblem, 'size' | 'tolerance' | 'seed'>,
): Warm {
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
  const began = performance.now();
  const outcome = run(partition({ x, y, weight, previous, ...asked }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const moved = staying.filter((_, at) => outcome.value.grid[at] !== previous[at]).length;
  return {
    seconds: (performance.now() - began) / 1000,
    moved: moved / staying.length,
    outside: outcome.value.findings.filter(({ code }) => code === 'out_of_bounds').length,
  };
}
