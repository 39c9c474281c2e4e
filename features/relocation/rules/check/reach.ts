/** Branches that cannot be taken, items and choices that nobody can have, maxima below their minima. */
import { type Node, partsOf } from '../language/syntax.ts';
import type { Compiled } from '../scheme/compile.ts';
import { formulasOf } from '../scheme/dependencies.ts';
import type { ChoiceEntry, Entry, Formula, ItemEntry, LimitEntry } from '../scheme/names.ts';
import type { Report } from '../scheme/problem.ts';
import { isOnlyZero } from './range.ts';
import { type Known, NOTHING_KNOWN, type Ranges } from './ranges.ts';

export function checkReach({ names }: Compiled, ranges: Ranges, report: Report): void {
  for (const entry of names.entries.values()) {
    checkBranches(entry, ranges, report);
    if (entry.sort === 'item') checkItem(entry, ranges, report);
    if (entry.sort === 'item' || entry.sort === 'limit') checkCap(entry, ranges, report);
    if (entry.sort === 'choice') checkChoices(entry, ranges, report);
  }
}

function checkBranches(entry: Entry, ranges: Ranges, report: Report): void {
  const when = entry.sort === 'item' ? entry.when : undefined;
  const known = ranges.refined(NOTHING_KNOWN, when?.node, true);
  for (const formula of formulasOf(entry))
    walk(formula.node, formula === when ? NOTHING_KNOWN : known, { ranges, formula, report });
}

function checkChoices(entry: ChoiceEntry, ranges: Ranges, report: Report): void {
  for (const { name, when } of entry.values)
    if (when !== undefined && !ranges.verdicts(when.node, NOTHING_KNOWN).includes(true))
      report('choice.never', when.path, { values: { name } });
}

interface Walk {
  readonly ranges: Ranges;
  readonly formula: Formula;
  readonly report: Report;
}

function walk(node: Node, known: Known, at: Walk): void {
  if (node.kind !== 'if') {
    for (const part of partsOf(node)) walk(part, known, at);
    return;
  }
  const can = at.ranges.verdicts(node.condition, known);
  walk(node.condition, known, at);
  branch(node.then, true, can, at);
  branch(node.otherwise, false, can, at);
  walk(node.then, at.ranges.refined(known, node.condition, true), at);
  walk(node.otherwise, at.ranges.refined(known, node.condition, false), at);
}

function branch(
  node: Node,
  verdict: boolean,
  can: readonly boolean[],
  { formula, report }: Walk,
): void {
  if (!can.includes(verdict))
    report('branch.unreachable', formula.path, {
      span: node,
      values: { verdict: String(!verdict) },
    });
}

function checkItem(entry: ItemEntry, ranges: Ranges, report: Report): void {
  const never =
    entry.when !== undefined && !ranges.verdicts(entry.when.node, NOTHING_KNOWN).includes(true);
  if (never || isOnlyZero(ranges.ofLine(entry)))
    report('item.never', entry.path, { values: { name: entry.name } });
}

function checkCap(entry: ItemEntry | LimitEntry, ranges: Ranges, report: Report): void {
  if (entry.min === undefined || entry.max === undefined) return;
  const [min, max] = [ranges.ofFormula(entry.min), ranges.ofFormula(entry.max)];
  if (min.kind !== 'numbers' || max.kind !== 'numbers') return;
  const [least, most] = [min.interval.low?.at, max.interval.high?.at];
  if (least !== undefined && most !== undefined && least.compare(most) > 0)
    report('item.cap_below_minimum', entry.max.path, { values: { name: entry.name } });
}
