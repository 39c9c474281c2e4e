/**
 * That a table has exactly one row for everything that can be asked of it.
 * Each of its names is cut at every bound into points and stretches between
 * them; what is looked at is every combination, so an answer is no sample.
 */
import { Exact } from '../amounts/exact.ts';
import {
  contains,
  DAY_STEP,
  type End,
  EVERYTHING,
  type Interval,
  isEmptyInterval,
  MINUTE_STEP,
} from '../language/interval.ts';
import { NO_UNIT, unitText } from '../language/units.ts';
import { passes, type Test } from '../run/lookup.ts';
import type { Known as KnownValue } from '../run/result.ts';
import type { Compiled } from '../scheme/compile.ts';
import type { TableEntry } from '../scheme/names.ts';
import type { Report } from '../scheme/problem.ts';
import { testsOf } from '../scheme/tests.ts';
import words from '../words.json' with { type: 'json' };
import type { Ranges } from './ranges.ts';

/** A piece of what one name can be: all its values are in the same rows. */
interface Cell {
  readonly label: string;
  readonly passes: (test: Test) => boolean;
}

const MOST_TOLD = 5;

export function checkCoverage(compiled: Compiled, ranges: Ranges, report: Report): void {
  for (const entry of compiled.names.entries.values())
    if (entry.sort === 'table') new Coverage(entry, compiled, ranges, report).check();
}

class Coverage {
  private readonly entry: TableEntry;
  private readonly compiled: Compiled;
  private readonly ranges: Ranges;
  private readonly report: Report;
  private gaps = 0;
  private overlaps = 0;
  /** Bit by row: some value reaches it. */
  private reached = 0n;

  constructor(entry: TableEntry, compiled: Compiled, ranges: Ranges, report: Report) {
    this.entry = entry;
    this.compiled = compiled;
    this.ranges = ranges;
    this.report = report;
  }

  check(): void {
    const { entry, compiled } = this;
    const silent: Report = () => undefined;
    const tests = entry.rows.map((row) => testsOf(entry, row, compiled.typing, silent));
    const pieces = entry.table.by.map((name, at) => {
      const cells = this.cellsOf(
        name,
        tests.map((row) => row[at]),
      );
      return cells.map((cell) => ({
        cell,
        rows: rowsOf(
          cell,
          tests.map((row) => row[at]),
        ),
      }));
    });
    this.walk(pieces, 0, (1n << BigInt(tests.length)) - 1n, []);
    for (const [at, row] of entry.rows.entries())
      if ((this.reached & (1n << BigInt(at))) === 0n && this.overlaps === 0)
        this.report('table.row_unreachable', row.path);
  }

  private walk(
    pieces: readonly (readonly { readonly cell: Cell; readonly rows: bigint }[])[],
    depth: number,
    rows: bigint,
    labels: readonly string[],
  ): void {
    if (rows === 0n) {
      this.gap(labels);
      return;
    }
    const here = pieces[depth];
    if (here === undefined) {
      this.leaf(rows, labels);
      return;
    }
    for (const { cell, rows: own } of here)
      this.walk(pieces, depth + 1, rows & own, [...labels, cell.label]);
  }

  private leaf(rows: bigint, labels: readonly string[]): void {
    this.reached |= rows;
    if ((rows & (rows - 1n)) === 0n) return;
    this.overlaps += 1;
    if (this.overlaps > MOST_TOLD) return;
    const [first = 0, second = 0] = bitsOf(rows);
    this.report('table.overlap', this.entry.path, {
      values: {
        where: labels.join(words.joined),
        first: String(first + 1),
        second: String(second + 1),
      },
    });
  }

  private gap(labels: readonly string[]): void {
    if (this.entry.otherwise !== undefined) return;
    this.gaps += 1;
    if (this.gaps <= MOST_TOLD)
      this.report('table.gap', this.entry.path, { values: { where: labels.join(words.joined) } });
  }

  private cellsOf(name: string, tests: readonly (Test | undefined)[]): readonly Cell[] {
    const range = this.ranges.ofName(name);
    switch (range.kind) {
      case 'texts':
        return range.texts.map((text) => cell(`${name} = ${text}`, text));
      case 'truths':
        return range.can.map((truth) => cell(`${name} = ${truth}`, truth));
      case 'numbers':
        return this.stretches(name, range.interval, tests);
      case 'any':
        return this.stretches(name, EVERYTHING, tests);
    }
  }

  /** Points at the bounds and stretches between them, as far as a value can lie there. */
  private stretches(
    name: string,
    domain: Interval,
    tests: readonly (Test | undefined)[],
  ): readonly Cell[] {
    const intervals = tests.flatMap((test) => (test?.kind === 'intervals' ? test.intervals : []));
    const ends = [domain, ...intervals].flatMap(({ low, high }) => [low, high]);
    const points = distinct(ends.flatMap((end) => (end === undefined ? [] : [end.at])));
    const step = this.stepOf(name);
    const write = this.writer(name);
    const between = [...points.keys(), points.length].flatMap((at): Interval[] => {
      const [low, high] = [points[at - 1], points[at]];
      const open = {
        low: low && { at: low, closed: false },
        high: high && { at: high, closed: false },
      };
      return high === undefined
        ? [open]
        : [open, { low: { at: high, closed: true }, high: { at: high, closed: true } }];
    });
    return between.flatMap((interval) => {
      const value = someValueIn(interval, step);
      if (value === undefined || !contains(domain, value)) return [];
      return [
        { label: stretchText(name, interval, write), passes: (test: Test) => passes(test, value) },
      ];
    });
  }

  /** How far apart two values of a fact are; tiers are cut anywhere, and so is what is calculated. */
  private stepOf(name: string): Exact | undefined {
    const entry = this.compiled.names.entries.get(name);
    if (entry?.sort !== 'fact' || this.compiled.typing.tiers.has(this.entry.name)) return undefined;
    switch (entry.fact.type) {
      case 'number':
        return Exact.one.dividedBy(Exact.ofWhole(10 ** entry.fact.decimals));
      case 'date':
        return DAY_STEP;
      case 'moment':
        return MINUTE_STEP;
      default:
        return undefined;
    }
  }

  private writer(name: string): (end: End) => string {
    const type = this.compiled.typing.ofName(name);
    if (type.kind === 'date' || type.kind === 'moment')
      return ({ at }) => momentText(at, type.kind === 'moment');
    const unit = unitText(type.kind === 'number' ? type.unit : NO_UNIT);
    return ({ at }) => `${at.toText()} ${unit}`.trim();
  }
}

function cell(label: string, value: KnownValue): Cell {
  return { label, passes: (test) => passes(test, value) };
}

function rowsOf(of: Cell, tests: readonly (Test | undefined)[]): bigint {
  return tests.reduce(
    (rows, test, at) => (test === undefined || of.passes(test) ? rows | (1n << BigInt(at)) : rows),
    0n,
  );
}

function bitsOf(rows: bigint): readonly number[] {
  const bits: number[] = [];
  for (let [left, at] = [rows, 0]; left > 0n; left >>= 1n, at += 1)
    if ((left & 1n) === 1n) bits.push(at);
  return bits;
}

function distinct(values: readonly Exact[]): readonly Exact[] {
  const sorted = [...values].sort((a, b) => a.compare(b));
  return sorted.filter((value, at) => at === 0 || !value.equals(sorted[at - 1] ?? Exact.zero));
}

/** A value that can occur in the stretch; undefined where none does. */
function someValueIn(interval: Interval, step: Exact | undefined): Exact | undefined {
  const { low, high } = interval;
  const value = step === undefined ? anywhere(low, high) : onGrid(low, high, step);
  return value !== undefined && !isEmptyInterval(interval) && contains(interval, value)
    ? value
    : undefined;
}

function anywhere(low: End | undefined, high: End | undefined): Exact {
  if (low === undefined)
    return high?.closed === true ? high.at : (high?.at ?? Exact.zero).minus(Exact.one);
  if (high === undefined) return low.at.plus(Exact.one);
  return low.at.plus(high.at).dividedBy(Exact.ofWhole(2)) ?? low.at;
}

function onGrid(low: End | undefined, high: End | undefined, step: Exact): Exact {
  if (low !== undefined) {
    const below = floor(low.at, step);
    return low.closed && below.equals(low.at) ? below : below.plus(step);
  }
  if (high === undefined) return Exact.zero;
  const below = floor(high.at, step);
  return below.equals(high.at) && !high.closed ? below.minus(step) : below;
}

function floor(value: Exact, step: Exact): Exact {
  const cut = value.roundedTo(step, 'down');
  return cut.compare(value) > 0 ? cut.minus(step) : cut;
}

/** `50 ㎡ < 面积 < 100 ㎡`: signs, so that it reads in every language. */
function stretchText(name: string, { low, high }: Interval, write: (end: End) => string): string {
  if (low !== undefined && high?.at.equals(low.at) === true) return `${name} = ${write(low)}`;
  const from = low && `${write(low)} ${low.closed ? '≤' : '<'} `;
  const to = high && ` ${high.closed ? '≤' : '<'} ${write(high)}`;
  return `${from ?? ''}${name}${to ?? ''}`;
}

function momentText(minute: Exact, isOfMoment: boolean): string {
  const text = new Date((minute.toWhole() ?? 0) * 60_000).toISOString();
  return isOfMoment ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 10);
}
