/** Schemes with anything changed in them: found wrong, or still without a wrong figure. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { voice } from '#tests/checks/compensation-page.ts';
import { HOUSEHOLD, publishedSchemes, publishedText, WHOLE } from '#tests/worlds/schemes.ts';
import { explainedLines, notDueLines } from '../explain/lines.ts';
import { problemSentence } from '../explain/say.ts';
import type { RawFacts } from '../scheme/document.ts';
import { readScheme } from '../scheme/read-scheme.ts';
import { Calculator, type Worked } from '../statement.ts';
import { checkScheme } from './check-scheme.ts';

const SEED = 138;
const voices = [voice('zh'), voice('en')];

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, part]) =>
      placesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function withChange(value: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  const inner = withChange((value as Record<string | number, unknown>)[step], rest, to);
  if (inner === undefined && Array.isArray(copy)) copy.splice(Number(step), 1);
  else copy[step] = inner;
  return copy;
}

const DOCUMENTS = [
  { document: WHOLE as unknown, facts: HOUSEHOLD as RawFacts },
  ...publishedSchemes().map((file) => {
    const document = JSON.parse(publishedText(file)) as { examples: { facts: RawFacts }[] };
    return {
      document: { ...document, examples: [] } as unknown,
      facts: document.examples[0]?.facts ?? {},
    };
  }),
];

const CHANGES = [
  ...[
    undefined,
    null,
    '',
    0,
    -1,
    [],
    {},
    true,
    '面积',
    '1 元',
    '0 元',
    '0 ㎡',
    '-5 元',
    '1 元 ÷ 0',
    '面积 × 单价',
    '> 5 ㎡',
  ],
  ...[
    '若 是 则 1 元 否则 2 元',
    '最大（1 元，2 元）',
    '2024-01-01',
    '“一类”',
    '100%',
    '元',
    'each',
    'choice',
    'x'.repeat(3000),
  ],
];

const HOLES = /NaN|Infinity|undefined|\[object|explain\.|problem\.|\{\{/;

/** What is said of the document, and whether it can still be calculated with. */
function checked(document: unknown): Calculator | undefined {
  const { scheme, problems } = readScheme(JSON.stringify(document) ?? '');
  const found = scheme === undefined ? undefined : checkScheme(scheme);
  for (const problem of [...problems, ...(found?.problems ?? [])])
    for (const { say } of voices)
      expect(problemSentence(problem, say)).not.toMatch(/undefined|problem\.|\{\{/);
  return found?.plan === undefined ? undefined : new Calculator(found.plan);
}

function looksRight(calculator: Calculator, worked: Worked): void {
  const { lines, total } = worked.statement;
  expect(lines.every(({ amount }) => amount === undefined || Number.isSafeInteger(amount))).toBe(
    true,
  );
  expect(total === null).toBe(lines.some(({ amount }) => amount === undefined));
  for (const speaks of voices) {
    const told = explainedLines(calculator.plan, worked, speaks).flatMap(({ text, basis }) => [
      text,
      ...basis,
    ]);
    const all = [...told, ...notDueLines(calculator.plan, worked, speaks)];
    expect(all.join('\n')).not.toMatch(HOLES);
  }
}

it('a scheme with anything changed is found wrong, or gives whole fen and sentences without holes', () => {
  const places = DOCUMENTS.map(({ document }) => placesIn(document));
  const change = fc.nat(DOCUMENTS.length - 1).chain((at) =>
    fc.record({
      at: fc.constant(at),
      place: fc.nat((places[at]?.length ?? 1) - 1),
      to: fc.constantFrom(...CHANGES),
    }),
  );
  let sound = 0;
  fc.assert(
    fc.property(change, ({ at, place, to }) => {
      const { document, facts } = DOCUMENTS[at] ?? { document: {}, facts: {} };
      const calculator = checked(withChange(document, places[at]?.[place] ?? [], to));
      if (calculator === undefined) return;
      sound += 1;
      const read = calculator.readFacts(facts);
      for (const worked of calculator.work(read.facts)) looksRight(calculator, worked);
    }),
    { seed: SEED, numRuns: 3000 },
  );
  expect(sound).toBeGreaterThan(200);
}, 120_000);
