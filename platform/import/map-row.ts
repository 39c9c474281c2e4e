/** A row of a file as the values of a record's fields, by the mapping. */
import { createHash } from 'node:crypto';
import { columnsOf, type FieldRule, type Mapping } from '#kernel/mapping.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CellContext, cellText, cellValue, shapeValue } from './cell.ts';
import type { FieldSpec, FieldSpecs, FieldValue } from './field-spec.ts';
import { notDegrees, placeValue } from './place-cells.ts';
import type { RawRow } from './table.ts';

export type Values = Readonly<Record<string, FieldValue>>;

/** The refusal's `field` is the column where one cell is to blame, else the field. */
export type RowMapper = (row: RawRow) => Outcome<Values>;

/**
 * Checks the mapping against the fields and the columns of the file.
 * Refuses `import.mapping` (a field that is none, a required one left out) and
 * `import.column_missing`.
 */
export function rowMapper(
  specs: FieldSpecs,
  mapping: Mapping,
  columns: readonly string[],
  timeZone: string,
): Outcome<RowMapper> {
  const unknown = Object.keys(mapping.fields).find((name) => !Object.hasOwn(specs, name));
  if (unknown !== undefined) return refused({ code: 'import.mapping', field: `fields.${unknown}` });
  for (const [name, rule] of Object.entries(mapping.fields)) {
    const missing = columnsOf(rule).find((column) => !columns.includes(column));
    if (missing !== undefined)
      return refused({ code: 'import.column_missing', field: name, detail: { column: missing } });
  }
  const left = Object.entries(specs).find(
    ([name, spec]) => spec.required === true && mapping.fields[name] === undefined,
  );
  if (left) return refused({ code: 'import.mapping', field: `fields.${left[0]}` });
  const context = { timeZone: mapping.timeZone ?? timeZone, coordinates: mapping.coordinates };
  return done((row) => mapRow(specs, mapping, context, row));
}

function mapRow(
  specs: FieldSpecs,
  mapping: Mapping,
  context: CellContext,
  row: RawRow,
): Outcome<Values> {
  const values: Record<string, FieldValue> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const rule = mapping.fields[name];
    const value = rule === undefined ? done(null) : readField(rule, spec, context, row);
    const found = value.ok && value.value === null && spec.required === true ? missing() : value;
    if (!found.ok) {
      const [column] = rule === undefined ? [] : columnsOf(rule);
      return refused({ ...found.refusal, field: found.refusal.field ?? column ?? name });
    }
    values[name] = found.value;
  }
  return done(values);
}

function missing(): Outcome<never> {
  return refused({ code: 'import.value_missing' });
}

function readField(
  rule: FieldRule,
  spec: FieldSpec,
  context: CellContext,
  { cells, geometry }: RawRow,
): Outcome<FieldValue> {
  if (typeof rule === 'string') return readCell(cells[rule], spec, context);
  if ('constant' in rule) return constantValue(rule.constant, spec, context);
  if ('columns' in rule) return joined(rule, spec, context, cells);
  if ('geometry' in rule)
    return geometry === undefined || geometry === null ? done(null) : shapeValue(geometry, context);
  if ('lng' in rule) return placeOf(rule, cells, context);
  return fromColumn(rule, spec, { ...context, format: rule.format }, cells[rule.column]);
}

function readCell(cell: unknown, spec: FieldSpec, context: CellContext): Outcome<FieldValue> {
  const text = cellText(cell);
  if (!text.ok || text.value === null) return text;
  return cellValue(text.value, spec, context);
}

type ColumnRule = Extract<FieldRule, { readonly column: string }>;

function fromColumn(
  rule: ColumnRule,
  spec: FieldSpec,
  context: CellContext,
  cell: unknown,
): Outcome<FieldValue> {
  const text = cellText(cell);
  if (!text.ok) return text;
  const said = text.value !== null && rule.empty?.includes(text.value) ? null : text.value;
  const { values } = rule;
  if (values === undefined) return said === null ? done(null) : cellValue(said, spec, context);
  const key = said ?? '';
  if (Object.hasOwn(values, key)) return constantValue(values[key] ?? null, spec, context);
  if (rule.otherwise !== undefined) return constantValue(rule.otherwise, spec, context);
  if (said === null) return done(null);
  return refused({ code: 'import.value_unknown', detail: { value: said.slice(0, 100) } });
}

function constantValue(
  value: string | number | boolean | null,
  spec: FieldSpec,
  context: CellContext,
): Outcome<FieldValue> {
  return value === null ? done(null) : cellValue(String(value), spec, context);
}

function joined(
  rule: Extract<FieldRule, { readonly join: string }>,
  spec: FieldSpec,
  context: CellContext,
  cells: RawRow['cells'],
): Outcome<FieldValue> {
  const parts: string[] = [];
  for (const column of rule.columns) {
    const text = cellText(cells[column]);
    if (!text.ok) return text;
    if (text.value !== null) parts.push(text.value);
  }
  return parts.length === 0 ? done(null) : cellValue(parts.join(rule.join), spec, context);
}

type PlaceRule = Extract<FieldRule, { readonly lng: string }>;

function placeOf(
  { lng, lat }: PlaceRule,
  cells: RawRow['cells'],
  context: CellContext,
): Outcome<FieldValue> {
  const [x, y] = [cellText(cells[lng]), cellText(cells[lat])];
  if (!x.ok) return x;
  if (!y.ok) return y;
  // Half a place: the column that lacks its half, or says no number, is named.
  if (x.value !== null || y.value !== null) {
    for (const [column, text] of [[lng, x.value] as const, [lat, y.value] as const]) {
      const wrong = notDegrees(text);
      if (wrong !== undefined) return refused({ ...wrong, field: column });
    }
  }
  return placeValue(x.value, y.value, context);
}

/** Digest of the mapped values: the same record says the same, whatever else its file holds. */
export function digestOf(values: Values): string {
  const names = Object.keys(values).sort();
  const text = JSON.stringify(names.map((name) => [name, values[name] ?? null]));
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
