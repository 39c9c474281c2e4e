/** Runs as they are read: who sees which, and one row as a value. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { AccountId, FileDigest, ImportRunId, PersonId, TenantId } from '#kernel/ids.ts';
import type { Mapping } from '#kernel/mapping.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Translate } from '#platform/http/i18n.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import type { Counts, ImportRun } from '../contract.ts';
import { IMPORT_KINDS, type ImportKind, kindsFor } from '../rules/kinds.ts';
import type { RunState } from '../rules/states.ts';

export interface RunRow {
  readonly runId: ImportRunId;
  readonly version: number;
  readonly auditHead: string;
  readonly kind: ImportKind;
  readonly personId: PersonId;
  readonly accountId: AccountId;
  readonly areaPath: string;
  readonly fileName: string;
  readonly fileDigest: FileDigest | null;
  readonly headings: string | null;
  readonly mapping: Mapping | null;
  readonly state: RunState;
  readonly problem: Refusal | null;
  readonly begunAt: string;
  readonly importedAt: string | null;
  readonly undoneAt: string | null;
  readonly progress: number;
  readonly counts: Partial<Counts> & { readonly reasons?: Readonly<Record<string, number>> };
  /** Name of who brought it, where it was asked for. */
  readonly by?: string | null;
}

export const RUN_COLUMNS = sql.raw(
  `r.run_id, r.version, r.audit_head, r.kind, r.person_id, r.account_id, r.area_path, r.file_name,
   r.file_digest, r.headings, r.mapping, r.state, r.problem, r.begun_at, r.imported_at, r.undone_at,
   r.progress, r.counts`,
);

/** Own runs, and those over areas in which the reader may import the same kind. */
export function seenBy(context: Context): RawBuilder<boolean> {
  const { actor } = context;
  const grants = grantsOf(actor);
  if (actor.kind !== 'person') return sql<boolean>`${sql.lit(actor.kind === 'system')}`;
  const kinds = kindsFor(grants.map(({ role }) => role));
  if (kinds.length === 0) return sql<boolean>`false`;
  const parts = kinds.map(
    (kind) => sql<boolean>`(r.kind = ${kind} and (r.person_id = ${actor.personId}
      or ${areaCondition('r.area_path', grants, IMPORT_KINDS[kind])}))`,
  );
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

export function runStatement(
  context: Context,
  runId: ImportRunId,
  how: 'locked' | 'read',
): Statement {
  const { tenantId } = context;
  return compile(sql`
    select ${RUN_COLUMNS}, n.name as by from import_runs r
    left join people n on n.tenant_id = ${tenantId} and n.person_id = r.person_id
    where r.tenant_id = ${tenantId} and r.run_id = ${runId} and ${seenBy(context)}
    ${how === 'locked' ? sql`for update of r` : sql``}`);
}

export function runFrom(found: Rows | undefined): RunRow | undefined {
  return rowsAs<RunRow>(found)[0];
}

export async function findRun(
  database: Database,
  context: Context,
  runId: ImportRunId,
): Promise<RunRow | undefined> {
  const [found] = await database.read(context.tenantId, runStatement(context, runId, 'read'));
  return runFrom(found);
}

/** As the desk is told. */
export function toldRun(translate: Translate, context: Context, run: RunRow): ImportRun {
  const { actor, locale } = context;
  return {
    runId: run.runId,
    version: run.version,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    by: run.by ?? null,
    own: actor.kind === 'person' && actor.personId === run.personId,
    begunAt: run.begunAt,
    importedAt: run.importedAt,
    undoneAt: run.undoneAt,
    progress: run.progress,
    counts: countsOf(run.counts),
    problem: run.problem && {
      code: run.problem.code,
      message: translate(locale, `refusal.${run.problem.code}`, {
        ...run.problem.detail,
        field: run.problem.field ?? '',
      }),
    },
  };
}

export function countsOf(counts: Partial<Counts>): Counts {
  return {
    rows: counts.rows ?? 0,
    created: counts.created ?? 0,
    changed: counts.changed ?? 0,
    unchanged: counts.unchanged ?? 0,
    refused: counts.refused ?? 0,
    leftEmpty: counts.leftEmpty ?? 0,
    takenBack: counts.takenBack ?? 0,
    kept: counts.kept ?? 0,
  };
}

/** Writes down how far a run is; no step of its history. */
export function notedOn(
  tenantId: TenantId,
  runId: ImportRunId,
  progress: number,
  counts: Readonly<Record<string, unknown>>,
): Statement {
  return {
    sql: `update import_runs set progress = $3, counts = counts || $4::jsonb
      where tenant_id = $1 and run_id = $2`,
    parameters: [tenantId, runId, progress, JSON.stringify(counts)],
  };
}

/** Adds to counts within the transaction that earned them: nothing is counted twice, or lost by a crash. */
export function addedOn(
  tenantId: TenantId,
  runId: ImportRunId,
  counts: Readonly<Record<string, number>>,
): Statement {
  const names = Object.keys(counts);
  const sums = names.map(
    (name, at) => `'${name}', coalesce((counts->>'${name}')::int, 0) + $${at + 3}::int`,
  );
  return {
    sql: `update import_runs set counts = counts || jsonb_build_object(${sums.join(', ')})
      where tenant_id = $1 and run_id = $2`,
    parameters: [tenantId, runId, ...names.map((name) => counts[name] ?? 0)],
  };
}
