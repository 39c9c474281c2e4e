/** Everything that can be said of a scheme before any household is known. */
import { type Compiled, compile, type Plan } from '../scheme/compile.ts';
import type { Scheme } from '../scheme/document.ts';
import type { Entry, Names } from '../scheme/names.ts';
import { collector, hasErrors, type Problem, type Report } from '../scheme/problem.ts';
import { checkCoverage } from './coverage.ts';
import { checkExamples } from './examples.ts';
import { Ranges } from './ranges.ts';
import { checkReach } from './reach.ts';
import { checkRights } from './rights.ts';

export interface Checked {
  /** Absent where an error stands in the way of publishing and calculating. */
  readonly plan: Plan | undefined;
  /** What it gives as it is written: there as well where worked examples come out otherwise, and nothing else is wrong. */
  readonly asWritten: Plan | undefined;
  readonly problems: readonly Problem[];
}

const ORDER = { error: 0, warning: 1, hint: 2 } as const;

/** Compiles a scheme and holds it against every check, its own examples among them. */
export function checkScheme(scheme: Scheme): Checked {
  const compiled = compile(scheme);
  const { problems, report } = collector();
  checkRights(compiled, report);
  checkCitations(compiled.names, report);
  checkEnglish(compiled.names, report);
  // What the others say rests on formulas that can be followed.
  if (compiled.plan !== undefined) checkMeaning(compiled, compiled.plan, report);
  const all = [...compiled.problems, ...problems].sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity],
  );
  return {
    plan: hasErrors(all) ? undefined : compiled.plan,
    asWritten: hasErrors(all.filter(isOfTheRules)) ? undefined : compiled.plan,
    problems: all,
  };
}

/** A worked example that comes out otherwise tells that a rule changed, not that it cannot be followed. */
function isOfTheRules({ code }: Problem): boolean {
  return !code.startsWith('example.');
}

function checkMeaning(compiled: Compiled, plan: Plan, report: Report): void {
  const ranges = new Ranges(compiled);
  checkCoverage(compiled, ranges, report);
  checkReach(compiled, ranges, report);
  checkUnused(compiled, report);
  checkExamples(plan, report);
}

function checkCitations({ entries }: Names, report: Report): void {
  for (const entry of entries.values()) {
    const cited = citationOf(entry);
    if (cited === undefined)
      report('cite.missing', entry.path, { severity: 'warning', values: { name: entry.name } });
  }
}

function citationOf(entry: Entry): string | undefined {
  switch (entry.sort) {
    case 'item':
      return entry.item.cite;
    case 'table':
      return entry.table.cite;
    case 'limit':
      return entry.limit.cite;
    default:
      return '';
  }
}

/** Items are there to be paid; everything else is there to be used. */
function checkUnused({ names, typing }: Compiled, report: Report): void {
  for (const { sort, name, path } of names.entries.values()) {
    if (sort === 'item' || sort === 'limit' || sort === 'choice' || typing.used.has(name)) continue;
    if (sort === 'list') continue;
    report('name.unused', path, { severity: 'hint', values: { name } });
  }
}

function checkEnglish({ entries }: Names, report: Report): void {
  for (const { name, en, path } of entries.values())
    if (en === undefined && !/^[ -~]+$/.test(name))
      report('english.missing', path, { severity: 'hint', values: { name } });
}
