/**
 * The facts of a scheme as a form: which fields there are, what they are
 * called, and what was typed into them. Fields are named by their place in the
 * document, so that names of any script and length are safe in a form.
 */

import { labelOf, valueLabelOf } from '../explain/explain.ts';
import { factUnit } from '../explain/reading.ts';
import type { Voice } from '../explain/say.ts';
import type { Plan } from '../scheme/compile.ts';
import type { RawFacts, SingleFact } from '../scheme/document.ts';
import type { FactProblem } from './read-facts.ts';

export interface FormField {
  /** Name of the field in the form; in a list, of the column. */
  readonly field: string;
  /** Name of the fact in the scheme. */
  readonly fact: string;
  readonly label: string;
  readonly type: SingleFact['type'];
  /** In which a number is given; empty for a pure one. */
  readonly unit: string;
  /** Of a choice: what is sent and what is shown. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly source: SingleFact['source'];
  readonly note: string | undefined;
}

export type FormPart =
  | (FormField & { readonly kind: 'field' })
  | {
      readonly kind: 'list';
      readonly field: string;
      readonly fact: string;
      readonly label: string;
      readonly note: string | undefined;
      readonly columns: readonly FormField[];
    };

export function formOf(plan: Plan, voice: Voice): readonly FormPart[] {
  return plan.scheme.facts.map((fact, at): FormPart => {
    const field = `f${at}`;
    if (fact.type !== 'list') return { kind: 'field', ...fieldOf(fact, field, { plan, voice }) };
    const label = labelOf(fact.name, { plan, voice });
    const columns = fact.of.map((own, column) => fieldOf(own, `c${column}`, { plan, voice }));
    return { kind: 'list', field, fact: fact.name, label, note: fact.note, columns };
  });
}

function fieldOf(
  fact: SingleFact,
  field: string,
  scene: { readonly plan: Plan; readonly voice: Voice },
): FormField {
  return {
    field,
    fact: fact.name,
    label: labelOf(fact.name, scene),
    type: fact.type,
    unit: factUnit(fact.name, scene),
    options:
      fact.type === 'choice'
        ? fact.values.map(({ name }) => ({ value: name, label: valueLabelOf(name, scene) }))
        : [],
    source: fact.source,
    note: fact.note,
  };
}

/** Rows of one list on the form; whoever has more works with the office's file. */
export const MOST_ROWS = 40;
/** Empty rows that are offered at first. */
const FIRST_ROWS = 2;

export interface TypedList {
  /** Said to be empty. */
  readonly none: boolean;
  /** Cells by the name of their column; empty ones too. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What was typed, field by field, kept when something is refused. */
export interface TypedFacts {
  readonly single: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, TypedList>>;
}

/** @param one the text of a field by its name, empty where it was not sent */
export function typedFacts(parts: readonly FormPart[], one: (field: string) => string): TypedFacts {
  const single: Record<string, string> = {};
  const lists: Record<string, TypedList> = {};
  for (const part of parts) {
    if (part.kind === 'field') single[part.field] = one(part.field).trim();
    else lists[part.field] = typedList(part, one);
  }
  return { single, lists };
}

function typedList(
  { field, columns }: FormPart & { readonly kind: 'list' },
  one: (field: string) => string,
): TypedList {
  const asked = Number(one(rowsField(field)));
  const count = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, MOST_ROWS) : FIRST_ROWS;
  return {
    none: one(noneField(field)) === 'yes',
    rows: Array.from({ length: count }, (_, row) =>
      Object.fromEntries(
        columns.map((column) => [column.field, one(cellField(field, row, column.field)).trim()]),
      ),
    ),
  };
}

/** Field that says how many rows are shown. */
export function rowsField(list: string): string {
  return `${list}rows`;
}
/** Field that says that there are none of it. */
export function noneField(list: string): string {
  return `${list}none`;
}
/** @param row from 0 */
export function cellField(list: string, row: number, column: string): string {
  return `${list}r${row}${column}`;
}

/** Only what was written: the rest stays missing. */
export function rawFacts(parts: readonly FormPart[], typed: TypedFacts): RawFacts {
  const raw: Record<string, RawFacts[string]> = {};
  for (const part of parts) {
    if (part.kind === 'field') {
      const text = typed.single[part.field] ?? '';
      if (text !== '') raw[part.fact] = text;
      continue;
    }
    const list = typed.lists[part.field];
    if (list === undefined) continue;
    const rows = filledRows(list).map(({ cells }) => rawRow(part.columns, cells));
    if (rows.length > 0) raw[part.fact] = rows;
    else if (list.none) raw[part.fact] = [];
  }
  return raw;
}

function rawRow(
  columns: readonly FormField[],
  cells: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ field, fact }) => {
      const text = cells[field] ?? '';
      return text === '' ? [] : [[fact, text]];
    }),
  );
}

function filledRows({ rows }: TypedList) {
  return rows
    .map((cells, row) => ({ cells, row }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
}

/** The field of the form at which a refused fact stands. */
export function fieldOfProblem(
  parts: readonly FormPart[],
  typed: TypedFacts,
  { fact, row }: FactProblem,
): string | undefined {
  for (const part of parts) {
    if (part.fact === fact) return part.field;
    if (part.kind !== 'list' || row === undefined) continue;
    const column = part.columns.find((one) => one.fact === fact);
    const list = typed.lists[part.field];
    if (column === undefined || list === undefined) continue;
    const shown = filledRows(list)[row - 1];
    if (shown !== undefined) return cellField(part.field, shown.row, column.field);
  }
  return undefined;
}

/** The form filled with the facts of an example. */
export function typedFrom(parts: readonly FormPart[], raw: RawFacts): TypedFacts {
  const single: Record<string, string> = {};
  const lists: Record<string, TypedList> = {};
  for (const part of parts) {
    const given = raw[part.fact];
    if (part.kind === 'field') {
      single[part.field] = Array.isArray(given) ? '' : cellText(given);
      continue;
    }
    const rows = Array.isArray(given)
      ? given.map((row) =>
          Object.fromEntries(part.columns.map(({ field, fact }) => [field, cellText(row[fact])])),
        )
      : [];
    const empty = Object.fromEntries(part.columns.map(({ field }) => [field, '']));
    lists[part.field] = {
      none: Array.isArray(given) && given.length === 0,
      rows: rows.length > 0 ? rows : Array.from({ length: FIRST_ROWS }, () => empty),
    };
  }
  return { single, lists };
}

function cellText(value: string | boolean | null | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
