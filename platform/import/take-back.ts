/**
 * Port: how what an import began or changed is taken back. Every feature whose
 * records are imported says it for its own aggregates, and which things of
 * others its rows use. Nothing is deleted: a taken-back thing ends, with an
 * event of its own, and gives its key free.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { AggregateTable, Change } from '#platform/command/change.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';

export type Row = Readonly<Record<string, unknown>>;

/** `locked` within the command that takes back, `read` for the preview of it. */
export type How = 'locked' | 'read';

export interface TakesBack {
  readonly table: AggregateTable;
  /**
   * The rows of those ids: `id`, `version`, `audit_head`, `name` (null where nobody
   * names it), `area_path` (null where it lies nowhere), and what `end` needs.
   */
  rows(tenantId: TenantId, ids: readonly string[], how: How): Statement;
  /** The step that ends what an import began. */
  end(context: Context, row: Row): Ending;
  /** Rows beside the step: versions of a border, figures. */
  alsoEnding?(context: Context, row: Row): readonly Statement[];
  /** Whether what an import changed can be made what it was before, from its events alone. */
  readonly restores: boolean;
  /**
   * Rows beside the step that restores; `kind` is that of the import's step.
   * @param version the version the thing gets by it
   */
  alsoRestoring?(context: Context, row: Row, kind: string, version: number): readonly Statement[];
}

export type Ending = Pick<Change, 'kind' | 'set' | 'protected' | 'derived'>;

/** By what a thing may be used, in words of `imports.usedBy.*`. */
export const USED_BY = [
  'areas',
  'grids',
  'sites',
  'premises',
  'plans',
  'organisations',
  'posts',
  'appointments',
  'assignments',
  'accounts',
  'matters',
  'categories',
  'walls',
  'schemes',
] as const;
export type UsedBy = (typeof USED_BY)[number];

/** When it is asked: what has ended by then uses nothing any more. */
export interface When {
  /** Legal day of the tenant. */
  readonly day: string;
  readonly instant: string;
}

export function whenOf({ clock, timeZone }: Context): When {
  return { day: legalDay(clock.now(), timeZone), instant: instantNow(clock) };
}

/** Which of some things the rows of a feature use. */
export interface Uses {
  /** Type of the aggregate that is used. */
  readonly of: string;
  readonly by: UsedBy;
  /** Answers `id` and, where users are counted or may come from the same import, `user_id`. */
  statement(tenantId: TenantId, ids: readonly string[], when: When): Statement;
}

/**
 * A column of a table that names another thing; `still` keeps only the rows that
 * count. `idColumn` where users are counted, or may come from the same import.
 */
export function usesBy(
  of: string,
  by: UsedBy,
  where: {
    table: string;
    idColumn?: string;
    column: string;
    still?: string | ((when: When) => RawBuilder<unknown>);
  },
): Uses {
  const { table, idColumn, column, still = 'true' } = where;
  const user = idColumn === undefined ? sql`null::uuid` : sql.ref(idColumn);
  return {
    of,
    by,
    statement: (tenantId, ids, when) =>
      compile(sql`
        select distinct ${sql.ref(column)} as id, ${user} as user_id from ${sql.ref(table)}
        where tenant_id = ${tenantId} and ${sql.ref(column)} = any(${ids}::uuid[])
          and ${typeof still === 'string' ? sql.raw(still) : still(when)}`),
  };
}

/** Rows of an aggregate by their ids, for `rows`. */
export function rowsOf(
  { table, idColumn }: AggregateTable,
  columns: { name?: string; areaPath?: string; more?: readonly string[] },
): TakesBack['rows'] {
  const named = columns.name === undefined ? sql`null` : sql.ref(columns.name);
  const lies = columns.areaPath === undefined ? sql`null` : sql.ref(columns.areaPath);
  const more = (columns.more ?? []).map((column) => sql`, ${sql.ref(column)}`);
  return (tenantId, ids, how) =>
    compile(sql`
      select ${sql.ref(idColumn)} as id, version, audit_head, ${named} as name,
        ${lies} as area_path ${sql.join(more, sql``)}
      from ${sql.ref(table)}
      where tenant_id = ${tenantId} and ${sql.ref(idColumn)} = any(${ids}::uuid[])
      order by ${sql.ref(idColumn)} ${how === 'locked' ? sql`for update` : sql``}`);
}

/** The first day a thing is no longer there: today, but never the day it began on. */
export function lastDay({ clock, timeZone }: Context, from: unknown): string {
  const today = legalDay(clock.now(), timeZone);
  const began = String(from);
  if (began < today) return today;
  return new Date(Date.parse(`${began}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;
