/** Rows of a spreadsheet, CSV or GeoJSON file, with where each lies. */
import { lngLat } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { readTable } from '#platform/import/read-table.ts';
import words from '../data/column-words.json' with { type: 'json' };
import { type Projection, projectionAround } from '../rules/projection.ts';

export interface Rows {
  readonly columns: readonly string[];
  readonly cells: readonly Readonly<Record<string, unknown>>[];
  readonly geometry: readonly unknown[];
}

/** Refuses what the reader refuses, and a row it could not read, with its number. */
export async function readRows(path: string): Promise<Outcome<Rows>> {
  const table = await readTable(path, {});
  if (!table.ok) return table;
  const cells: Readonly<Record<string, unknown>>[] = [];
  const geometry: unknown[] = [];
  for await (const row of table.value.rows) {
    if (row.problem !== undefined) return refused({ ...row.problem, field: `row ${row.number}` });
    cells.push(row.cells);
    geometry.push(row.geometry);
  }
  return done({ columns: table.value.columns, cells, geometry });
}

type Word = keyof typeof words;

/** The column that goes by one of the words for it. */
export function columnFor({ columns }: Rows, word: Word): string | undefined {
  return columns.find((column) => words[word].includes(column.trim().toLowerCase()));
}

/** A number in a cell; NaN where there is none. */
export function numberIn(cell: unknown): number {
  if (typeof cell === 'number') return cell;
  const text = String(cell ?? '').trim();
  return text === '' ? Number.NaN : Number(text.replaceAll(',', ''));
}

export function textIn(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Undefined where the file was in metres. */
  readonly projection: Projection | undefined;
}

/** In metres. @param known projection of an earlier file, which this one shares */
export function positionsOf(rows: Rows, known?: Projection): Outcome<Positions> {
  if (rows.cells.length === 0) return refused({ code: 'planning.no_points', field: 'points' });
  const [x, y] = [columnFor(rows, 'x'), columnFor(rows, 'y')];
  const [lng, lat] = [columnFor(rows, 'longitude'), columnFor(rows, 'latitude')];
  if (rows.geometry[0] !== undefined) return inDegrees(rows.geometry.map(middleOf), known);
  if (lng !== undefined && lat !== undefined)
    return inDegrees(
      rows.cells.map((row) => [numberIn(row[lng]), numberIn(row[lat])] as const),
      known,
    );
  if (x === undefined || y === undefined)
    return refused({ code: 'import.column_missing', detail: { column: 'lng, lat' } });
  const column = (name: string) => Float64Array.from(rows.cells, (row) => numberIn(row[name]));
  return done({ x: column(x), y: column(y), projection: undefined });
}

type Degrees = readonly [number, number];

function inDegrees(all: readonly Degrees[], known?: Projection): Outcome<Positions> {
  const bad = all.flatMap(([lng, lat], at) => {
    const read = lngLat(lng, lat);
    return read.ok ? [] : [{ row: at + 1, code: read.refusal.code }];
  });
  const [first] = bad;
  if (first !== undefined) {
    const code = first.code === 'geometry.invalid' ? 'planning.coordinate' : 'planning.degrees';
    return refused({ code, field: 'points', detail: { row: first.row, count: bad.length } });
  }
  const mean = (axis: 0 | 1): number => all.reduce((sum, one) => sum + one[axis], 0) / all.length;
  const projection = known ?? projectionAround(mean(0), mean(1));
  const metres = all.map(([lng, lat]) => projection.toMetres(lng, lat));
  return done({
    x: Float64Array.from(metres, ([px]) => px),
    y: Float64Array.from(metres, ([, py]) => py),
    projection,
  });
}

/** A point itself; of anything else the middle of its corners. */
function middleOf(geometry: unknown): Degrees {
  const corners = cornersOf(geometry);
  const mean = (axis: 0 | 1): number =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

/** All positions of a GeoJSON geometry, however deep they stand. */
function cornersOf(geometry: unknown): readonly Degrees[] {
  const walk = (value: unknown): readonly Degrees[] => {
    if (!Array.isArray(value)) return [];
    const [lng, lat]: unknown[] = value;
    if (typeof lng === 'number' && typeof lat === 'number') return [[lng, lat]];
    return value.flatMap(walk);
  };
  const holds = typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry;
  return holds ? walk(geometry.coordinates) : [];
}
