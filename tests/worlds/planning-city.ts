/** Generated cities: households in clumps of many sizes, some strewn between. */
import { seeded } from '#features/planning/rules/seeded.ts';

export interface City {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

interface Manner {
  /** Of so many points one is strewn over the city, the others lie in clumps. */
  readonly strewn: number;
  /** Spread of a clump as a share of the distance between two, least and most. */
  readonly spread: readonly [number, number];
}

/** Density differs a hundredfold: towers beside fields. */
const HARD: Manner = { strewn: 10, spread: [0.1, 0.75] };
/** Density differs about fivefold, as within one built-up city. */
const MODERATE: Manner = { strewn: 2, spread: [0.5, 0.9] };

/** A tenth is strewn over the city, the rest lies in clumps of very different sizes. Metres. */
export function city(points: number, seed: number): City {
  return clumped(points, seed, HARD);
}

/** Half is strewn over the city, the rest lies in broad clumps. Metres. */
export function moderateCity(points: number, seed: number): City {
  return clumped(points, seed, MODERATE);
}

function clumped(points: number, seed: number, { strewn, spread }: Manner): City {
  const random = seeded(seed);
  const side = Math.sqrt(points) * 40;
  const clumps = Math.max(8, Math.round(points / 1500));
  const [least, most] = spread;
  const centres = Array.from({ length: clumps }, () => ({
    x: random() * side,
    y: random() * side,
    spread: (least + (most - least) * random() ** 2) * (side / Math.sqrt(clumps)),
    share: random() ** 2 + 0.05,
  }));
  const total = centres.reduce((sum, { share }) => sum + share, 0);
  const ends: number[] = [];
  for (const { share } of centres) ends.push((ends.at(-1) ?? 0) + share / total);
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let at = 0; at < points; at += 1) {
    if (at % strewn === 0) {
      x[at] = random() * side;
      y[at] = random() * side;
      continue;
    }
    const pick = random();
    const centre = centres[Math.max(0, indexAbove(ends, pick))] ?? centres[0];
    if (centre === undefined) continue;
    const [a, b] = normal(random);
    x[at] = centre.x + a * centre.spread;
    y[at] = centre.y + b * centre.spread;
  }
  return { x, y, weight: new Float64Array(points).fill(1) };
}

function indexAbove(ends: readonly number[], value: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 1) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function normal(random: () => number): readonly [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
