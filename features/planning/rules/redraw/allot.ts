/**
 * Households allotted to grids by name: the border between the grids concerned is drawn
 * anew, midway between their households (as planning draws all borders), and everything
 * around them stays. For whoever works without the map.
 */
import { contains, type LngLat, type MultiPolygon } from '#kernel/geometry/index.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { placesOf } from '../partition/places.ts';
import { projectionAround } from '../projection.ts';
import { shapesOf } from '../shapes/shapes.ts';
import { areNeighbours, type Fabric, ringsOfFabric, shapesOfFabric, toDegrees } from './fabric.ts';
import { type Stored, weave } from './weave.ts';

/** Households at one spot with the grid they are to be in; one past the last is a new grid. */
export interface Allotted {
  readonly place: LngLat;
  readonly weight: number;
  readonly grid: number;
}

/** Degrees, about a centimetre: corners of the new border that were meant to be old ones. */
const SEAM = 1e-7;

/**
 * Draws the border between two grids anew. With a number past the last one, the first is split.
 * Refuses `redraw.not_neighbours`, `redraw.other_part`, `redraw.empty` (a grid would have nobody:
 * that is a merge), and as `weave`.
 * @param homes those of both grids
 */
export function allot(
  fabric: Fabric,
  [one, other]: readonly [number, number],
  homes: readonly Allotted[],
): Outcome<Fabric> {
  const isNew = other === fabric.parts.length;
  if (!isNew && fabric.parts[one] !== fabric.parts[other])
    return refused({ code: 'redraw.other_part' });
  if (!isNew && !areNeighbours(fabric, one, other))
    return refused({ code: 'redraw.not_neighbours' });
  const labels = new Set(homes.map(({ grid }) => grid));
  if (!labels.has(one) || !labels.has(other)) return refused({ code: 'redraw.empty' });
  // A smooth border may pass a household closer than numbers tell apart; the one with all its steps never does.
  const smooth = drawnAnew(fabric, [one, other], homes, true);
  const drawn = holdsAll(smooth, homes) ? smooth : drawnAnew(fabric, [one, other], homes, false);
  if (!drawn.has(one) || !drawn.has(other)) return refused({ code: 'redraw.empty' });
  const parts = isNew ? [...fabric.parts, fabric.parts[one] as string] : fabric.parts;
  const shapes = shapesOfFabric(fabric);
  const grids = parts.map((part, grid): Stored => {
    const coordinates = drawn.get(grid);
    const anew = coordinates && { type: 'MultiPolygon' as const, coordinates };
    return { part, shape: anew ?? shapes[grid] ?? null };
  });
  return weave(grids, SEAM, fabric.corners);
}

type Drawn = ReadonlyMap<number, MultiPolygon['coordinates']>;

/** True unless a household that lies in one of them lies in another than its own. */
function holdsAll(drawn: Drawn, homes: readonly Allotted[]): boolean {
  const shapes = [...drawn].map(([grid, coordinates]) => ({
    grid,
    shape: { type: 'MultiPolygon' as const, coordinates },
  }));
  return homes.every(({ place, grid }) => {
    const holder = shapes.find(({ shape }) => contains(shape, place));
    return holder === undefined || holder.grid === grid;
  });
}

/** Polygons of both in degrees, within what both have today. */
function drawnAnew(
  fabric: Fabric,
  [one, other]: readonly [number, number],
  homes: readonly Allotted[],
  smooth: boolean,
): Drawn {
  const together = ringsOfFabric(fabric, (grid) =>
    grid === one || grid === other ? 0 : undefined,
  );
  const ground = (together.get(0) ?? []).map((rings) => rings.map((ring) => ring.map(toDegrees)));
  const [lng, lat] = ground[0]?.[0]?.[0] ?? [0, 0];
  const flat = projectionAround(lng, lat);
  const metres = homes.map(({ place }) => flat.toMetres(...place));
  const places = placesOf({
    x: Float64Array.from(metres, ([x]) => x),
    y: Float64Array.from(metres, ([, y]) => y),
    weight: Float64Array.from(homes, ({ weight }) => weight),
    part: new Int32Array(homes.length),
    previous: new Int32Array(0),
    pinned: new Int32Array(0),
    ...NOTHING_ASKED,
  });
  const label = new Int32Array(places.count);
  for (const [at, { grid }] of homes.entries()) label[places.of[at] as number] = grid;
  const boundary = ground.map((rings) =>
    rings.map((ring) => ring.map(([east, north]) => flat.toMetres(east, north))),
  );
  const { polygons } = shapesOf(places, label, { boundary, smooth });
  return new Map(
    [...polygons].map(([grid, own]) => [
      grid,
      own.map((rings) => rings.map((ring) => ring.map(([x, y]): LngLat => flat.toDegrees(x, y)))),
    ]),
  );
}

const NOTHING_ASKED = { size: { grids: 2 }, tolerance: 0.5, seed: 1 } as const;
