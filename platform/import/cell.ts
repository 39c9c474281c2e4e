/** One cell as a value of a field, or the refusal that says why not. */
import { type CoordinateSystem, readMultiPolygon, readPoint } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import words from './cell-words.json' with { type: 'json' };
import type { FieldSpec, FieldValue } from './field-spec.ts';
import { clockOfCell, writtenDay, writtenInstant } from './written-time.ts';

export interface CellContext {
  readonly timeZone: string;
  readonly coordinates: CoordinateSystem;
  readonly format?: string | undefined;
}

const USUAL_MOST = 500;
const TRUE = new Set(words.true);
const FALSE = new Set(words.false);

/** The text of a cell, trimmed; null where it is empty. Numbers beyond exactness are no text. */
export function cellText(cell: unknown): Outcome<string | null> {
  if (cell === null || cell === undefined) return done(null);
  if (cell instanceof Date) return done(clockOfCell(cell));
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER)
    // A workbook rounds long numbers: an identity number typed as a number is lost there already.
    return refused({ code: 'input.invalid' });
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell).trim();
  return done(text === '' ? null : text);
}

/** Reads the text of a cell as the field's kind. */
export function cellValue(
  text: string,
  spec: FieldSpec,
  context: CellContext,
): Outcome<FieldValue> {
  switch (spec.kind) {
    case 'text':
      return textValue(text, spec);
    case 'number':
      return numberValue(text, Number.isFinite);
    case 'integer':
      return numberValue(text, Number.isSafeInteger);
    case 'boolean':
      return booleanValue(text);
    case 'day':
      return dated(writtenDay(text, context.format));
    case 'instant':
      return dated(writtenInstant(text, context.timeZone, context.format));
    case 'shape':
      return shapeFromText(text, context);
    case 'point':
      return refused({ code: 'import.mapping' });
  }
}

/** Reads a GeoJSON geometry. */
export function shapeValue(geometry: unknown, context: CellContext): Outcome<FieldValue> {
  const options = { system: context.coordinates };
  return isPoint(geometry) ? readPoint(geometry, options) : readMultiPolygon(geometry, options);
}

function shapeFromText(text: string, context: CellContext): Outcome<FieldValue> {
  try {
    return shapeValue(JSON.parse(text), context);
  } catch (error) {
    if (error instanceof SyntaxError) return refused({ code: 'geometry.invalid' });
    throw error;
  }
}

function isPoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Point';
}

function textValue(text: string, spec: FieldSpec): Outcome<FieldValue> {
  const most = spec.most ?? USUAL_MOST;
  if (text.length > most) return refused({ code: 'input.too_long', detail: { limit: most } });
  if (spec.choices && !spec.choices.includes(text))
    return refused({ code: 'import.value_unknown', detail: { value: text } });
  // PostgreSQL keeps no NUL in a text.
  return text.includes('\0') ? refused({ code: 'input.invalid' }) : done(text);
}

function numberValue(text: string, fits: (value: number) => boolean): Outcome<FieldValue> {
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(plain)
    ? Number(plain)
    : Number.NaN;
  return fits(value)
    ? done(value)
    : refused({ code: 'import.number', detail: { value: text.slice(0, 100) } });
}

function booleanValue(text: string): Outcome<FieldValue> {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return done(true);
  if (FALSE.has(word)) return done(false);
  return refused({ code: 'import.value_unknown', detail: { value: text.slice(0, 100) } });
}

function dated(value: string | undefined): Outcome<FieldValue> {
  return value === undefined ? refused({ code: 'input.impossible_date' }) : done(value);
}
