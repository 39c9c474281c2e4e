/** Census blocks of a city with a real plan: as many grids as it has wards, on the blocks' own borders. */
import { readFileSync } from 'node:fs';
import { partition } from '#features/planning/rules/partition/partition.ts';
import { projectionAround } from '#features/planning/rules/projection.ts';
import { run } from '#features/planning/rules/steps.ts';
import type { City } from '#tests/worlds/planning-city.ts';
import { bestOfKMeans } from './k-means.ts';
import { meanDistance, type Standing, standing } from './measure.ts';
import { hasMetis, metis } from './metis.ts';
import { type Times, timed } from './timed.ts';

interface Block {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: { readonly coordinates: unknown };
}

export interface JudgedBlocks extends Standing {
  readonly meanDistance: number;
  readonly toKMeans: number;
  /** Mean 4π area / perimeter² over the blocks' own borders. */
  readonly roundness: number;
}

export interface BlocksResult {
  readonly blocks: number;
  readonly empty: number;
  readonly wards: number;
  readonly tolerance: number;
  readonly times: Times;
  readonly findings: readonly string[];
  readonly ours: JudgedBlocks;
  readonly city: JudgedBlocks;
  /** Null where the machine has no `gpmetis`. */
  readonly metis: JudgedBlocks | null;
}

const TOLERANCE = 0.02;
const STARTS = 10;
type Point = readonly [number, number];
const projection = projectionAround(-71.42, 41.82);

export function measureBlocks(path: string): BlocksResult {
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features: Block[] };
  const place = peopleIn(features);
  const wards = Int32Array.from(features, ({ properties }) => Number(properties['WARD']));
  const outlines = outlinesOf(features);
  const near = {
    from: outlines.shared.map(({ one }) => one),
    to: outlines.shared.map(({ other }) => other),
  };
  const grids = new Set(wards).size;
  const links = Int32Array.from(outlines.shared.flatMap(({ one, other }) => [one, other]));
  const lengths = Float64Array.from(outlines.shared, ({ length }) => length);
  const { value: outcome, times } = timed(() =>
    run(partition({ ...place, links, lengths, size: { grids }, tolerance: TOLERANCE, seed: 1 })),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const stick = bestOfKMeans(place, grids, STARTS);
  const judged = (grid: Int32Array): JudgedBlocks => ({
    ...standing(place.weight, grid, near, TOLERANCE),
    meanDistance: meanDistance(place, grid),
    toKMeans: meanDistance(place, grid) / stick,
    roundness: roundnessOf(outlines, grid),
  });
  return {
    blocks: features.length,
    empty: place.weight.filter((one) => one === 0).length,
    wards: grids,
    tolerance: TOLERANCE,
    times,
    findings: outcome.value.findings.map(({ code }) => code),
    ours: judged(outcome.value.grid),
    city: judged(wards),
    metis: hasMetis() ? judged(metis(place.weight, near, grids, TOLERANCE).grid) : null,
  };
}

function peopleIn(features: readonly Block[]): City {
  const middles = features.map(({ properties }) =>
    projection.toMetres(Number(properties['INTPTLON10']), Number(properties['INTPTLAT10'])),
  );
  return {
    x: Float64Array.from(middles, ([x]) => x),
    y: Float64Array.from(middles, ([, y]) => y),
    weight: Float64Array.from(features, ({ properties }) => Number(properties['TOTPOP'])),
  };
}

interface Outlines {
  readonly area: Float64Array;
  readonly perimeter: Float64Array;
  /** Blocks that share a stretch of border, and how long it is. */
  readonly shared: readonly {
    readonly one: number;
    readonly other: number;
    readonly length: number;
  }[];
}

/** A shared stretch is two corners one after the other that both blocks have. */
function outlinesOf(features: readonly Block[]): Outlines {
  const owner = new Map<string, number>();
  const shared = new Map<string, { one: number; other: number; length: number }>();
  const area = new Float64Array(features.length);
  const perimeter = new Float64Array(features.length);
  const steps = features.flatMap(({ geometry }, block) =>
    ringsIn(geometry.coordinates).flatMap((ring) => stepsOf(ring, block)),
  );
  for (const { block, a, b, name } of steps) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    area[block] = Number(area[block]) + (a[0] * b[1] - b[0] * a[1]) / 2;
    perimeter[block] = Number(perimeter[block]) + length;
    const one = owner.get(name) ?? block;
    owner.set(name, one);
    if (one === block) continue;
    const known = shared.get(`${one} ${block}`)?.length ?? 0;
    shared.set(`${one} ${block}`, { one, other: block, length: known + length });
  }
  return { area: area.map(Math.abs), perimeter, shared: [...shared.values()] };
}

function stepsOf(ring: readonly Point[], block: number) {
  return ring.slice(1).map((end, at) => {
    const start = ring[at] ?? end;
    const name = [`${start}`, `${end}`].sort().join(' ');
    return { block, name, a: projection.toMetres(...start), b: projection.toMetres(...end) };
  });
}

function ringsIn(value: unknown): readonly (readonly Point[])[] {
  if (!Array.isArray(value)) return [];
  const [first]: unknown[] = value;
  if (Array.isArray(first) && typeof first[0] === 'number') return [value as Point[]];
  return value.flatMap(ringsIn);
}

function roundnessOf({ area, perimeter, shared }: Outlines, grid: Int32Array): number {
  const sums = new Map<number, { area: number; length: number }>();
  const add = (own: number, more: number, length: number): void => {
    const sum = sums.get(own) ?? { area: 0, length: 0 };
    sums.set(own, { area: sum.area + more, length: sum.length + length });
  };
  for (const [block, own] of grid.entries())
    add(own, Number(area[block]), Number(perimeter[block]));
  for (const { one, other, length } of shared)
    if (grid[one] === grid[other]) add(Number(grid[one]), 0, -2 * length);
  const each = [...sums.values()].map((sum) => (4 * Math.PI * sum.area) / sum.length ** 2);
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}
