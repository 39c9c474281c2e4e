/** Faults to plant into the scheme in which nothing is wrong. */
import { problemsOf, WHOLE } from './schemes.ts';

export type Part = Readonly<Record<string, unknown>>;

/** The whole scheme with one named part changed. */
export function changed(
  list: 'facts' | 'tables' | 'values' | 'items' | 'limits',
  name: string,
  change: Part,
): Part {
  const parts: readonly Part[] = WHOLE[list];
  return {
    ...WHOLE,
    [list]: parts.map((part) => (part['name'] === name ? { ...part, ...change } : part)),
  };
}

/** The whole scheme with further parts. */
export function added(
  list: 'facts' | 'tables' | 'values' | 'items' | 'limits',
  ...more: readonly Part[]
): Part {
  const parts: readonly Part[] = WHOLE[list];
  return { ...WHOLE, [list]: [...parts, ...more] };
}

/** The whole scheme with one item more, by a formula. */
export const item = (formula: string, more: Part = {}): Part =>
  added('items', { name: '新项', en: 'new', kind: 'subsidy', cite: '二十', formula, ...more });

/** The whole scheme with other rows in a table by area. */
export const rows = (table: string, ...written: readonly (readonly [string, string])[]): Part =>
  changed('tables', table, {
    rows: written.map(([when, value]) => ({ when: { 面积: when }, value })),
  });

/** What is planted, the document with it, and the code, place and severity under which it must be found. */
export type Planted = readonly [
  what: string,
  document: Part,
  code: string,
  path: string,
  severity: string,
];

/** Where problems of a code are found in a document, and how severe. */
export function placesOf(document: Part, code: string): readonly (readonly string[])[] {
  return problemsOf(document)
    .filter((problem) => problem.code === code)
    .map((problem) => [problem.path.join('/'), problem.severity]);
}
