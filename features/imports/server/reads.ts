/** What the desk reads of runs: the list, one of them, what undoing would do. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { columnsOf } from '#kernel/mapping.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { REFUSALS, type RefusalCode } from '#kernel/refusal.ts';
import type { Database } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { getRun, importFields, listRuns, previewUndo } from '../contract.ts';
import type { KeptReason } from '../rules/take-back.ts';
import { fieldsOf, importerOf } from './kinds.ts';
import { findRun, RUN_COLUMNS, type RunRow, seenBy, toldRun } from './run-rows.ts';
import { type AccountHolders, isCounted, type Judged, judgeRun } from './take-back.ts';

const MOST_RUNS = 50;
const MOST_KEPT = 60;

export async function runs(
  { database, translate }: Services,
  context: Context,
  { query }: Input<typeof listRuns>,
): Promise<Outcome<Answer<typeof listRuns>>> {
  const { tenantId } = context;
  const kind = query.kind === undefined ? sql`true` : sql`r.kind = ${query.kind}`;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select ${RUN_COLUMNS}, n.name as by from import_runs r
      left join people n on n.tenant_id = ${tenantId} and n.person_id = r.person_id
      where r.tenant_id = ${tenantId} and ${seenBy(context)} and ${kind}
      order by r.begun_at desc, r.run_id desc limit ${sql.lit(MOST_RUNS)}`),
  );
  return done({ runs: rowsAs<RunRow>(found).map((run) => toldRun(translate, context, run)) });
}

export async function fields(
  _services: unknown,
  _context: Context,
  { params }: Input<typeof importFields>,
): Promise<Outcome<Answer<typeof importFields>>> {
  return done({
    key: importerOf(params.kind).key,
    fields: fieldsOf(params.kind).map((field) => ({ ...field, choices: [...field.choices] })),
  });
}

export async function run(
  services: Services,
  context: Context,
  { params }: Input<typeof getRun>,
): Promise<Outcome<Answer<typeof getRun>>> {
  const { database, translate } = services;
  const { locale } = context;
  const found = await findRun(database, context, params.runId);
  if (found === undefined) return refused({ code: 'import.run_unknown' });
  const problems = await problemsOf(database, context, found);
  return done({
    run: toldRun(translate, context, found),
    matched: matchedColumns(found),
    problems: problems.map(({ rowNumber, columnName, code, detail, cells }) => ({
      row: rowNumber,
      column: columnName,
      code,
      message: translate(locale, `refusal.${code}`, detail ?? {}),
      cells,
    })),
    reasons: Object.entries(found.counts.reasons ?? {})
      .filter(([code]) => isCode(code))
      .map(([code, count]) => ({
        code,
        count,
        message: translate(locale, `refusal.${code}`).replaceAll(/\{\{\w+\}\}/g, '…'),
      })),
  });
}

function isCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

interface ProblemRow {
  readonly rowNumber: number;
  readonly columnName: string;
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, string>> | null;
  readonly cells: Record<string, string>;
}

export async function problemsOf(
  database: Database,
  { tenantId }: Context,
  { runId }: RunRow,
): Promise<readonly ProblemRow[]> {
  const [found] = await database.read(tenantId, {
    sql: `select row_number, column_name, code, detail, cells from import_problems
      where tenant_id = $1 and run_id = $2 order by row_number, place`,
    parameters: [tenantId, runId],
  });
  return rowsAs<ProblemRow>(found);
}

/** In the order of the fields: what is kept as JSON has lost the file's own. */
function matchedColumns({ kind, mapping }: RunRow) {
  return fieldsOf(kind).flatMap(({ name: field }) => {
    const rule = mapping?.fields[field];
    return rule === undefined ? [] : columnsOf(rule).map((column) => ({ column, field }));
  });
}

export function undoPreview(holders: AccountHolders) {
  return async (
    services: Services,
    context: Context,
    { params }: Input<typeof previewUndo>,
  ): Promise<Outcome<Answer<typeof previewUndo>>> => {
    const found = await findRun(services.database, context, params.runId);
    if (found === undefined) return refused({ code: 'import.run_unknown' });
    if (found.state !== 'done') return refused({ code: 'import.run_state' });
    const judged = await judgeRun(services, context, found, holders);
    const count = (verdict: string) =>
      judged.filter((one) => one.verdict.verdict === verdict && isCounted(one)).length;
    return done({
      ends: count('end'),
      restores: count('restore'),
      keeps: count('keep'),
      kept: keptOf(judged),
    });
  };
}

/** By name where there are few; those without a name, and all beyond, as a number of each reason. */
function keptOf(judged: readonly Judged[]): Answer<typeof previewUndo>['kept'] {
  const named: Answer<typeof previewUndo>['kept'] = [];
  const others = new Map<string, Answer<typeof previewUndo>['kept'][number]>();
  for (const one of judged) {
    if (one.verdict.verdict !== 'keep' || !isCounted(one)) continue;
    const { reason, usedBy }: { reason: KeptReason; usedBy: string | null } = one.verdict;
    const { type } = one.thing;
    if (one.name !== null && named.length < MOST_KEPT) {
      named.push({ type, name: one.name, reason, usedBy, count: 1 });
      continue;
    }
    const key = `${type} ${reason} ${usedBy}`;
    const known = others.get(key);
    others.set(key, { type, name: '', reason, usedBy, count: (known?.count ?? 0) + 1 });
  }
  return [...named, ...others.values()];
}
