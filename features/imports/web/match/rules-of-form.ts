/** The matching as it begins, and what of it is still missing. */
import type { Answer } from '#kernel/endpoint.ts';
import { columnsOf, type FieldRule } from '#kernel/mapping.ts';
import {
  fieldsToGuess,
  guessFields,
  type ImportKind,
  type importFields,
  knownBy,
  placeWords,
} from '../../contract.ts';
import type { Looked } from './looked.ts';

type Fields = Answer<typeof importFields>;
type Rules = Readonly<Record<string, FieldRule>>;

/** As it was last time where the columns are there, else as it is guessed. */
export function startRules(
  kind: ImportKind,
  { fields, key }: Fields,
  { known, columns, geojson }: Looked,
  say: (field: string, choice?: string) => string,
): Rules {
  if (known !== null && Object.values(known.fields).every((rule) => isThere(rule, columns)))
    return known.fields;
  const asked = fieldsToGuess(kind, fields, say);
  const by = { field: key, by: knownBy(kind) };
  const guessed = guessFields(asked, columns, placeWords, by);
  const shaped = geojson && fields.some(({ kind: type }) => type === 'shape');
  return shaped ? { ...guessed, shape: { geometry: true } } : guessed;
}

function isThere(rule: FieldRule, columns: Looked['columns']): boolean {
  return columnsOf(rule).every((column) => columns.some(({ name }) => name === column));
}

/** Fields every row needs that have no column yet. */
export function missingFields({ fields }: Fields, rules: Rules): readonly string[] {
  return fields
    .filter(({ name, required }) => required && rules[name] === undefined)
    .map(({ name }) => name);
}

export function columnsIn(rules: Rules): ReadonlySet<string> {
  return new Set(Object.values(rules).flatMap(columnsOf));
}

/** The one column of a rule, with its words; undefined for other rules. */
export function columnIn(rule: FieldRule | undefined): string | undefined {
  if (rule === undefined) return undefined;
  if (typeof rule === 'string') return rule;
  return 'column' in rule ? rule.column : undefined;
}

/** What each text of the column means, as far as somebody has said. */
export function valuesIn(rule: FieldRule | undefined): Readonly<Record<string, string>> {
  if (rule === undefined || typeof rule === 'string' || !('column' in rule)) return {};
  return Object.fromEntries(
    Object.entries(rule.values ?? {}).map(([text, value]) => [text, String(value)]),
  );
}
