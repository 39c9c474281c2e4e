/** The worked examples of a scheme: what was worked out by hand is what it gives. */
import { fen, yuanText } from '#kernel/quantity/index.ts';
import { Exact } from '../amounts/exact.ts';
import type { Plan } from '../scheme/compile.ts';
import type { Example } from '../scheme/document.ts';
import type { Report } from '../scheme/problem.ts';
import { Calculator, type ChoiceStatement } from '../statement.ts';
import words from '../words.json' with { type: 'json' };

export function checkExamples(plan: Plan, report: Report): void {
  const calculator = new Calculator(plan);
  for (const [at, example] of plan.scheme.examples.entries())
    checkExample(calculator, example, ['examples', String(at)], report);
}

function checkExample(
  calculator: Calculator,
  example: Example,
  path: readonly string[],
  report: Report,
): void {
  const { name, choice } = example;
  const { choices, problems } = calculator.statement(
    example.facts,
    choice === undefined ? {} : { choices: [choice] },
  );
  for (const { fact, value } of problems)
    report('example.fact', [...path, 'facts', fact], {
      values: { example: name, name: fact, value },
    });
  const [statement] = choices;
  if (statement === undefined || (choice === undefined && choices.length > 1)) {
    report('example.choice', path, { values: { example: name, choice: choice ?? '' } });
    return;
  }
  for (const [item, expected] of Object.entries(example.amounts))
    compareAmount(statement, item, expected, { example: name, path, report });
  compareTotal(statement, example, path, report);
}

interface Comparing {
  readonly example: string;
  readonly path: readonly string[];
  readonly report: Report;
}

function compareAmount(
  statement: ChoiceStatement,
  item: string,
  expected: string,
  at: Comparing,
): void {
  const found = amountOf(statement, item);
  const wanted = Exact.read(expected)?.toFen();
  if (found === wanted) return;
  at.report('example.amount', [...at.path, 'amounts', item], {
    values: { example: at.example, name: item, expected, found: written(found) },
  });
}

/** All lines of an item; nothing where one of them is missing, zero where the item is not due. */
function amountOf({ lines, notDue }: ChoiceStatement, item: string): number | undefined {
  const own = lines.filter((line) => line.item === item);
  if (own.length === 0) return notDue.includes(item) ? 0 : undefined;
  if (own.some(({ amount }) => amount === undefined)) return undefined;
  return own.reduce((sum, { amount = 0 }) => sum + amount, 0);
}

function written(amount: number | undefined): string {
  return amount === undefined ? words.nothing : yuanText(fen(amount));
}

function compareTotal(
  { total, missing, faults }: ChoiceStatement,
  example: Example,
  path: readonly string[],
  report: Report,
): void {
  if (example.total === undefined) return;
  const values = { example: example.name };
  if (total === null) {
    const why = [...missing, ...faults.map(({ name }) => name)].join(words.listed);
    report('example.incomplete', path, { values: { ...values, missing: why } });
  } else if (total !== Exact.read(example.total)?.toFen())
    report('example.total', [...path, 'total'], {
      values: { ...values, expected: example.total, found: written(total) },
    });
}
