/** `lianxin regrid`: households in, grids out; a file is read and two are written, no database. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { partition } from '../rules/partition/partition.ts';
import type { PartitionProblem, Size } from '../rules/partition/problem.ts';
import { type GridFacts, gridFacts } from '../rules/partition/report.ts';
import { shapesOf } from '../rules/shapes/shapes.ts';
import { run, type Step } from '../rules/steps.ts';
import { readBarriers, readBoundary } from './read-lines.ts';
import { numberIn, type Positions, positionsOf, type Rows, readRows, textIn } from './read-rows.ts';
import { writeCsv, writeGeojson } from './write-files.ts';

export interface RegridOptions {
  readonly points: string;
  readonly weight?: string;
  readonly target?: string;
  readonly grids?: string;
  readonly tolerance: string;
  readonly boundary?: string;
  readonly borders?: string;
  readonly barriers?: string;
  readonly previous?: string;
  readonly pin?: string;
  readonly seed: string;
  /** Seconds after which the best there is is taken. */
  readonly limit: string;
  readonly out: string;
  readonly assignments: string;
}

export interface RegridReport {
  readonly points: number;
  readonly weight: number;
  readonly grids: readonly (Omit<GridFacts, 'grid'> & { readonly grid: string })[];
  readonly least: number;
  readonly most: number;
  readonly outside: number;
  /** Share of the weight that had a grid and changes it; null where no grids of today were given. */
  readonly moved: number | null;
  /** Mean distance from a household to its grid's centre, metres. */
  readonly meanDistance: number;
  readonly pieces: number;
  readonly beyondBoundary: number;
  readonly stopped: boolean;
  /** What is not as it was asked for; grids by name, points by row from 1. */
  readonly findings: readonly Readonly<Record<string, string | number>>[];
}

interface Watch {
  onStep(step: Step): void;
  /** Seconds since it began. */
  seconds(): number;
}

export async function regrid(options: RegridOptions, watch: Watch): Promise<Outcome<RegridReport>> {
  const read = await problemOf(options);
  if (!read.ok) return read;
  const { problem, rows, positions, names } = read.value;
  const boundary =
    options.boundary === undefined
      ? done(undefined)
      : await readBoundary(options.boundary, positions.projection);
  if (!boundary.ok) return boundary;
  const limit = numberIn(options.limit);
  const divided = run(partition(problem), (step) => {
    watch.onStep(step);
    return watch.seconds() > limit ? 'stop' : undefined;
  });
  if (!divided.ok) return divided;
  const { places, label, grid, findings, stopped, pieces } = divided.value;
  const shapes = shapesOf(places, label, { ...(boundary.value && { boundary: boundary.value }) });
  const nameOf = nameGrids(names, grid);
  const facts = gridFacts(problem, grid);
  const told = facts.map((one) => ({ ...one, grid: nameOf(one.grid) }));
  writeGrids(options.out, told, facts, shapes.polygons, positions);
  writeCsv(
    options.assignments,
    [...rows.columns.filter((column) => column !== 'grid'), 'grid'],
    rows.cells.map((row, at) => ({ ...row, grid: nameOf(grid[at] as number) })),
  );
  const asked = pieces[0]?.share.asked ?? { least: 0, most: 0 };
  return done({
    points: grid.length,
    weight: problem.weight.reduce((sum, one) => sum + one, 0),
    grids: told,
    ...asked,
    outside: findings.filter(({ code }) => code === 'out_of_bounds').length,
    moved: problem.previous === undefined ? null : movedShare(problem, grid),
    meanDistance: facts.reduce((sum, one) => sum + one.distance * one.load, 0) / sumOf(facts),
    pieces: pieces.length,
    beyondBoundary: shapes.outside.length,
    stopped,
    findings: findings.map((one) => tellable(one, nameOf)),
  });
}

const sumOf = (facts: readonly GridFacts[]): number =>
  facts.reduce((sum, { load }) => sum + load, 0);

interface Read {
  readonly problem: PartitionProblem;
  readonly rows: Rows;
  readonly positions: Positions;
  readonly names: readonly string[];
}

async function problemOf(options: RegridOptions): Promise<Outcome<Read>> {
  const rows = await readRows(options.points);
  if (!rows.ok) return rows;
  for (const column of [options.weight, options.borders, options.previous, options.pin])
    if (column !== undefined && !rows.value.columns.includes(column))
      return refused({ code: 'import.column_missing', detail: { column } });
  const positions = positionsOf(rows.value);
  if (!positions.ok) return positions;
  const barriers =
    options.barriers === undefined
      ? done(undefined)
      : await readBarriers(options.barriers, positions.value.projection);
  if (!barriers.ok) return barriers;
  const names: string[] = [];
  const numbered = numberer(names);
  const column = (name: string, number: (text: string) => number): Int32Array =>
    Int32Array.from(rows.value.cells, (row) => number(textIn(row[name])));
  const { weight } = options;
  const problem: PartitionProblem = {
    x: positions.value.x,
    y: positions.value.y,
    weight: Float64Array.from(rows.value.cells, (row) =>
      weight === undefined ? 1 : numberIn(row[weight]),
    ),
    size: sizeOf(options),
    tolerance: numberIn(options.tolerance),
    seed: Math.trunc(numberIn(options.seed)) || 0,
    ...(options.previous !== undefined && { previous: column(options.previous, numbered) }),
    ...(options.pin !== undefined && { pinned: column(options.pin, numbered) }),
    ...(options.borders !== undefined && { part: column(options.borders, numberer([''])) }),
    ...(barriers.value && { barriers: barriers.value }),
  };
  return done({ problem, rows: rows.value, positions: positions.value, names });
}

function sizeOf({ target, grids }: RegridOptions): Size {
  return grids === undefined ? { target: numberIn(target) } : { grids: numberIn(grids) };
}

/** Numbers for names in order of appearance; -1 for an empty cell unless it is a name of its own. */
function numberer(names: string[]): (text: string) => number {
  const known = new Map(names.map((name, at) => [name, at]));
  return (text) => {
    const number = known.get(text);
    if (number !== undefined) return number;
    if (text === '') return -1;
    known.set(text, names.length);
    names.push(text);
    return names.length - 1;
  };
}

/** Names of today stay; new grids get the next numbers that no grid has. */
function nameGrids(names: readonly string[], grid: Int32Array): (grid: number) => string {
  const taken = new Set(names);
  const made = new Map<number, string>();
  let next = 1;
  for (const one of [...new Set(grid)].sort((a, b) => a - b)) {
    if (names[one] !== undefined) continue;
    while (taken.has(String(next))) next += 1;
    made.set(one, String(next));
    next += 1;
  }
  return (one) => names[one] ?? made.get(one) ?? '';
}

function writeGrids(
  path: string,
  told: RegridReport['grids'],
  facts: readonly GridFacts[],
  polygons: ReturnType<typeof shapesOf>['polygons'],
  { projection }: Positions,
): void {
  writeGeojson(
    path,
    told.map((properties, at) => ({
      properties,
      polygons: (polygons.get(facts[at]?.grid ?? -1) ?? []).map((polygon) =>
        polygon.map((ring) =>
          ring.map(([x, y]) => projection?.toDegrees(x, y) ?? ([x, y] as const)),
        ),
      ),
    })),
  );
}

function movedShare({ previous, weight }: PartitionProblem, grid: Int32Array): number {
  let [had, moved] = [0, 0];
  for (const [at, before] of (previous ?? []).entries()) {
    if (before < 0) continue;
    had += weight[at] as number;
    if (before !== grid[at]) moved += weight[at] as number;
  }
  return had > 0 ? moved / had : 0;
}

function tellable(
  finding: Readonly<Record<string, string | number>>,
  nameOf: (grid: number) => string,
): Readonly<Record<string, string | number>> {
  const { grid, pinned, at } = finding;
  return {
    ...finding,
    ...(typeof grid === 'number' && { grid: nameOf(grid) }),
    ...(typeof pinned === 'number' && { pinned: nameOf(pinned) }),
    ...(typeof at === 'number' && { at: at + 1 }),
  };
}
