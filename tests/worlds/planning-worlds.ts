/** Small random worlds to divide: clumps, stacks, lines, holes, rivers with and without bridges. */
import type { PartitionProblem } from '#features/planning/rules/partition/problem.ts';
import { seeded } from '#features/planning/rules/seeded.ts';

export interface World {
  readonly problem: PartitionProblem;
  readonly random: () => number;
}

/** The same number is the same world. */
export function world(number: number): World {
  const random = seeded(number);
  const chance = (part: number): boolean => random() < part;
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  const points = chance(0.1) ? whole(4) : whole(160);
  const { x, y } = positions(points, random);
  const weight = Float64Array.from(x, () => (chance(0.1) ? 0 : whole(chance(0.3) ? 30 : 3)));
  weight[0] = Math.max(1, weight[0] ?? 0);
  const total = weight.reduce((sum, one) => sum + one, 0);
  const spots = new Set(Array.from(x, (px, at) => `${px} ${y[at]}`)).size;
  const grids = Math.min(whole(9), spots);
  const problem: PartitionProblem = {
    x,
    y,
    weight,
    size: chance(0.5) ? { grids } : { target: Math.ceil(total / grids) },
    tolerance: [0.02, 0.05, 0.1, 0.3][Math.floor(random() * 4)] ?? 0.05,
    seed: number,
    ...(chance(0.3) && { part: Int32Array.from(x, (px) => (px < 500 ? 0 : 1)) }),
    ...(chance(0.3) && { barriers: river(random) }),
  };
  return { problem, random };
}

function positions(points: number, random: () => number) {
  const kind = Math.floor(random() * 5);
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let at = 0; at < points; at += 1) {
    x[at] = 1000 * random();
    y[at] = kind === 1 ? 500 : 1000 * random();
    if (kind === 2)
      [x[at], y[at]] = [Math.round((x[at] ?? 0) / 100) * 100, Math.round((y[at] ?? 0) / 100) * 100];
    if (kind === 3) [x[at], y[at]] = [250 + 500 * (at % 2) + 30 * random(), 500 + 60 * random()];
    // Every third shares the spot of the one before it.
    if (kind === 4 && at % 3 === 2) [x[at], y[at]] = [x[at - 1] ?? 0, y[at - 1] ?? 0];
  }
  return { x, y };
}

function river(random: () => number): NonNullable<PartitionProblem['barriers']> {
  const at = 200 + 600 * random();
  const bridges = random() < 0.6 ? Float64Array.of(at, 500, at, 500) : new Float64Array(0);
  return { walls: Float64Array.of(at, -100, at, 480, at, 480, at, 1100), bridges, reach: 80 };
}
