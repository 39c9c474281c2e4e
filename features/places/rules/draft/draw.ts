/** Draws a plan on the table: the one entry for the planning, run in a worker of the page. */
import type { Finding } from '#features/planning/rules/partition/findings.ts';
import { type Partition, partition } from '#features/planning/rules/partition/partition.ts';
import { placesOf } from '#features/planning/rules/partition/places.ts';
import type { PartitionProblem } from '#features/planning/rules/partition/problem.ts';
import { type Projection, projectionAround } from '#features/planning/rules/projection.ts';
import { shapesOf } from '#features/planning/rules/shapes/shapes.ts';
import type { Stepwise } from '#features/planning/rules/steps.ts';
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type Counted, countPlan } from '../plan/figures.ts';
import type { PlanGrid, PlanPoint } from '../plan/plan.ts';
import type { DraftSettings, Ground } from './ground.ts';
import { type Located, locate } from './locate.ts';

export interface Draft {
  /** Grids of today in their order, then new ones, which have no name yet. */
  readonly grids: readonly PlanGrid[];
  readonly points: readonly PlanPoint[];
  readonly counted: Counted;
  /** What a grid was asked to have. */
  readonly asked: { readonly least: number; readonly most: number };
  /** What could not be as asked; `grid` and `pinned` are numbers of `grids`. */
  readonly findings: readonly Finding[];
  /** Points outside every border: they have a grid, but its border does not hold them. */
  readonly outside: number;
  readonly stopped: boolean;
}

/** Share of the time that the division takes; the rest are borders. */
const DIVIDING = 0.9;

/**
 * A plan for the ground, warm-started from the grids of today. Refuses what `partition` refuses.
 * @param pins numbers of points that stay with their grid of today
 */
export function* draw(
  ground: Ground,
  settings: DraftSettings,
  pins: ReadonlySet<number>,
): Stepwise<Outcome<Draft>> {
  if (ground.points.length === 0) return refused({ code: 'planning.no_points', field: 'points' });
  const table = tableOf(ground, settings, pins);
  const steps = partition(table.problem);
  let word: 'stop' | undefined;
  let divided: Outcome<Partition> | undefined;
  while (divided === undefined) {
    const next = steps.next(word);
    if (next.done === true) divided = next.value;
    else word = yield { doing: next.value.doing, part: next.value.part * DIVIDING };
  }
  if (!divided.ok) return divided;
  yield { doing: 'borders', part: DIVIDING };
  return done(draftOf(table, divided.value));
}

/** Everything a drawing needs to know. */
interface Table {
  readonly ground: Ground;
  readonly located: Located;
  readonly pins: ReadonlySet<number>;
  readonly flat: Projection;
  readonly problem: PartitionProblem;
}

function tableOf(ground: Ground, settings: DraftSettings, pins: ReadonlySet<number>): Table {
  const table = { ground, located: locate(ground), pins, flat: projectionOf(ground) };
  return { ...table, problem: problemOf(table, settings) };
}

function projectionOf({ points }: Ground): Projection {
  const mean = (axis: 0 | 1): number =>
    points.reduce((sum, { place }) => sum + place[axis], 0) / points.length;
  return projectionAround(mean(0), mean(1));
}

function problemOf(
  {
    ground: { points, walls, bridges },
    located: { today, part },
    pins,
    flat,
  }: Omit<Table, 'problem'>,
  { size, tolerance, stay, seed }: DraftSettings,
): PartitionProblem {
  const places = points.map(({ place: [lng, lat] }) => flat.toMetres(lng, lat));
  return {
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    weight: Float64Array.from(points, ({ weight }) => weight),
    part,
    previous: today,
    pinned: today.map((grid, at) => (pins.has(at) ? grid : -1)),
    size,
    tolerance,
    stay,
    seed,
    ...(walls.length > 0 && {
      barriers: {
        walls: segmentsOf(walls, flat),
        bridges: segmentsOf(bridges, flat),
        reach: REACH,
      },
    }),
  };
}

/** Metres within which a bridge opens a barrier. */
const REACH = 60;

function segmentsOf(lines: readonly (readonly LngLat[])[], flat: Projection): Float64Array {
  return Float64Array.from(
    lines.flatMap((line) =>
      line.slice(1).flatMap(([lng, lat], at) => {
        const [fromLng, fromLat] = line[at] as LngLat;
        return [...flat.toMetres(fromLng, fromLat), ...flat.toMetres(lng, lat)];
      }),
    ),
  );
}

function draftOf(table: Table, { grid, findings, pieces, stopped }: Partition): Draft {
  const { ground, located, pins } = table;
  const number = numbering(ground.today.length, grid);
  const to = grid.map((one) => number.get(one) as number);
  const { shapes, outside } = bordersOf(table, to);
  const count =
    ground.today.length + [...number.values()].filter((one) => one >= ground.today.length).length;
  const grids = Array.from({ length: count }, (_, at): PlanGrid => {
    const known = ground.today[at];
    return {
      gridId: known?.gridId ?? null,
      version: known?.version ?? null,
      name: known?.name ?? '',
      areaId: areaOfGrid(ground, located, to, at) ?? known?.areaId ?? ground.areaId,
      geometry: shapes.get(at) ?? null,
    };
  });
  const points = ground.points.map(
    (point, at): PlanPoint => ({
      ...point,
      from: located.today[at] as number,
      to: to[at] as number,
      pinned: pins.has(at),
    }),
  );
  const renumber = (one: number): number => number.get(one) ?? one;
  return {
    grids,
    points,
    counted: countPlan(grids, points),
    asked: pieces[0]?.share.asked ?? { least: 0, most: 0 },
    findings: findings.map((one) => ({
      ...one,
      ...('grid' in one && { grid: renumber(one.grid) }),
      ...('pinned' in one && { pinned: renumber(one.pinned) }),
    })),
    outside,
    stopped,
  };
}

/** Grids of today keep their numbers; new ones follow without a gap. */
function numbering(today: number, grid: Int32Array): ReadonlyMap<number, number> {
  const used = [...new Set(grid)].sort((a, b) => a - b);
  let next = today;
  return new Map(used.map((one) => (one < today ? [one, one] : [one, next++])));
}

/** Polygons of all grids. Each part is tiled by itself, so that no border of a grid crosses its border. */
function bordersOf(
  { ground, located: { part, shapeOfPart }, problem, flat }: Table,
  to: Int32Array,
): { shapes: ReadonlyMap<number, MultiPolygon>; outside: number } {
  const shapes = new Map<number, MultiPolygon>();
  let outside = 0;
  for (const one of new Set(part)) {
    const own = Array.from(part.keys()).filter((at) => part[at] === one);
    const pick = (values: Float64Array): Float64Array =>
      Float64Array.from(own, (at) => values[at] as number);
    const { x, y, weight } = problem;
    const places = placesOf({
      ...problem,
      x: pick(x),
      y: pick(y),
      weight: pick(weight),
      part: new Int32Array(own.length),
      ...NO_GRIDS,
    });
    const label = new Int32Array(places.count);
    for (const [index, at] of own.entries()) label[places.of[index] as number] = to[at] as number;
    const tiled = tiledWithin(places, label, shapeOfPart.get(one) ?? ground.border, flat);
    outside += tiled.outside;
    for (const [grid, polygons] of tiled.polygons) shapes.set(grid, inDegrees(polygons, flat));
  }
  return { shapes, outside };
}

/** Tiles a border; where it holds nothing of some grid, the ground around the households instead. */
function tiledWithin(
  places: ReturnType<typeof placesOf>,
  label: Int32Array,
  border: MultiPolygon | null,
  flat: Projection,
) {
  const within = border === null ? undefined : { boundary: inMetres(border, flat) };
  const tiled = shapesOf(places, label, within ?? {});
  const outside = tiled.outside.length;
  const isWhole = [...new Set(label)].every((grid) => tiled.polygons.has(grid));
  const { polygons } = isWhole ? tiled : shapesOf(places, label);
  return { polygons, outside };
}

const NO_GRIDS = { previous: new Int32Array(0), pinned: new Int32Array(0) };

function inMetres({ coordinates }: MultiPolygon, flat: Projection) {
  return coordinates.map((rings) =>
    rings.map((ring) => ring.map(([lng, lat]) => flat.toMetres(lng, lat))),
  );
}

/** A hundred-millionth of a degree: a millimetre. */
const GRAIN = 1e8;

function inDegrees(polygons: MultiPolygon['coordinates'], flat: Projection): MultiPolygon {
  const rounded = (degree: number): number => Math.round(degree * GRAIN) / GRAIN;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring) =>
        ring.map(([x, y]): LngLat => {
          const [lng, lat] = flat.toDegrees(x, y);
          return [rounded(lng), rounded(lat)];
        }),
      ),
    ),
  };
}

/** The part most of a grid's points lie in. */
function areaOfGrid(
  { parts }: Ground,
  { part }: Located,
  to: Int32Array,
  grid: number,
): AreaId | undefined {
  const votes = new Map<number, number>();
  for (const [at, own] of to.entries()) {
    if (own === grid) votes.set(part[at] as number, (votes.get(part[at] as number) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a);
  return most === undefined ? undefined : parts[most[0]]?.areaId;
}
