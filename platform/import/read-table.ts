/** A file of records as a table, whichever format it has. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Mapping } from '#kernel/mapping.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { readCsv } from './read-csv.ts';
import { readGeojson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ReadingOptions, Table } from './table.ts';

export type Format = NonNullable<Mapping['format']>;

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.geojson': 'geojson',
  '.json': 'geojson',
};

/** By the end of the file's name; undefined where it is none that can be read. */
export function formatOf(name: string): Format | undefined {
  return BY_ENDING[extname(name).toLowerCase()];
}

/** Refuses `file.unknown`, `file.unreadable`, `file.bomb`, `file.too_large`, `input.encoding`. */
export async function readTable(path: string, options: ReadingOptions): Promise<Outcome<Table>> {
  if (!existsSync(path)) return refused({ code: 'file.unknown' });
  switch (options.format ?? formatOf(path)) {
    case 'csv':
      return readCsv(path, options);
    case 'xlsx':
      return readXlsx(path, options);
    case 'geojson':
      return readGeojson(path);
    default:
      return refused({ code: 'file.unreadable' });
  }
}
