/** Goes through the file of a run: as a check that keeps nothing, or as the import itself. */
import { type Context, instantNow } from '#kernel/context.ts';
import { columnsOf, type Mapping } from '#kernel/mapping.ts';
import { maskedText } from '#kernel/masking.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Statement } from '#platform/database/database.ts';
import { readTableAside } from '#platform/import/aside/read-aside.ts';
import type { RefusedRow } from '#platform/import/bad-rows.ts';
import type { Noting } from '#platform/import/importer.ts';
import { type ImportReport, runImport } from '#platform/import/run-import.ts';
import type { Services } from '#platform/services.ts';
import { MOST_PROBLEMS } from '../contract.ts';
import { importerOf, isHidden } from './kinds.ts';
import { headingsDigest, shown } from './look.ts';
import { addedOn, countsOf, notedOn, type RunRow } from './run-rows.ts';
import { settle } from './settle.ts';
import { forgetFile } from './steps.ts';
import { withFile } from './with-file.ts';

/** Says what would come in and what not. */
export async function checkFile(services: Services, context: Context, run: RunRow): Promise<void> {
  const gone = await goThrough(services, context, run, { dryRun: true });
  if (!gone.ok) {
    await settle(services, context, run, 'refused', { set: { problem: asJson(gone.refusal) } });
    return;
  }
  const { report, problems, headings } = gone.value;
  await settle(services, context, run, 'checked', {
    set: { problem: null, headings },
    also: [
      ...problemStatements(context, run, problems),
      notedOn(context.tenantId, run.runId, 1, { ...report, takenBack: 0, kept: 0 }),
    ],
  });
}

/**
 * Takes it in. What a crash left half done is gone through again: rows that are
 * in already are unchanged, and were counted with the batch that brought them.
 */
export async function takeFile(services: Services, context: Context, run: RunRow): Promise<void> {
  const { tenantId, clock } = context;
  const gone = await goThrough(services, context, run, {
    dryRun: false,
    noted: noting(context, run, await lastPlace(services, context, run)),
  });
  if (!gone.ok) {
    await settle(services, context, run, 'refused', { set: { problem: asJson(gone.refusal) } });
    return;
  }
  const { report, problems, headings } = gone.value;
  const earned = countsOf(await storedCounts(services, context, run));
  const before = earned.created + earned.changed - report.created - report.changed;
  const { rows, refused, reasons } = report;
  const unchanged = Math.max(0, report.unchanged - before);
  await settle(services, context, run, 'done', {
    set: { importedAt: instantNow(clock), fileDigest: null, headings },
    also: [
      ...problemStatements(context, run, problems),
      notedOn(tenantId, run.runId, 1, { rows, unchanged, refused, reasons }),
      forgetFile(context, run),
    ],
  });
}

interface How {
  readonly dryRun: boolean;
  readonly noted?: Noting;
}

interface Gone {
  readonly report: ImportReport;
  readonly problems: readonly RefusedRow[];
  readonly headings: string;
}

async function goThrough(
  services: Services,
  context: Context,
  run: RunRow,
  how: How,
): Promise<Outcome<Gone>> {
  const { database, files, translate } = services;
  const { tenantId } = context;
  const problems: RefusedRow[] = [];
  let headings = '';
  const gone = await withFile(files, run, (path) =>
    runImport(services, context, {
      importer: importerOf(run.kind),
      path,
      ...(run.mapping && { mapping: run.mapping }),
      dryRun: how.dryRun,
      ...(how.noted && { noted: how.noted }),
      translate,
      badRows: {
        write: (row) => {
          if (problems.length < MOST_PROBLEMS) problems.push(row);
        },
      },
      read: async (file, options) => {
        const table = await readTableAside(file, options);
        if (table.ok) headings = headingsDigest(table.value.columns.filter((name) => name !== ''));
        return table;
      },
      onProgress: async ({ rows }, part) => {
        const note = notedOn(tenantId, run.runId, part, { rows });
        await database.write(tenantId, [note], async () => undefined);
      },
    }),
  );
  if (!gone.ok) return gone;
  if (!gone.value.ok) return gone.value;
  return { ok: true, value: { report: gone.value.value, problems, headings } };
}

async function lastPlace({ database }: Services, { tenantId }: Context, { runId }: RunRow) {
  const [found] = await database.read(tenantId, {
    sql: `select coalesce(max(place), 0)::int as last from import_changes
      where tenant_id = $1 and run_id = $2`,
    parameters: [tenantId, runId],
  });
  return Number(found?.rows[0]?.['last'] ?? 0);
}

async function storedCounts({ database }: Services, { tenantId }: Context, { runId }: RunRow) {
  const [found] = await database.read(tenantId, {
    sql: 'select counts from import_runs where tenant_id = $1 and run_id = $2',
    parameters: [tenantId, runId],
  });
  return (found?.rows[0]?.['counts'] ?? {}) as RunRow['counts'];
}

const CHANGE_COLUMNS = [
  'tenant_id',
  'run_id',
  'place',
  'aggregate_type',
  'aggregate_id',
  'version_before',
  'version_after',
];

/** What the batch made, and how many rows it took: written down by the batch itself. */
function noting({ tenantId }: Context, { runId }: RunRow, last: number): Noting {
  let place = last;
  return ({ outcomes, changes }) => {
    const count = (what: 'created' | 'changed'): number =>
      outcomes.filter(
        (one) => one === what || (typeof one === 'object' && 'taken' in one && one.taken === what),
      ).length;
    const leftEmpty = outcomes.filter((one) => typeof one === 'object' && 'taken' in one).length;
    const made = [...versionsOf(changes)].map(([id, { type, before, after }]) => {
      place += 1;
      return [tenantId, runId, place, type, id, before, after];
    });
    return [
      ...multiInsert('import_changes', CHANGE_COLUMNS, made),
      addedOn(tenantId, runId, { created: count('created'), changed: count('changed'), leftEmpty }),
    ];
  };
}

/** Each aggregate of a batch once: what it was before and what it is after, in the order of their first steps. */
function versionsOf(changes: readonly Change[]) {
  const found = new Map<string, { type: string; before: number; after: number }>();
  for (const { id, type, before } of changes) {
    const known = found.get(id);
    const version = before?.version ?? 0;
    if (known === undefined) found.set(id, { type, before: version, after: version + 1 });
    else known.after += 1;
  }
  return found;
}

const PROBLEM_COLUMNS = [
  'tenant_id',
  'run_id',
  'place',
  'row_number',
  'column_name',
  'code',
  'detail',
  'cells',
];

function problemStatements(
  { tenantId }: Context,
  { runId, mapping }: RunRow,
  problems: readonly RefusedRow[],
): readonly Statement[] {
  const kept = keptColumns(mapping);
  return [
    {
      sql: 'delete from import_problems where tenant_id = $1 and run_id = $2',
      parameters: [tenantId, runId],
    },
    ...multiInsert(
      'import_problems',
      PROBLEM_COLUMNS,
      problems.map(({ row, column, code, detail, cells }, place) => [
        tenantId,
        runId,
        place,
        row,
        column,
        code,
        JSON.stringify(detail),
        JSON.stringify(
          Object.fromEntries(kept.map((name) => [name, maskedText(shown(cells[name]))])),
        ),
      ]),
    ),
  ];
}

/** Columns of a row that are shown with its problem: those that are matched, and nobody's telephone. */
function keptColumns(mapping: Mapping | null): readonly string[] {
  const rules = Object.entries(mapping?.fields ?? {});
  return [...new Set(rules.flatMap(([field, rule]) => (isHidden(field) ? [] : columnsOf(rule))))];
}

function asJson(refusal: object) {
  return JSON.parse(JSON.stringify(refusal)) as Readonly<Record<string, string>>;
}
