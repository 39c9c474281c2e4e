/** What is wrong, or worth a look, in a scheme: where, and by which rule. Sentences stand in the locale files. */
import type { FormulaErrorCode } from '../language/syntax.ts';

export type ProblemCode =
  | FormulaErrorCode
  // the document
  | 'document.json'
  | 'document.format'
  | 'document.form'
  | 'document.unknown_key'
  | 'document.missing'
  | 'document.double_key'
  // names
  | 'name.double'
  | 'name.reserved'
  | 'name.undefined'
  | 'name.out_of_list'
  | 'name.is_list'
  | 'name.not_a_list'
  | 'name.circular'
  | 'name.value_unknown'
  | 'name.unused'
  // units and types
  | 'type.units_differ'
  | 'type.not_a_number'
  | 'type.not_a_truth'
  | 'type.not_comparable'
  | 'type.not_money'
  | 'type.not_a_date'
  | 'type.branches'
  | 'type.arguments'
  | 'type.not_constant'
  | 'type.date_unit'
  | 'type.division_by_zero'
  | 'type.share'
  | 'type.months'
  | 'unit.unknown'
  // tables
  | 'table.condition'
  | 'table.gap'
  | 'table.overlap'
  | 'table.row_unreachable'
  | 'table.lists_mixed'
  | 'table.not_tiers'
  // items
  | 'item.never'
  | 'item.cap_below_minimum'
  | 'item.not_an_item'
  | 'item.pay_shares'
  | 'branch.unreachable'
  | 'choice.never'
  | 'cite.missing'
  // rights
  | 'pay.after_move'
  | 'reward.neighbours'
  | 'fact.pressure'
  // worked examples
  | 'example.choice'
  | 'example.fact'
  | 'example.amount'
  | 'example.total'
  | 'example.incomplete'
  | 'english.missing';

/** An error keeps the scheme from being used; a warning wants a person to look; a hint may be passed over. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Steps from the top of the document: `items`, `3`, `formula`. */
  readonly path: readonly string[];
  /** Characters in the formula at that place. */
  readonly span?: { readonly from: number; readonly to: number };
  readonly values: Readonly<Record<string, string>>;
}

export type Report = (
  code: ProblemCode,
  path: readonly string[],
  more?: Partial<Pick<Problem, 'severity' | 'span' | 'values'>>,
) => void;

export function collector(): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const report: Report = (code, path, { severity = 'error', span, values = {} } = {}) => {
    const key = JSON.stringify([code, path, span?.from, span?.to, values]);
    if (seen.has(key)) return;
    seen.add(key);
    problems.push({
      code,
      severity,
      path,
      values,
      ...(span && { span: { from: span.from, to: span.to } }),
    });
  };
  return { problems, report };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
