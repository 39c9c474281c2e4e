/** A file dropped on the planning table: households as CSV or GeoJSON, barriers as lines (GeoJSON). */
import { type LngLat, lngLat } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import words from '../../data/point-words.json' with { type: 'json' };
import { cellsOf } from './read-csv.ts';

export interface DroppedPoint {
  readonly place: LngLat;
  /** Households. */
  readonly weight: number;
  readonly label: string;
}

export interface Dropped {
  readonly points: readonly DroppedPoint[];
  /** Lines nobody is a neighbour across, in degrees. */
  readonly walls: readonly (readonly LngLat[])[];
  /** Where they may be crossed. */
  readonly bridges: readonly (readonly LngLat[])[];
}

type Column = keyof typeof words;

/** Refuses `import.column_missing`, `import.number`, `geometry.*`, `input.invalid`; `detail.row` counts from 1, the heads included. */
export function readDropped(text: string): Outcome<Dropped> {
  return text
    .trimStart()
    .replace(/^\uFEFF/, '')
    .startsWith('{')
    ? fromGeojson(text)
    : fromCsv(text);
}

/** Where each column stands, by its name. */
function columnOf(heads: readonly string[], column: Column): number {
  return heads.findIndex((head) => words[column].includes(head.trim().toLowerCase()));
}

function fromCsv(text: string): Outcome<Dropped> {
  const [heads = [], ...rows] = cellsOf(text);
  const [lng, lat] = [columnOf(heads, 'lng'), columnOf(heads, 'lat')];
  const [weight, label] = [columnOf(heads, 'weight'), columnOf(heads, 'label')];
  if (lng < 0 || lat < 0) {
    const column = words[lng < 0 ? 'lng' : 'lat'].join(' / ');
    return refused({ code: 'import.column_missing', detail: { column } });
  }
  const points: DroppedPoint[] = [];
  for (const [at, row] of rows.entries()) {
    const point = pointOf(
      [Number(row[lng]), Number(row[lat])],
      weight < 0 ? 1 : Number(row[weight] || Number.NaN),
      label < 0 ? '' : (row[label] ?? ''),
      at + 2,
    );
    if (!point.ok) return point;
    points.push(point.value);
  }
  return done({ points, walls: [], bridges: [] });
}

const LONGEST_LABEL = 80;

function pointOf(
  [lng, lat]: LngLat,
  weight: number,
  label: string,
  row: number,
): Outcome<DroppedPoint> {
  const place = lngLat(lng, lat);
  if (!place.ok) return refused({ ...place.refusal, detail: { ...place.refusal.detail, row } });
  if (!(Number.isFinite(weight) && weight >= 0))
    return refused({ code: 'planning.weight', field: 'weight', detail: { row, count: 1 } });
  return done({ place: place.value, weight, label: label.slice(0, LONGEST_LABEL) });
}

interface Feature {
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

function fromGeojson(text: string): Outcome<Dropped> {
  const features = featuresOf(text);
  if (features === undefined) return refused({ code: 'input.invalid', field: 'file' });
  const points: DroppedPoint[] = [];
  const walls: (readonly LngLat[])[] = [];
  const bridges: (readonly LngLat[])[] = [];
  for (const [at, { geometry, properties }] of features.entries()) {
    const told = (column: Column): unknown =>
      Object.entries(properties ?? {}).find(([name]) =>
        words[column].includes(name.toLowerCase()),
      )?.[1];
    const lines = linesOf(geometry?.type, geometry?.coordinates);
    const isBridge = Boolean(told('bridge'));
    if (lines.length > 0) (isBridge ? bridges : walls).push(...lines);
    const place = middleOf(geometry?.type, geometry?.coordinates);
    if (place === undefined) continue;
    if (isBridge) {
      bridges.push([place, place]);
      continue;
    }
    const point = pointOf(place, Number(told('weight') ?? 1), String(told('label') ?? ''), at + 1);
    if (!point.ok) return point;
    points.push(point.value);
  }
  return done({ points, walls, bridges });
}

function featuresOf(text: string): readonly Feature[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const features =
      typeof read === 'object' && read !== null && 'features' in read ? read.features : [];
    return Array.isArray(features) && features.length > 0 ? (features as Feature[]) : undefined;
  } catch {
    return undefined;
  }
}

type Positions = readonly LngLat[];

function linesOf(type: string | undefined, coordinates: unknown): readonly Positions[] {
  if (type === 'LineString') return [coordinates as Positions];
  return type === 'MultiLineString' ? (coordinates as readonly Positions[]) : [];
}

/** A point itself; of a building's outline the middle of its corners. */
function middleOf(type: string | undefined, coordinates: unknown): LngLat | undefined {
  if (type === 'Point') return coordinates as LngLat;
  const ring = outerRingOf(type, coordinates);
  if (ring === undefined || ring.length < 2) return undefined;
  const corners = ring.slice(1);
  const sum = (axis: 0 | 1): number => corners.reduce((total, one) => total + one[axis], 0);
  return [sum(0) / corners.length, sum(1) / corners.length];
}

function outerRingOf(type: string | undefined, coordinates: unknown): Positions | undefined {
  if (type === 'Polygon') return (coordinates as readonly Positions[])[0];
  return type === 'MultiPolygon'
    ? (coordinates as readonly (readonly Positions[])[])[0]?.[0]
    : undefined;
}
