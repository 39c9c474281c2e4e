/** The conditions of a table's rows as tests of values. */
import { intervalOf } from '../language/interval.ts';
import { isDated, type Type } from '../language/types.ts';
import { sameUnit } from '../language/units.ts';
import type { Test } from '../run/lookup.ts';
import words from '../words.json' with { type: 'json' };
import type { Condition, TableEntry, TableRow } from './names.ts';
import type { Report } from './problem.ts';
import { pairOf, type Typing } from './typing.ts';

/** The tests of a row by the table's names; what cannot be one is reported. */
export function testsOf(
  entry: TableEntry,
  row: TableRow,
  typing: Typing,
  report: Report,
): readonly (Test | undefined)[] {
  return entry.table.by.map((name) => {
    const conditions = row.when.get(name);
    if (conditions === undefined || conditions.length === 0) return undefined;
    return testOf(conditions, typing.ofName(name), typing, report);
  });
}

function testOf(
  conditions: readonly Condition[],
  type: Type,
  typing: Typing,
  report: Report,
): Test | undefined {
  switch (type.kind) {
    case 'choice':
      return {
        kind: 'texts',
        texts: new Set(conditions.flatMap((one) => textOf(one, type.values, report))),
      };
    case 'truth':
      return { kind: 'truth', truths: new Set(conditions.flatMap((one) => truthOf(one, report))) };
    case 'number':
    case 'date':
    case 'moment':
      return {
        kind: 'intervals',
        intervals: conditions.flatMap((one) => intervalIn(one, type, typing, report)),
      };
    default:
      return undefined;
  }
}

function textOf(condition: Condition, known: readonly string[], report: Report): readonly string[] {
  if (!('text' in condition)) return [];
  if (known.includes(condition.text)) return [condition.text];
  report('name.value_unknown', condition.path, {
    values: { value: condition.text, known: known.join(words.listed) },
  });
  return [];
}

function truthOf(condition: Condition, report: Report): readonly boolean[] {
  const [bound] = 'bounds' in condition ? condition.bounds : [];
  if (bound?.sign === '=' && bound.value.kind === 'truth') return [bound.value.value];
  report('table.condition', condition.path, { values: { name: '' } });
  return [];
}

function intervalIn(condition: Condition, type: Type, typing: Typing, report: Report) {
  if (!('bounds' in condition)) return [];
  const { bounds, path } = condition;
  for (const { value } of bounds) {
    const own = typing.infer(value, { path, list: null });
    const both =
      type.kind === 'number' && own.kind === 'number'
        ? sameUnit(type.unit, own.unit)
        : isDated(type) && (own.kind === type.kind || own.kind === 'date');
    if (own.kind !== 'unknown' && !both) {
      report('type.units_differ', path, { span: value, values: pairOf(type, own) });
      return [];
    }
  }
  const interval = intervalOf(bounds, type.kind === 'moment');
  if (interval !== undefined) return [interval];
  report('type.not_constant', path);
  return [];
}
