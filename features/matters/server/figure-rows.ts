/** The increments of a command as rows. */
import type { Context } from '#kernel/context.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Statement } from '#platform/database/database.ts';
import { type Counted, type DayOf, type Increment, increments } from '../rules/figures.ts';

/** Legal day of an instant in the tenant's zone. */
function dayIn(timeZone: string): DayOf {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => format.format(new Date(instant));
}

const formats = new Map<string, DayOf>();

export function dayOfTenant(context: Context): DayOf {
  let format = formats.get(context.timeZone);
  if (format === undefined) {
    format = dayIn(context.timeZone);
    formats.set(context.timeZone, format);
  }
  return format;
}

/** What a matter's step changes in the figures: none or one statement. */
export function figureRows(
  context: Context,
  before: Counted | null,
  after: Counted,
): readonly Statement[] {
  return incrementRows(context, increments(before, after, dayOfTenant(context)));
}

const COLUMNS = [
  'tenant_id',
  'increment_id',
  'measure',
  'day',
  'area_path',
  'category_id',
  'organisation_id',
  'delta',
];

/** As rows, in as few statements as their number allows. */
export function incrementInserts(
  { tenantId, ids }: Context,
  rows: readonly Increment[],
): readonly Statement[] {
  return multiInsert(
    'figure_increments',
    COLUMNS,
    rows.map((one) => [
      tenantId,
      ids.next(),
      one.measure,
      one.day,
      one.areaPath,
      one.categoryId,
      one.organisationId,
      one.delta,
    ]),
  );
}

function incrementRows(context: Context, rows: readonly Increment[]): readonly Statement[] {
  if (rows.length === 0) return [];
  const parameters: unknown[] = [context.tenantId];
  const values = rows.map((one) => {
    const at = parameters.length;
    parameters.push(
      context.ids.next(),
      one.measure,
      one.day,
      one.areaPath,
      one.categoryId,
      one.organisationId,
      one.delta,
    );
    const places = Array.from({ length: 7 }, (_, index) => `$${at + index + 1}`);
    return `($1, ${places.join(', ')})`;
  });
  return [
    {
      sql: `insert into figure_increments (tenant_id, increment_id, measure, day, area_path, category_id, organisation_id, delta) values ${values.join(', ')}`,
      parameters,
    },
  ];
}
