/** The measuring stick: k-means without any bound on sizes, all else being equal. */
import { seeded } from '#features/planning/rules/seeded.ts';
import type { City } from '#tests/worlds/planning-city.ts';
import { meanDistance } from './measure.ts';

/** Rounds end when fewer than this part of the points changed cluster. */
const ENOUGH = 0.0005;
const ROUNDS = 100;

/** The best of several starts by mean distance; how good that is, in metres. */
export function bestOfKMeans(city: City, clusters: number, starts: number): number {
  const found = Array.from({ length: starts }, (_, start) =>
    meanDistance(city, kMeans(city, clusters, 7 + start)),
  );
  return Math.min(...found);
}

/**
 * Lloyd's rounds from a start spread by k-means++ over a sample. The nearest
 * centre is exact: looked for in a raster of centres, ring by ring.
 */
function kMeans({ x, y, weight }: City, clusters: number, seed: number): Int32Array {
  const [cx, cy] = spread({ x, y, weight }, clusters, seed);
  const label = new Int32Array(x.length).fill(-1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const nearest = finder(cx, cy);
    const [mass, sx, sy] = [
      new Float64Array(clusters),
      new Float64Array(clusters),
      new Float64Array(clusters),
    ];
    let changed = 0;
    for (let at = 0; at < x.length; at += 1) {
      const own = nearest(Number(x[at]), Number(y[at]), Number(label[at]));
      if (label[at] !== own) changed += 1;
      label[at] = own;
      const w = Number(weight[at]);
      mass[own] = Number(mass[own]) + w;
      sx[own] = Number(sx[own]) + w * Number(x[at]);
      sy[own] = Number(sy[own]) + w * Number(y[at]);
    }
    for (let own = 0; own < clusters; own += 1) {
      if (Number(mass[own]) === 0) continue;
      cx[own] = Number(sx[own]) / Number(mass[own]);
      cy[own] = Number(sy[own]) / Number(mass[own]);
    }
    if (changed <= ENOUGH * x.length) break;
  }
  return label;
}

function spread(
  { x, y }: City,
  clusters: number,
  seed: number,
): readonly [Float64Array, Float64Array] {
  const random = seeded(seed);
  const sample = Math.min(x.length, clusters * 40);
  const picks = Array.from({ length: sample }, () => Math.floor(random() * x.length));
  const apart = new Float64Array(sample).fill(Number.POSITIVE_INFINITY);
  const cx = new Float64Array(clusters);
  const cy = new Float64Array(clusters);
  let chosen = picks[0] ?? 0;
  for (let own = 0; own < clusters; own += 1) {
    cx[own] = Number(x[chosen]);
    cy[own] = Number(y[chosen]);
    let total = 0;
    for (let at = 0; at < sample; at += 1) {
      const point = picks[at] ?? 0;
      const dx = Number(x[point]) - Number(cx[own]);
      const dy = Number(y[point]) - Number(cy[own]);
      apart[at] = Math.min(Number(apart[at]), dx * dx + dy * dy);
      total += Number(apart[at]);
    }
    let left = random() * total;
    for (let at = 0; at < sample; at += 1) {
      left -= Number(apart[at]);
      chosen = picks[at] ?? 0;
      if (left <= 0) break;
    }
  }
  return [cx, cy];
}

type Nearest = (x: number, y: number, known: number) => number;

/** The nearest centre; one that is known to be near, or -1, spares much looking. */
function finder(cx: Float64Array, cy: Float64Array): Nearest {
  const west = Math.min(...cx);
  const south = Math.min(...cy);
  const wide = Math.max(Math.max(...cx) - west, Math.max(...cy) - south) || 1;
  const side = Math.max(1, Math.ceil(Math.sqrt(cx.length)));
  const cell = (wide / side) * 1.0001;
  const cells = Array.from({ length: side * side }, (): number[] => []);
  const index = (value: number, from: number): number =>
    Math.min(side - 1, Math.max(0, Math.floor((value - from) / cell)));
  for (let own = 0; own < cx.length; own += 1)
    cells[index(Number(cy[own]), south) * side + index(Number(cx[own]), west)]?.push(own);
  return (x, y, known) => {
    const square = (own: number): number => (x - Number(cx[own])) ** 2 + (y - Number(cy[own])) ** 2;
    const [column, row] = [index(x, west), index(y, south)];
    let best = Math.max(0, known);
    let least = square(best);
    const look = (own: number): void => {
      const apart = square(own);
      if (apart < least || (apart === least && own < best)) [best, least] = [own, apart];
    };
    // Cells of the next ring are at least so far away.
    for (let ring = 0; ring < side && Math.max(0, ring - 1) * cell <= Math.sqrt(least); ring += 1)
      for (const at of ringAround(side, column, row, ring)) cells[at]?.forEach(look);
    return best;
  };
}

/** Cells so many steps from one. */
function ringAround(side: number, column: number, row: number, ring: number): readonly number[] {
  const found: number[] = [];
  for (let r = Math.max(0, row - ring); r <= Math.min(side - 1, row + ring); r += 1) {
    const step = r === row - ring || r === row + ring ? 1 : 2 * ring;
    for (let c = column - ring; c <= column + ring; c += step)
      if (c >= 0 && c < side) found.push(r * side + c);
  }
  return found;
}
