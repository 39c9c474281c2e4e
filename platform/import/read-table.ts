/** A file of records as a table, whichever format it has. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { type Outcome, refused } from '#kernel/outcome.ts';
import type { Mapping } from './mapping.ts';
import { readCsv } from './read-csv.ts';
import { readGeojson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Table } from './table.ts';

type Format = NonNullable<Mapping['format']>;

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.geojson': 'geojson',
  '.json': 'geojson',
};

export type ReadingOptions = Pick<Mapping, 'format' | 'encoding' | 'delimiter' | 'sheet'>;

/** Refuses `file.unknown`, `file.unreadable`, `file.bomb`, `file.too_large`, `input.encoding`. */
export async function readTable(path: string, options: ReadingOptions): Promise<Outcome<Table>> {
  if (!existsSync(path)) return refused({ code: 'file.unknown' });
  switch (options.format ?? BY_ENDING[extname(path).toLowerCase()]) {
    case 'csv':
      return readCsv(path, options);
    case 'xlsx':
      return readXlsx(path, options.sheet);
    case 'geojson':
      return readGeojson(path);
    default:
      return refused({ code: 'file.unreadable' });
  }
}
