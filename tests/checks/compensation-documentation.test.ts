/** Every scheme, statement, formula and check on the pages is run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnPlan } from '#features/relocation/cli/columns.ts';
import { Exact } from '#features/relocation/rules/amounts/exact.ts';
import { dateText, numberText } from '#features/relocation/rules/explain/write.ts';
import { Absent } from '#features/relocation/rules/run/result.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { calculatorOf, problemsOf } from '#tests/worlds/schemes.ts';
import {
  blocksOf,
  checkText,
  type Json,
  pageText,
  spoiled,
  statementText,
  voice,
  withStep,
} from './compensation-page.ts';

interface Shown {
  readonly kind: string;
  readonly text: string;
  readonly document: Json;
  readonly household: Json;
}

/** Every block of a page with the scheme and the household as they stand there. */
function shownOn(page: string): readonly Shown[] {
  let document: Json = {};
  let household: Json = {};
  return blocksOf(page).map(({ kind, text }) => {
    if (kind === 'json step') document = withStep(document, JSON.parse(text) as Json);
    if (kind === 'json household') household = { ...household, ...(JSON.parse(text) as Json) };
    return { kind, text, document, household };
  });
}

describe.each([
  ['README.zh-CN.md', 'zh', 7, 16],
  ['README.md', 'en', 1, 15],
] as const)('docs/compensation/%s', (name, locale, steps, formulas) => {
  const page = pageText(name);
  const shown = shownOn(page);

  it('builds a scheme in which a check finds no error after any step', () => {
    const schemes = shown.filter(({ kind }) => kind === 'json step');
    expect(schemes).toHaveLength(steps);
    for (const { document } of schemes)
      expect(problemsOf(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('shows the statements that come out', () => {
    const statements = shown.filter(({ kind }) => kind.startsWith('text statement'));
    expect(statements.length).toBeGreaterThan(1);
    for (const { kind, text, document, household } of statements)
      expect(statementText(document, household, kind.split(' ')[2], locale)).toBe(text);
  });

  it('shows what a check says of a fault', () => {
    for (const { kind, text, document } of shown.filter((one) => one.kind.startsWith('text check')))
      expect(checkText(spoiled(document, kind.split(' ').slice(1)), locale)).toBe(text);
  });

  it('shows columns that fit the scheme', () => {
    const last = shown.at(-1);
    const columns = shown.find(({ kind }) => kind === 'json columns');
    if (last === undefined || columns === undefined) throw new Error('no columns');
    const told = JSON.parse(columns.text) as { key: string; facts: Record<string, string> };
    const headings = [told.key, ...Object.values(told.facts)];
    const { plan } = calculatorOf(last.document);
    expect(columnPlan(plan, headings, told, 'x.csv').ok).toBe(true);
  });

  const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|`]+) \|$/gm)].map(
    ([, formula = '', result = '']) => [formula, result.trim()] as const,
  );
  it('has a table of formulas', () => expect(rows.length).toBeGreaterThanOrEqual(formulas));
  it.each(rows)('%s comes to %s', (formula, result) => {
    const before = shown.filter(({ kind }) => kind.startsWith('json'));
    const { document = {}, household = {} } =
      before.filter(({ kind }) => kind !== 'json columns').at(-1) ?? {};
    expect(comesTo(formula, document, household, locale)).toBe(result);
  });
});

/** A formula as the value of one more name, worked out for the page's household. */
function comesTo(formula: string, document: Json, household: Json, locale: 'zh' | 'en'): string {
  const values = (document['values'] as readonly Json[] | undefined) ?? [];
  const calculator = calculatorOf({
    ...document,
    examples: [],
    values: [...values, { name: '试', formula }],
  });
  const { plan } = calculator;
  const { facts, problems } = calculator.readFacts(
    household as Parameters<typeof calculator.readFacts>[0],
  );
  expect(problems).toEqual([]);
  const [worked] = calculator.work(facts);
  const value = worked?.frame.at(plan.slotOf('试', null) ?? -1);
  if (value === undefined || value instanceof Absent) throw new Error(JSON.stringify(value));
  if (typeof value === 'boolean') return voice(locale).say(`explain.${value}`);
  if (typeof value === 'string') return dateText(value);
  const type = plan.typing.ofName('试');
  if (!(value instanceof Exact) || type.kind !== 'number') throw new Error('no number');
  return plainly(numberText(value, type.unit, { voice: voice(locale), units: plan.names.lexicon }));
}

/** Without what statements add for people: commas, and fen that are none. */
function plainly(text: string): string {
  return text.replaceAll(',', '').replace(/\.00(?= |$)/, '');
}

describe('the scheme of the Chinese page', () => {
  it('is the one in the examples', () => {
    const last = shownOn(pageText('README.zh-CN.md')).at(-1);
    const file = join(ROOT, 'docs/examples/compensation/steps/sample-street.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(last?.document);
  });
});
