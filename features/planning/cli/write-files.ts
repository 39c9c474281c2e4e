/** What a spreadsheet and a map can open. */
import { writeFileSync } from 'node:fs';

/** So that spreadsheets see UTF-8. */
const MARK = '\ufeff';

export function writeCsv(
  path: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): void {
  const line = (cells: readonly unknown[]): string => cells.map(cell).join(',');
  const lines = rows.map((row) => line(columns.map((column) => row[column])));
  writeFileSync(path, `${MARK}${[line(columns), ...lines].join('\r\n')}\r\n`);
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export interface MapFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

export function writeGeojson(path: string, features: readonly MapFeature[]): void {
  const lines = features.map(({ properties, polygons }) =>
    JSON.stringify({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }),
  );
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}
