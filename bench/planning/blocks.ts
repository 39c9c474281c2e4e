/** Census blocks of a city with a real plan: as many grids as it has wards, on the blocks' own borders. */
import { readFileSync } from 'node:fs';
import { partition } from '#features/planning/rules/partition/partition.ts';
import { projectionAround } from '#features/planning/rules/projection.ts';
import { run } from '#features/planning/rules/steps.ts';
import type { City } from '#tests/worlds/planning-city.ts';
import { meanDistance, type Neighbours, type Standing, standing } from './measure.ts';

interface Block {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: { readonly coordinates: unknown };
}

export interface BlocksResult {
  readonly blocks: number;
  readonly wards: number;
  readonly seconds: number;
  readonly ours: Standing & { readonly meanDistance: number };
  readonly city: Standing & { readonly meanDistance: number };
}

const TOLERANCE = 0.02;

export function measureBlocks(path: string): BlocksResult {
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features: Block[] };
  const projection = projectionAround(-71.42, 41.82);
  const middles = features.map(({ properties }) =>
    projection.toMetres(Number(properties['INTPTLON10']), Number(properties['INTPTLAT10'])),
  );
  const place: City = {
    x: Float64Array.from(middles, ([x]) => x),
    y: Float64Array.from(middles, ([, y]) => y),
    weight: Float64Array.from(features, ({ properties }) => Number(properties['TOTPOP'])),
  };
  const wards = Int32Array.from(features, ({ properties }) => Number(properties['WARD']));
  const near = neighboursOf(features);
  const links = Int32Array.from(
    Array.from(near.from).flatMap((one, at) => [one, Number(near.to[at])]),
  );
  const grids = new Set(wards).size;
  const began = performance.now();
  const outcome = run(
    partition({ ...place, links, size: { grids }, tolerance: TOLERANCE, seed: 1 }),
  );
  const seconds = (performance.now() - began) / 1000;
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const judged = (grid: Int32Array) => ({
    ...standing(place.weight, grid, near, TOLERANCE),
    meanDistance: meanDistance(place, grid),
  });
  return {
    blocks: features.length,
    wards: grids,
    seconds,
    ours: judged(outcome.value.grid),
    city: judged(wards),
  };
}

/** Blocks that share a stretch of border: two corners one after the other. */
function neighboursOf(features: readonly Block[]): Neighbours {
  const owner = new Map<string, number>();
  const pairs = new Set<string>();
  for (const [block, { geometry }] of features.entries()) {
    for (const ring of ringsIn(geometry.coordinates)) {
      for (let at = 1; at < ring.length; at += 1) {
        const ends = [`${ring[at - 1]}`, `${ring[at]}`].sort().join(' ');
        const other = owner.get(ends);
        if (other === undefined) owner.set(ends, block);
        else if (other !== block) pairs.add(`${other} ${block}`);
      }
    }
  }
  const all = [...pairs].map((pair) => pair.split(' ').map(Number));
  return { from: all.map(([one]) => Number(one)), to: all.map(([, other]) => Number(other)) };
}

function ringsIn(value: unknown): readonly (readonly (readonly number[])[])[] {
  if (!Array.isArray(value)) return [];
  const [first]: unknown[] = value;
  if (Array.isArray(first) && typeof first[0] === 'number') return [value as number[][]];
  return value.flatMap(ringsIn);
}
