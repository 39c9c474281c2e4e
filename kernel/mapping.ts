/**
 * The mapping file: which columns of a file are which fields of the house, and
 * how to read them. Documented with examples in docs/import.md.
 */
import { z } from 'zod';
import { COORDINATE_SYSTEMS } from './geometry/index.ts';
import { done, type Outcome, refused } from './outcome.ts';

const column = z.string().min(1).max(200);
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const fromColumn = z.strictObject({
  column,
  /** How a day or an instant is written: `MM/DD/YYYY hh:mm:ss A`. */
  format: z.string().min(1).max(60).optional(),
  /** What each value of the column means here. */
  values: values.optional(),
  /** For values that `values` does not name; absent: such a row is refused. */
  otherwise: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  /** Texts that mean that nobody knows: `N/A`. */
  empty: z.array(z.string()).optional(),
});
const fromColumns = z.strictObject({
  columns: z.array(column).min(1).max(20),
  join: z.string().max(20).default(' '),
});
const fromConstant = z.strictObject({
  constant: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
const fromCoordinates = z.strictObject({ lng: column, lat: column });
const fromGeometry = z.strictObject({ geometry: z.literal(true) });

export const FieldRule = z.union([
  column,
  fromColumn,
  fromColumns,
  fromConstant,
  fromCoordinates,
  fromGeometry,
]);
export type FieldRule = z.output<typeof FieldRule>;

/** Where the heading stands, where it is not the first row: below a title, or over several rows. */
export const Heading = z.strictObject({
  /** First row of it, as a spreadsheet counts. */
  row: z.number().int().min(1).max(50),
  /** Rows of it: groups of columns above, names below. */
  rows: z.number().int().min(1).max(3).default(1),
});
export type Heading = z.output<typeof Heading>;

export const Mapping = z.strictObject({
  /** By the end of the file's name unless told. */
  format: z.enum(['csv', 'xlsx', 'geojson']).optional(),
  /** Told, broken characters are kept as U+FFFD; found out, they refuse the file. */
  encoding: z.enum(['utf-8', 'gb18030']).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.union([z.string().min(1), z.number().int().min(1)]).optional(),
  /** The first row unless told; not for GeoJSON. */
  heading: Heading.optional(),
  /** IANA zone of instants without one; the tenant's unless told. */
  timeZone: z.string().max(60).optional(),
  coordinates: z.enum(COORDINATE_SYSTEMS).default('wgs84'),
  fields: z.record(z.string(), FieldRule),
});
export type Mapping = z.output<typeof Mapping>;

/** Reads a mapping; the refusal names the place in it that is not right. */
export function readMapping(value: unknown): Outcome<Mapping> {
  const read = Mapping.safeParse(value);
  if (read.success) return done(read.data);
  const [issue] = read.error.issues;
  return refused({ code: 'import.mapping', field: issue?.path.join('.') ?? '' });
}

/** The columns a rule reads. */
export function columnsOf(rule: FieldRule): readonly string[] {
  if (typeof rule === 'string') return [rule];
  if ('column' in rule) return [rule.column];
  if ('columns' in rule) return rule.columns;
  return 'lng' in rule ? [rule.lng, rule.lat] : [];
}
