/**
 * Which column of a file is which field: by its heading, then by what stands in
 * it. A guess is only ever a proposal; the person sees it and changes it. Pure.
 */
import type { FieldRule } from '#kernel/mapping.ts';

export type GuessedKind =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'day'
  | 'instant'
  | 'point'
  | 'shape';

export interface Field {
  readonly name: string;
  readonly kind: GuessedKind;
  /** What offices call it, the most usual word first. */
  readonly words: readonly string[];
  /** For a field with few values: each with the words for it. */
  readonly choices: readonly { readonly value: string; readonly words: readonly string[] }[];
}

export interface Column {
  readonly name: string;
  /** Different texts that stand in it, in the order of the file; the first few. */
  readonly values: readonly string[];
}

export interface PlaceWords {
  readonly lng: readonly string[];
  readonly lat: readonly string[];
}

/** A rule for each field that some column fits. No column is used twice, but for the key. */
export function guessFields(
  fields: readonly Field[],
  columns: readonly Column[],
  place: PlaceWords,
  key: { readonly field: string; readonly by: readonly string[] },
): Readonly<Record<string, FieldRule>> {
  const rules: Record<string, FieldRule> = {};
  const used = new Set<string>();
  const point = fields.find(({ kind }) => kind === 'point');
  const pair = point && placeColumns(columns, place);
  if (point && pair) {
    rules[point.name] = pair;
    used.add(pair.lng).add(pair.lat);
  }
  for (const { field, column } of pairs(fields, columns)) {
    if (rules[field.name] !== undefined || used.has(column.name)) continue;
    used.add(column.name);
    rules[field.name] = ruleFor(field, column);
  }
  return withKey(rules, key);
}

/** Best fits first; of equals, the field and the column that come first. */
function pairs(fields: readonly Field[], columns: readonly Column[]) {
  return fields
    .filter(({ kind }) => kind !== 'point' && kind !== 'shape')
    .flatMap((field) => columns.map((column) => ({ field, column, fit: fitOf(field, column) })))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit);
}

/** The field's own name, one of its words exactly, a word inside; nothing where the values speak against it. */
function fitOf(field: Field, column: Column): number {
  const name = plain(column.name);
  if (name === '' || !speaksFor(field, column)) return 0;
  const last = plain(column.name.split(' ').at(-1) ?? '');
  if (name === plain(field.name)) return 100;
  const whole = field.words.findIndex((word) => plain(word) === name || plain(word) === last);
  if (whole >= 0) return 80 - whole;
  const within = Math.max(
    0,
    ...field.words.filter((word) => name.includes(plain(word))).map((word) => plain(word).length),
  );
  return within === 0 ? 0 : 20 + within;
}

/** False where most of what stands in the column can be no value of the field. */
function speaksFor({ kind }: Field, { values }: Column): boolean {
  const test = SHAPES[kind];
  if (test === undefined || values.length === 0) return true;
  return values.filter((value) => test.test(value)).length >= values.length / 2;
}

const SHAPES: Partial<Record<GuessedKind, RegExp>> = {
  number: /^[+-]?[\d,]+(\.\d+)?$/,
  integer: /^[+-]?[\d,]+$/,
  day: /^\d{4}\D?\d{1,2}/,
  instant: /^\d{4}\D?\d{1,2}/,
};

function placeColumns(columns: readonly Column[], words: PlaceWords) {
  const find = (wanted: readonly string[]) =>
    columns.find(({ name }) => wanted.some((word) => plain(name).includes(plain(word))))?.name;
  const [lng, lat] = [find(words.lng), find(words.lat)];
  return lng === undefined || lat === undefined || lng === lat ? undefined : { lng, lat };
}

function ruleFor(field: Field, column: Column): FieldRule {
  if (field.choices.length === 0) return column.name;
  const values = guessValues(field, column.values);
  return Object.keys(values).length === 0 ? column.name : { column: column.name, values };
}

/** What each text of a column means among the choices of a field; left out where nobody can say. */
export function guessValues(
  { choices }: Pick<Field, 'choices'>,
  texts: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const value = choiceOf(choices, plain(text));
      return value === undefined ? [] : [[text, value]];
    }),
  );
}

function choiceOf(choices: Field['choices'], text: string): string | undefined {
  const exact = choices.find(
    ({ value, words }) => value === text || words.some((word) => plain(word) === text),
  );
  if (exact !== undefined) return exact.value;
  // The longest word inside says most: "unmanaged estate" is no "estate".
  const inside = choices
    .flatMap(({ value, words }) => words.map((word) => ({ value, word: plain(word) })))
    .filter(({ word }) => text.includes(word))
    .toSorted((a, b) => b.word.length - a.word.length);
  return inside[0]?.value;
}

/** A file without numbers of its own is known by what its rows are called. */
function withKey(
  rules: Record<string, FieldRule>,
  { field, by }: { readonly field: string; readonly by: readonly string[] },
): Readonly<Record<string, FieldRule>> {
  if (rules[field] !== undefined) return rules;
  const columns = by.flatMap((name) => {
    const rule = rules[name];
    if (typeof rule === 'string') return [rule];
    return rule !== undefined && 'column' in rule ? [rule.column] : [];
  });
  const [only] = columns;
  if (only === undefined) return rules;
  return { ...rules, [field]: columns.length === 1 ? only : { columns, join: ' ' } };
}

/** Without spaces, signs and what stands in brackets; full width as half. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
