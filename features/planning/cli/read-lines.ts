/** Boundaries and barriers from GeoJSON, in metres of the points' projection. */
import { findCrossing, type Ring } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Barriers } from '../rules/partition/problem.ts';
import type { Projection } from '../rules/projection.ts';
import type { Polygon } from '../rules/shapes/trace.ts';
import { numberIn, readRows, textIn } from './read-rows.ts';

type Line = readonly (readonly [number, number])[];

/** Metres as they stand where the points were in metres. */
function asMetres(line: Line, projection: Projection | undefined): Line {
  return projection === undefined ? line : line.map(([lng, lat]) => projection.toMetres(lng, lat));
}

/** Lists of positions one level above the numbers. */
function linesIn(value: unknown): readonly Line[] {
  if (!Array.isArray(value)) return [];
  const [first]: unknown[] = value;
  if (Array.isArray(first) && typeof first[0] === 'number')
    return [
      value.map((one: unknown) =>
        Array.isArray(one) ? [Number(one[0]), Number(one[1])] : [Number.NaN, Number.NaN],
      ),
    ];
  return value.flatMap(linesIn);
}

interface Shape {
  readonly type: string;
  readonly coordinates: unknown;
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value;
}

/** Refuses what is not polygons (`geometry.invalid`) and rings that cross themselves (`geometry.self_crossing`). */
export async function readBoundary(
  path: string,
  projection: Projection | undefined,
): Promise<Outcome<readonly Polygon[]>> {
  const rows = await readRows(path);
  if (!rows.ok) return rows;
  const polygons: Polygon[] = [];
  for (const rings of rows.value.geometry.flatMap(ringsOf)) {
    const wrong = crossingIn(rings);
    if (wrong !== undefined) return refused(wrong);
    polygons.push(rings.map((ring) => asMetres(ring, projection)));
  }
  return polygons.length > 0
    ? done(polygons)
    : refused({ code: 'geometry.invalid', field: 'boundary' });
}

/** Rings of each polygon; what is no polygon is one without rings, which is refused. */
function ringsOf(geometry: unknown): readonly (readonly Line[])[] {
  if (!isShape(geometry) || !/Polygon$/.test(geometry.type)) return [[]];
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return Array.isArray(parts) ? parts.map(linesIn) : [[]];
}

function crossingIn(rings: readonly Line[]) {
  const finite = rings.flat(2).every(Number.isFinite);
  if (!finite || rings.length === 0 || rings.some((ring) => ring.length < 4))
    return { code: 'geometry.invalid', field: 'boundary' } as const;
  const place = findCrossing(rings as readonly Ring[]);
  if (place === undefined) return undefined;
  const [lng, lat] = place;
  return { code: 'geometry.self_crossing', field: 'boundary', detail: { lng, lat } } as const;
}

/** Metres around a bridge that it opens, unless its feature says `reach`. */
const REACH = 100;

/** Lines and outlines are walls; features with `bridge` set, points or lines, open them. */
export async function readBarriers(
  path: string,
  projection: Projection | undefined,
): Promise<Outcome<Barriers>> {
  const rows = await readRows(path);
  if (!rows.ok) return rows;
  const [walls, bridges]: [number[], number[]] = [[], []];
  let reach = REACH;
  for (const [at, geometry] of rows.value.geometry.entries()) {
    if (!isShape(geometry)) return refused({ code: 'geometry.invalid', field: 'barriers' });
    const cells = rows.value.cells[at] ?? {};
    const isBridge = isSet(cells['bridge']);
    if (isBridge) reach = numberIn(cells['reach']) || reach;
    for (const line of wallsIn(geometry))
      addSegments(isBridge ? bridges : walls, asMetres(line, projection));
  }
  return [...walls, ...bridges].every(Number.isFinite)
    ? done({ walls: Float64Array.from(walls), bridges: Float64Array.from(bridges), reach })
    : refused({ code: 'geometry.invalid', field: 'barriers' });
}

function isSet(cell: unknown): boolean {
  return !['', '0', 'false', 'no'].includes(textIn(cell).toLowerCase());
}

/** A point is a line of no length. */
function wallsIn({ type, coordinates }: Shape): readonly Line[] {
  return linesIn(type === 'Point' ? [coordinates, coordinates] : coordinates);
}

function addSegments(segments: number[], line: Line): void {
  for (let at = 1; at < line.length; at += 1)
    segments.push(...(line[at - 1] ?? [0, 0]), ...(line[at] ?? [0, 0]));
}
