/** GeoJSON: each feature is a row, its properties the columns. */
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { RawRow, Table } from './table.ts';

const LARGEST = 300_000_000;
/** Column for the feature's own `id`, beside the properties. */
export const GEOJSON_ID = '$id';

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});

export function readGeojson(path: string): Outcome<Table> {
  if (statSync(path).size > LARGEST)
    return refused({ code: 'file.too_large', detail: { limit: '300 MB' } });
  const text = decode(readFileSync(path));
  if (text === undefined) return refused({ code: 'input.encoding' });
  const collection = Collection.safeParse(parsed(text));
  if (!collection.success) return refused({ code: 'file.unreadable' });
  const rows = collection.data.features.map(rowOf);
  const columns = new Set([GEOJSON_ID, ...rows.flatMap(({ cells }) => Object.keys(cells))]);
  let read = 0;
  async function* all(): AsyncGenerator<RawRow> {
    for (const row of rows) {
      read += 1;
      yield row;
    }
  }
  return done({
    columns: [...columns],
    rows: all(),
    progress: () => read / Math.max(1, rows.length),
  });
}

function rowOf(value: unknown, at: number): RawRow {
  const feature = Feature.safeParse(value);
  if (!feature.success) return { number: at + 1, cells: {}, problem: { code: 'geometry.invalid' } };
  const { id, properties, geometry } = feature.data;
  return {
    number: at + 1,
    cells: { ...properties, ...(id === undefined ? {} : { [GEOJSON_ID]: id }) },
    geometry,
  };
}

/** RFC 7946 knows UTF-8 only. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
